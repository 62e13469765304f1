### Pages that join subjects: Today, progress, a group's measures.

progress-title-today = Today
progress-title-mine = My progress
progress-title-person = Progress
progress-title-measures = Measures
progress-title-practice = Practice
progress-title-supervision = Supervision

## Today

progress-good-morning = Good morning, { $name }
progress-good-afternoon = Good afternoon, { $name }
progress-good-evening = Good evening, { $name }
progress-circle = The circle: those who lead, your seat, the others
progress-session-number = Session { $number }.
progress-open-session = Open
progress-asked-heading = Asked of you
progress-asked-lead = Not done yet is fine. Bring what got in the way.
progress-waits-for-you = Waits for you
progress-asked-nothing = Nothing is asked of you now.
progress-check-in = Check-in, { $count } questions
progress-check-in-due = About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}. Best before: { $until }
progress-joining = You are on the way into “{ $group }”. There are steps that only you can take.
progress-joining-open = Go on
progress-my-plan = My safety plan
progress-my-plan-what = Steps for hard days. You can read it at any time.
progress-look-first = Look here first
progress-unreadable = Something of the group “{ $group }” cannot be read, and is missing here. Please tell whoever looks after the site.
progress-on-duty = On duty
progress-hand-over = Hand over
progress-notes-wait = { $count ->
    [one] One text waits for your signature
   *[other] { $count } texts wait for your signature
}
progress-supervision-what = Notes and summaries that somebody in training has signed, and that wait for your signature.
progress-supervision-none = Nothing waits for you.
progress-supervision-fidelity = How sessions went beside their plans
progress-news = { $count ->
    [one] One new notice
   *[other] { $count } new notices
}
progress-the-site = The site
progress-to-reach = To reach after an absence
progress-answers-wait = Answers to your letters
progress-still-open = Still open
progress-unclosed = Session { $number }, { $moment }. It was neither closed nor called off.
progress-no-session = No session in the next 24 hours.
progress-worth-a-look = Worth a look
progress-look-worse = Clearly worse
progress-open = Open
progress-from = From { $title }, { $count ->
    [one] one answer
   *[other] { $count } answers
}.

## Practice

progress-practice-lead = What you do between the sessions.
progress-practice-asked = Asked of you now
progress-practice-done = Done
progress-answers = What I answered
progress-answers-about = Read it again, or correct it

## Goals beside scores

progress-goals-mine = What I set out to do
progress-goals = Goals
progress-no-goals = No goal yet.
progress-to-goals = To the goals

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
progress-no-yardstick = What counts as a clear change is not known here
progress-answered = Answered { $answered } of { $asked } times that it was asked.
progress-prorated = pro-rated
progress-from-rest = from the answers given
progress-too-open = too much left open
progress-no-score = There is no score to draw here yet.
progress-latest = Other questionnaires, latest result
progress-latest-mine = Other questions you answered
progress-over-time = { $title } over time
progress-met = Met
progress-glance = Worth a glance
progress-everything = All answers, the newest first
progress-not-answered = No answer by { $moment }
progress-nothing-yet = No scores yet. They appear with the first check-in.
progress-meaning = What does this mean?
progress-meaning-text = A score is a rough picture of two weeks, not of you. Small steps up or down are usual. Talk with your therapist about what you see.
progress-look = Worth a look.
progress-worked-out = How was this worked out?

progress-class-recovered = Recovered
progress-class-improved = Improved
progress-class-same = No reliable change
progress-class-worse = Reliably worse
progress-class-few = There are fewer than two scores.
progress-class-below = No class: there was little room to improve
progress-class-unknown = No class: what counts as reliable change is not known for this questionnaire
progress-change = From { $first } to { $last }: a change of { $change }.
progress-change-more = That is at least the { $points } points that are reliable ({ $source }).
progress-change-less = That is less than the { $points } points that are reliable ({ $source }).
progress-range-unknown = No clinical range is known, so nobody is called recovered.
progress-range-left = The latest score has left the clinical range, which begins at { $from } ({ $source }).
progress-range-never = The first score was already outside the clinical range, which begins at { $from } ({ $source }).
progress-range-in = The latest score is in the clinical range, which begins at { $from } ({ $source }).
progress-range-out = The latest score is outside the clinical range, which begins at { $from } ({ $source }).

progress-reason-worse-still = Session { $session }: { $worst } is worse than the { $first } at the start by { $threshold } points or more. The latest score still is.
progress-reason-worse-then = Session { $session }: { $worst } is worse than the { $first } at the start by { $threshold } points or more. The latest score is better again.
progress-reason-early = By session { $session } the gain is { $gain } points. Half a reliable change, { $expected } points, is expected by then.
progress-reason-week = Week { $week }: { $total } is at or beyond { $from }, from where little gain was seen later ({ $source }).
progress-reason-away = Missed { $missed } of the last { $of } sessions, after coming to most of those before.
progress-reason-risk = The answer to item { $item } asks for a conversation about safety.
progress-reason-risk-open = Item { $item }, about safety, was left open.

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
progress-group-not-added = These answers are not added up
progress-group-unjudged = What counts as a clear change is not known here
progress-unjudged = not judged
progress-results = Latest answers
progress-answered-on = Answered
progress-result = What stands out
progress-nothing-stands-out = nothing
progress-star = * pro-rated: some questions were left open
progress-no-battery = This group asks nothing yet.
progress-choose-battery = Choose what to ask
progress-summaries = Summaries for me
progress-endings = Coming to an end
progress-ending-open = { $count ->
    [one] One thing is still to do
   *[other] { $count } things are still to do
}
progress-strains = Something may stand between you
progress-strain = The rating of { $day } fell well below their own earlier ones
progress-incidents = What happened at meetings
