### Questionnaires: check-in, what a group asks, the library.

assessments-title-check-in = Check-in
assessments-title-review = Look it over
assessments-title-done = Thank you
assessments-title-battery = What this group asks
assessments-title-library = Questionnaires

## Check-in

assessments-begin = { $count } questions, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
assessments-begin-one = One question at a time
assessments-begin-all = All on one page
assessments-begin-skip = You can skip a question, stop at any time and go on later, here or on another device.
assessments-who-reads = Seen by you and by { $names }. If an answer suggests danger, whoever is on duty sees it too.
assessments-read-at = Answers are read: { $hours }. Nobody reads them around the clock.
assessments-read-at-no-hour = Nobody reads answers around the clock.
assessments-back = Back
assessments-question-of = Question { $number } of { $count }
assessments-question = Question { $number }
assessments-continue = Continue
assessments-skip = Skip this question
assessments-stop = Stop here and keep my answers
assessments-kept = Saved { $time }
assessments-offline = You are offline. Your answers are kept on this device until you are back.
assessments-to-review = Look it over
assessments-review-lead = Nothing has been sent yet. You can change any answer.
assessments-no-answer = No answer
assessments-send = Send my answers
assessments-done = Your answers are in. They will be talked about in your next session.
assessments-done-today = Back to today
assessments-done-progress = See my progress
assessments-attribution = { $text }

## What a group asks

assessments-no-reader = Nobody is on duty to read answers at once. Until somebody is, the PHQ-8 is asked in place of the PHQ-9.
assessments-battery-empty = This group asks nothing yet. Choose a set to begin with.
assessments-when-intake = Once, before the first session
assessments-when-each = Before each session
assessments-when-every = Before the first session and then every { $every } sessions
assessments-when-mid-and-end = At the middle and at the end
assessments-template-heading = Choose a set
assessments-template = The set of questionnaires
assessments-template-take = Ask this from the next session on
assessments-template-low-mood = Low mood
assessments-template-anxiety = Anxiety
assessments-template-skills = Skills for strong feelings
assessments-template-trauma = After trauma
assessments-template-check-out-only = Only the check-out after a session
assessments-ask-heading = Ask one person once
assessments-ask-what = Questionnaire
assessments-ask-whom = Person
assessments-ask-send = Ask now

## The library

assessments-library-lead = Each questionnaire has its exact wording, its scoring and its sources. A shell has no wording until the practice loads it with its permission.
assessments-library-ready = { $measures }, { $count } questions
assessments-library-shell = { $measures }, { $count } questions, a shell without wording
assessments-library-back = All questionnaires
assessments-library-measures = Measures
assessments-library-recall = Asks about
assessments-library-cadence = How often
assessments-library-change = Clear change
assessments-library-change-points = { $points } points. { $source }
assessments-library-change-none = No published figure. The practice can give its own.
assessments-library-items = Questions
assessments-library-no-wording = The wording belongs to its owner. Load it once you have the permission.
assessments-library-points = Points
assessments-library-band = Published name
assessments-library-member = What members read
assessments-library-bands = Bands
assessments-library-terms = Terms

## What went wrong

assessments-fault-instrument = This questionnaire is not ready to be asked
assessments-fault-answers = These answers do not fit the questionnaire. Open it again and answer once more
assessments-conflict-answered = This questionnaire has been answered already.
assessments-conflict-not-answered = This questionnaire has not been answered yet.
assessments-conflict-no-battery = This group has no questionnaire with a score yet.
