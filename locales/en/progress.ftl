### Pages that join subjects: Today, progress, a group's measures.

progress-title-today = Today
progress-title-mine = My progress
progress-title-person = Progress
progress-title-measures = Measures

## Today

progress-good-morning = Good morning, { $name }
progress-good-afternoon = Good afternoon, { $name }
progress-good-evening = Good evening, { $name }
progress-circle = The circle: those who lead, your seat, the others
progress-session-number = Session { $number }.
progress-open-session = Open
progress-asked-heading = Before the session
progress-asked-lead = Not done yet is fine. Bring what got in the way.
progress-asked-nothing = Nothing is asked of you now.
progress-check-in = Check-in, { $count } questions
progress-check-in-due = About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}. Best before: { $until }
progress-look-first = Look here first
progress-nobody-waits = Nobody waits for a look.
progress-damaged-in = Something of { $group } cannot be read, and is missing here. Please tell whoever looks after the server.
progress-no-session = No session in the next 24 hours.
progress-worth-a-look = Worth a look
progress-open = Open
progress-from = From { $title }, { $count ->
    [one] one answer
   *[other] { $count } answers
}.

## A course

progress-mine-better = Your last score is better than at the start
progress-mine-same = Your last score is about the same as at the start
progress-mine-worse = Your last score is worse than at the start
progress-theirs-better = Clearly better than at the start
progress-theirs-same = No clear change from the start
progress-theirs-worse = Clearly worse than at the start
progress-too-early = Too early to say which way it goes
progress-sentence = { $title }: { $first } at the start, { $last } now, from { $count ->
    [one] one answer
   *[other] { $count } answers
}.
progress-picture = { $title }, { $count } scores over time
progress-usual = { $points } points above and below the start: the usual ups and downs
progress-against-better = clearly better
progress-against-same = no clear change
progress-against-worse = clearly worse
progress-damaged = { $count ->
    [one] One answer cannot be read, and is missing here.
   *[other] { $count } answers cannot be read, and are missing here.
} Please tell whoever looks after the server.
progress-no-score = There is no score to draw here.
progress-nothing-yet = No scores yet. They appear with the first check-in.
progress-meaning = What does this mean?
progress-meaning-text = A score is a rough picture of two weeks, not of you. Small steps up or down are usual. Talk with your therapist about what you see.
progress-look = Worth a look.
progress-worked-out = How was this worked out?

## A group's measures

progress-group = { $better ->
    [0] Nobody is clearly better
    [one] One is clearly better
   *[other] { $better } are clearly better
}, { $same ->
    [0] nobody the same
    [one] one about the same
   *[other] { $same } about the same
}, { $worse ->
    [0] nobody clearly worse
    [one] one clearly worse
   *[other] { $worse } clearly worse
}.
progress-group-too-small = With fewer than { $count } people who have two scores, nothing is said of the group as a whole.
progress-clearly = Clearly: by { $points } points or more, which is larger than the usual ups and downs. { $title }.
progress-no-threshold = No figure is known for what is larger than the usual ups and downs. { $title }.
progress-uncounted = { $count ->
    [one] One person has fewer than two scores and is not counted.
   *[other] { $count } people have fewer than two scores and are not counted.
}
progress-looking-at = You are looking at { $title }. Also:
progress-table = Members and sessions
progress-clearly-better = clearly better
progress-no-clear-change = no clear change
progress-clearly-worse = clearly worse
progress-one-score = too early to say
progress-reading-scores = Reading the scores
progress-reading-attendance = Reading attendance
progress-order = The shaded band in a trend is that person’s usual ups and downs. People are listed by what needs you first, then by name.
progress-no-battery = This group has no questionnaire with a score yet.
progress-choose-battery = Choose what to ask
