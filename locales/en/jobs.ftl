### Jobs: what happens by itself, and what needs a person.

jobs-conflict-taken-over = Another process has taken this over in the meantime.
