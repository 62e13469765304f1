### A self-check that only its owner reads.

self-checks-title = A look at yourself
self-checks-small = Five questions, for your eyes only
self-checks-lead = Five questions about the last two weeks. It takes two minutes; leave out what you like.
self-checks-seen = Nobody but you reads this. It gives no score, and nobody is told.
self-checks-question-rest = I slept and rested as I needed to
self-checks-question-others = I was with people who are good for me
self-checks-question-glad = Something made me glad
self-checks-question-through = I got done what mattered to me
self-checks-question-safe = I felt safe with myself
self-checks-never = On no day
self-checks-seldom = On a few days
self-checks-sometimes = On about half of them
self-checks-often = On most days
self-checks-words = A line to yourself
self-checks-words-hint = You can leave it empty
self-checks-keep = Keep it for me
self-checks-before = What you kept
self-checks-none = You can keep one while you take part in a support group.
self-checks-delete = Delete
self-checks-damaged = This one cannot be read any more.
self-checks-fault-empty = Answer one of them, or write a line
