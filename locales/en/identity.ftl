### What is said about people and their logins.

identity-profile-changed = Somebody changed this while you were writing. Look at it as it is now, and try again.
