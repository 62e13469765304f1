### Texts that people agree to.

## What cannot be done

agreements-conflict-newer = This text has changed while you were reading. Please read the new one.
agreements-conflict-withdrawn = This signature was taken back before.

agreements-fault-title = Begin the text with a title, like # Group agreement
agreements-fault-same = This is word for word the text that is in use. Change something, or leave it as it is
agreements-fault-name = Write your name, as you sign with it
