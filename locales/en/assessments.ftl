### Questionnaires: check-in, one's own answers, what a group asks, the library.

assessments-title-check-in = Check-in
assessments-title-review = Look it over
assessments-title-done = Thank you
assessments-title-battery = What this group asks
assessments-title-library = Questionnaires
assessments-title-answers = What I answered
assessments-title-answered = My answers
assessments-title-correct = Correct my answers
assessments-title-read = Answers

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
assessments-offline = This could not be saved yet. It is kept on this device until you are back.
assessments-one-more = One more thing
assessments-own-words = In your own words, as much or as little as you like. You can leave it empty.
assessments-leader-only = Seen by you and by the one who leads your group, and by nobody else.
assessments-waits = These questions wait until somebody is there to read your answers.
assessments-waits-help = If you need somebody now, “Get help now” above is always there.
assessments-to-review = Look it over
assessments-review-lead = Nothing has been sent yet. You can change any answer.
assessments-no-answer = No answer
assessments-open-danger = A question that asks about danger is open. You can leave it so. Whoever is on duty is then told, and asks you about it.
assessments-send = Send my answers
assessments-done = Your answers are in. They will be talked about in your next session.
assessments-done-today = Back to today
assessments-done-look = Look at my answers
assessments-done-progress = See my progress
assessments-attribution = { $text }

## Answers, read again

assessments-answers-none = You have not answered anything yet. What you send is kept here for you.
assessments-answers-line = { $moment } · { $total }
assessments-answers-older = Older answers
assessments-answers-newest = Back to the newest
assessments-answers-seen = Only you see this list. Those who lead your group see the answers that you gave there.
assessments-corrected = corrected
assessments-answered-at = Answered: { $moment }.
assessments-corrected-at = Corrected: { $moment }.
assessments-heavy = Show the question
assessments-leader-only-kept = What you wrote for your leader alone is seen by the one who leads your group, and by nobody else.
assessments-leader-alone = For the leader alone
assessments-help = What you told us matters. Help is there, and you can see who has been told.
assessments-help-open = See the help
assessments-correct = Correct my answers
assessments-correct-lead = Change what was not right. What you sent before is kept beside it, and you need not say why.
assessments-correct-send = Send the corrected answers
assessments-correct-leave = Leave it as it is
assessments-versions = Before the correction
assessments-versions-lead = What was sent first stays as it was.
assessments-version = { $moment }
assessments-read-seen = The member can see that you opened these answers.
assessments-total = { $total } of { $highest }, { $band }
assessments-total-plain = { $total } of { $highest }
assessments-total-prorated = { $total }, pro-rated
assessments-total-from-rest = { $total }, worked out from the answers given
assessments-unnamed = No words are published for what this adds up to. Ask those who lead your group what it means for you.
assessments-too-open = Too much was left open for a score
assessments-not-added = These answers are not added up to a score.
assessments-prorated-why = Some questions were left open. They count as much as the others did on average.
assessments-rough = A score is a rough picture of some days, not of you.
assessments-met = Met
assessments-not-met = Not met
assessments-met-open = Open, since answers are missing
assessments-stopped-at-gate = Stopped after the first question, as the form says.
assessments-look-low = “{ $item }”: { $rating }
assessments-look-fallen = “{ $item }”: { $rating }, after { $mean } on average

## What a group asks

assessments-no-reader = Nobody is on duty to read answers at once. Until somebody is, the PHQ-8 is asked in place of the PHQ-9, and the ASQ is not asked.
assessments-battery-empty = This group asks nothing yet. Choose a set to begin with.
assessments-when-intake = Once, before the first session
assessments-when-each = Before each session
assessments-when-after = After each session, of those who were there
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
assessments-fault-no-reader = This asks about danger. Arrange first who reads the answers
assessments-fault-answers = These answers do not fit the questionnaire. Open it again and answer once more
assessments-conflict-answered = This questionnaire has been answered already.
assessments-conflict-asked-twice = These questions are asked of you already, in another form.
assessments-conflict-not-answered = This questionnaire has not been answered yet.
assessments-conflict-no-battery = This group asks nothing yet.

## Loading the words of a shell

assessments-title-wording = Load the wording
assessments-wording-lead = This form belongs to somebody. Type its words exactly as they are printed, once you may use them here.
assessments-wording-instruction = The sentence above the questions
assessments-wording-items = The questions, one on each line
assessments-wording-items-hint = { $count } lines, in the order of the form.
assessments-wording-labels = The choices of answer set { $number }, one on each line
assessments-wording-labels-hint = { $count } lines, in the order of the form.
assessments-wording-document = What allows it
assessments-wording-document-hint = The letter, licence or page that gives the permission, and its date. Keep it where you find it again.
assessments-wording-allowed = I have read the permission, and it covers this use
assessments-wording-keep = Load it
assessments-wording-load = Load the wording
assessments-wording-loaded = Loaded on { $day }. What allows it: { $document }
assessments-wording-withdraw = Take the wording off
assessments-fault-wording = These words do not fit the form
assessments-fault-items = Write as many lines as the form has questions
assessments-fault-labels = Write as many lines as there are choices
assessments-conflict-worded = This questionnaire has its wording already, and it may not be changed.
