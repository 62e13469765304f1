### Operations: keys and backups, as whoever looks after the site sees them.

ops-title-keys = Keys
ops-keys-lead = What people write is sealed with keys. You see which keys there are, and nothing that they open.
ops-rotating = A change of the root key was begun and is not finished. Finish it on the server with the command below.

ops-root = The root key
ops-root-what = It opens all other keys. It is a file on the server, never in the records and never in a backup. Keep a copy apart: without it nothing can be read again.
ops-fingerprint = Fingerprint

ops-data-keys = The keys it opens
ops-data-keys-what = Each person, each place in a group and each group has a key. Erasing one makes what it sealed unreadable for ever.
ops-key-of = Seals what belongs to
ops-key-count = Keys
ops-key-person = one person: name, ways to reach them, answers, plans
ops-key-membership = one person in one group: attendance, entry, words
ops-key-group = one group
ops-key-author = one clinician’s own notes
ops-key-thread = Threads between meetings
ops-key-practice = the practice

ops-backups = Backups
ops-backups-what = A backup holds the records without the keys to them. The keys are in a file beside it, which is kept for 35 days: what was erased cannot be brought back by any backup after that.
ops-backups-off = No backup is made by itself. Make a backup key on the server and put its public half into the settings file.
ops-backups-none = There is none yet.
ops-backups-unreadable = The folder of the backups cannot be read. The command “doctor” says why.
ops-backup-made = Made
ops-backup-size = Size
ops-megabytes = { $count } MB

ops-commands = What is done on the server
ops-command-rotate = replaces the root key; it may be cut off and taken up again
ops-command-backup = makes a sealed backup now, while the site goes on
ops-command-restore = proves that a backup can be brought back
ops-command-audit = holds the record of acts to its keys
ops-command-doctor = looks at everything, and says what mends it
ops-records = Records
