### Feedback: letters to one member, what their records show, and whether a score was talked about.

feedback-title-letter = A letter
feedback-title-person = Letters
feedback-title-patterns = What my records show
feedback-title-talks = Talked about
feedback-title-talks-mine = Did you talk about it?

## The parts of a letter

feedback-part-goal = What you set out to do
feedback-part-noticed = What I noticed
feedback-part-numbers = What your numbers show
feedback-part-helped = What seemed to help
feedback-part-pattern = Something to be curious about
feedback-part-experiment = Something to try
feedback-part-experiment-by = Something to try before { $day }
feedback-part-strength = A strength
feedback-part-turn = Your turn
feedback-hint-goal = The goal in the member’s own words, and how far it has come.
feedback-hint-noticed = Two or three things that you saw, with the session. What was done, not what it says about somebody.
feedback-hint-numbers = One sentence. A number helps to notice; it does not say why.
feedback-hint-helped = A practice, a skill or a moment, offered as a hunch.
feedback-hint-pattern = One only, and as a question.
feedback-hint-experiment = One small thing, with a day.
feedback-hint-strength = What they can rely on.
feedback-hint-turn = An open door: what does not fit is as welcome as what fits.
feedback-turn-start = What in this letter fits you, and what does not? Both help us.
feedback-dear = Dear { $name }
feedback-regards = With warm regards,
feedback-print-turn = My answer: fits / in part / does not fit …………………………………………

## What could be said

feedback-said-goal = “{ $words }”
feedback-said-numbers = { $title }: { $sentence } It helps us notice; it does not say why.
feedback-said-question = { $sentence } What do you make of it?
feedback-said-try = Try “{ $title }” once, on a day of your own choice.
feedback-said-came = You came to { $came } of { $sessions } sessions.
feedback-from-goal = Their goal, as you both agreed on it
feedback-from-practice = What they work with between the sessions
feedback-from-records = { $count ->
    [one] From one record of theirs
   *[other] From { $count } records of theirs
}
feedback-urge = Urge { $what }

## Writing

feedback-write = Write a letter
feedback-letter-to = Letter to { $name }
feedback-draft-lead = { $name } sees it when you give it, and not before. A letter of two minutes is read twice.
feedback-kept = Kept: { $time }
feedback-on-record = What is on record now
feedback-the-letter = The letter
feedback-could-say = What you could say
feedback-could-say-what = Drawn from { $name }’s own records by fixed rules. Nothing goes in unless you put it there.
feedback-nothing-to-say = There is not enough on record yet to suggest anything. Your own eyes come first anyway.
feedback-take = Put what is ticked into the letter
feedback-take-this = Put it into the letter
feedback-in-the-letter = In the letter
feedback-came-to = Sessions they came to
feedback-session-on = Session { $number }, { $day }
feedback-kept-out = What is kept out, and why
feedback-kept-out-what = Anything about other members. Worksheets that were not shown to you. Answers about danger: they are spoken about first. What the member says does not fit.
feedback-chart = One course beside it
feedback-no-chart = None
feedback-until = By which day?
feedback-preview = Keep it and read it through
feedback-keep = Keep the draft
feedback-discard = Throw this draft away
feedback-draft-seen = Only those who lead this group with you see a draft.
feedback-names = Another member is named.
feedback-names-why = A letter tells of its reader alone. As long as a name stands here, it cannot be given.
feedback-read-through = As { $name } will read it
feedback-write-on = Write on
feedback-open = Open the letter
feedback-unnoticed = “What I noticed” is empty. That part is yours: say what you saw.
feedback-no-day = Something is to be tried, and no day says until when. Choose one.
feedback-unspoken = A score is clearly worse than at the start. Such news is spoken first, and written second.
feedback-unspoken-what = Talk about it before you give the letter. Then tick below.
feedback-spoken = { $name } and I have spoken about the worse score.
feedback-given-seen = { $name } is told that a letter came, without a word of what it says. Once given, it stays as it is, and is part of their record.
feedback-give = Give it to { $name }
feedback-given-on = Given by { $name }, { $moment }. It stays as it is.
feedback-correction = To put something right, write another letter. This one is not changed.

## The course in a letter

feedback-usual = { $points } points above and below the start: your usual ups and downs
feedback-picture = { $title }, { $count } scores over time
feedback-chart-sentence = { $title }: { $first } at the start, { $last } at the last time, from { $count } answers.
feedback-chart-better = Better than at the start
feedback-chart-worse = Harder than at the start
feedback-chart-same = About as at the start

## Reading and answering

feedback-letters-mine = Letters to me
feedback-letter-from = A letter from { $name }
feedback-no-letters-mine = No letter yet.
feedback-letter-seen = You can read this letter, and so can { $names }. It is part of your record.
feedback-turn = Your turn
feedback-turn-lead = You need not answer. “It does not fit” is as useful as “It fits”.
feedback-how-fits = How well does the letter fit?
feedback-fits = It fits
feedback-fits-partly = It fits in part
feedback-fits-not = It does not fit
feedback-turn-words = What I would say to { $name }
feedback-turn-send = Send to { $name }
feedback-turn-done = { $name } has your answer.
feedback-their-answer = What { $name } says
feedback-no-answer = No answer yet. Nobody has to answer.
feedback-close = I have looked after this
feedback-closed-by = Looked after by { $name }, { $moment }
feedback-waiting = Answered { $moment }

## A person's page

feedback-letters = Letters
feedback-no-letters = No letter yet.
feedback-state-draft = Draft
feedback-state-given = Given
feedback-state-answered = The answer waits for you
feedback-state-closed = Answered and looked after
feedback-their-patterns = What the records show
feedback-their-patterns-lead = As { $name } reads it. What rests on worksheets that were not shown to you is not here.
feedback-leaders-only = For you alone

## Patterns

feedback-patterns = From your own records
feedback-patterns-lead = Sums of what you wrote yourself, by fixed rules. You are held against nobody but yourself.
feedback-no-patterns = There is not enough on record yet to say anything. That is fine.
feedback-patterns-about = What is this?
feedback-patterns-about-text = Each sentence is a hunch, never a cause. Below a fixed number of records nothing is said. You know better than any sum.
feedback-rests-on = { $count ->
    [one] From one record, { $from } to { $to }.
   *[other] From { $count } records, { $from } to { $to }.
}
feedback-worked-out = How was this worked out?
feedback-pattern-seen = You can read this, and so can { $names }. Your word stands beside it.
feedback-pattern-alone = Only you read this. It rests on worksheets that you keep for yourself.
feedback-say-word = Say a word to it
feedback-your-opinion = What do you say?
feedback-adds = I want to add something
feedback-disputes = That does not fit me
feedback-your-words = In your own words
feedback-say-it = Put it beside
feedback-about-trend = Questions you answered
feedback-about-daily = Day by day
feedback-about-homework = Practice between sessions
feedback-about-thoughts = Thought records
feedback-about-skills = Skills
feedback-about-activity = Activities
feedback-about-exposure = Going towards it
feedback-about-attendance = Coming to the group
feedback-about-avoidance = Put off
feedback-about-other = Something else

## Talked about

feedback-talks = Talked about
feedback-stage-measured = Answered
feedback-stage-shown = Looked at
feedback-stage-discussed = Talked about
feedback-stage-confirmed = Confirmed
feedback-stage-closed = Closed
feedback-column-person = Member
feedback-column-answered = Last answered
feedback-column-shown = Member looked
feedback-column-discussed = Talked about
feedback-column-confirmed = Member’s account
feedback-column-next = Next score
feedback-column-stage = How far
feedback-not-answered = Not answered yet
feedback-talks-table = Each member’s last answers, and what became of them
feedback-counted-leaders = Talked about { $talked } of { $all } times, by your account
feedback-counted-members = By the members’ account it was { $talked } of { $all } times.
feedback-looking-at = You are looking at { $title }. Others:
feedback-no-battery = This group asks no questions yet.
feedback-choose-battery = Choose what it asks
feedback-talks-why = Why both accounts?
feedback-talks-why-text = A score helps where it is talked about. Members remember that less often than those who lead. A gap between both is worth a question.
feedback-mark = It was talked about
feedback-mark-of = Mark what was answered { $moment } as talked about
feedback-note = A word about it
feedback-note-hint = For those who lead. You can leave it empty.
feedback-noted-about = Noted about { $moment }
feedback-said-about = What the member says about { $moment }
feedback-talks-mine-lead = You answered questions. What we make of your answers matters more than the numbers.
feedback-talks-asked = Asked now
feedback-talks-none = Nothing is asked now.
feedback-talks-said = What you said before
feedback-talks-when = { $title }, { $moment }
feedback-did-you-talk = Did you talk about it with whoever leads your group?
feedback-talked-yes = Yes, we did
feedback-talked-no = No, not yet
feedback-talks-words = Anything to add?
feedback-talks-words-hint = What helped, or what you would have liked. You can leave it empty.
feedback-talks-seen = Those who lead your group read this. Other members never do.
feedback-talks-send = Send it
feedback-talks-look = Look at my answers
feedback-records-mine = My records
feedback-to-patterns = What my records show
feedback-to-patterns-what = Sums by fixed rules, with room for your word
feedback-to-talks = Did you talk about it?
feedback-to-talks-what = Your account of what became of your answers
feedback-today-talks = Did you talk about your answers?
feedback-today-talks-what = { $count ->
    [one] One question, under a minute
   *[other] { $count } questions, a minute or two
}

## What the world has moved on from

feedback-conflict-left = This person has left the group. The letter cannot be given here any more; your draft is kept.
feedback-conflict-released = This letter has been given. It is not changed any more.
feedback-conflict-changed = Somebody has written on this letter since you opened it. Nothing of yours is lost: it stands here.
feedback-conflict-answered = You have answered this letter already.
feedback-conflict-closed = Somebody has looked after this already, or there is no answer yet.
feedback-conflict-pattern = This is not said any more. Your words stand here.
feedback-conflict-not-answered = This was not answered yet.
feedback-conflict-discussed = This is marked as talked about already.
feedback-conflict-confirmed = You have said so already.

## Statements

feedback-say-trend-better-lower = Your total is { $points } lower than at the start. That is better, and more than the usual ups and downs.
feedback-say-trend-better-higher = Your total is { $points } higher than at the start. That is better, and more than the usual ups and downs.
feedback-say-trend-worse-lower = Your total is { $points } lower than at the start. That is harder than before, and more than the usual ups and downs.
feedback-say-trend-worse-higher = Your total is { $points } higher than at the start. That is harder than before, and more than the usual ups and downs.
feedback-say-trend-same = Your total is about the same as at the start, within the usual ups and downs.
feedback-say-trend-lower = Your total is { $points } lower than at the start. Whether that is more than usual ups and downs is not known.
feedback-say-trend-higher = Your total is { $points } higher than at the start. Whether that is more than usual ups and downs is not known.
feedback-say-trend-level = Your total is the same as at the start.
feedback-say-daily-higher = { $what }: higher in the latest seven days ({ $week }) than over all your days ({ $all }). { $above } of { $days } days were above your middle.
feedback-say-daily-lower = { $what }: lower in the latest seven days ({ $week }) than over all your days ({ $all }). { $above } of { $days } days were above your middle.
feedback-say-daily-level = { $what }: in the latest seven days about as over all your days ({ $all }). { $above } of { $days } days were above your middle.
feedback-say-daily-weekday = { $what }: higher on { $weekday }s ({ $above } of { $days }).
feedback-say-homework-done = { $done } of { $tasks } done.
feedback-say-homework-done-partly = { $done } of { $tasks } done, { $partly } more in part.
feedback-say-homework-obstacle = What got in the way most often: { $obstacle } ({ $times } times).
feedback-say-homework-latency = You mostly do a task about { $days } days after it was given.
feedback-say-homework-difficulty = You rated your tasks about { $difficulty } of 10 for difficulty.
feedback-say-thoughts-belief-lower = While you write a thought record, your belief in the thought goes down by { $points } points on average.
feedback-say-thoughts-belief-higher = While you write a thought record, your belief in the thought goes up by { $points } points on average.
feedback-say-thoughts-belief-level = While you write a thought record, your belief in the thought stays about the same.
feedback-say-thoughts-habit = You named { $habit } in { $times } of { $records } thought records.
feedback-say-skill-lower = On days with { $skill }, { $mood } averaged { $difference } lower. It could be either direction: easier days may also make the skill easier.
feedback-say-skill-higher = On days with { $skill }, { $mood } averaged { $difference } higher. It could be either direction: you may use the skill when { $mood } is strong.
feedback-say-skill-level = On days with { $skill }, { $mood } averaged the same as on other days.
feedback-say-skill-next-lower = The day after { $skill }, { $mood } averaged { $difference } lower. Other things may lie behind both.
feedback-say-skill-next-higher = The day after { $skill }, { $mood } averaged { $difference } higher. Other things may lie behind both.
feedback-say-skill-next-level = The day after { $skill }, { $mood } averaged the same as after other days.
feedback-say-activity-pleasure = Of what you tried more than once, { $activity } gave you most pleasure: { $mean } of 10 on average.
feedback-say-activity-mastery = Of what you tried more than once, { $activity } gave you the strongest sense of mastery: { $mean } of 10 on average.
feedback-say-exposure-outcome = What you feared happened in { $happened } of { $exposures } exposures.
feedback-say-exposure-expected = What you feared happened in { $happened } of { $exposures } exposures. Beforehand it seemed { $expected } percent likely on average.
feedback-say-exposure-within = Within an exposure your distress went from { $start } to { $peak } at its height and to { $end } at the end, on average.
feedback-say-exposure-peak-lower = { $step }: at its height, distress was { $points } points lower the latest time ({ $last }) than the first ({ $first }).
feedback-say-exposure-peak-higher = { $step }: at its height, distress was { $points } points higher the latest time ({ $last }) than the first ({ $first }).
feedback-say-exposure-peak-level = { $step }: at its height, distress was the same the latest time as the first ({ $first }).
feedback-say-attendance-rate = Came to { $came } of { $sessions } sessions.
feedback-say-attendance-away = Missed the latest { $missed } sessions in a row. Somebody could ask how they are.
feedback-say-attendance-fell = Missed { $missed } of the latest { $latest } sessions, after coming to most before. Somebody could ask how they are.
feedback-say-participation-few = Took the word less than half as often as usual ({ $usual } times) in each of the latest { $sessions } sessions that were counted.
feedback-say-participation-turns = Takes the word about { $middle } times a session, over { $sessions } sessions that were counted.
feedback-say-climate-higher = The latest session that four people or more rated: { $latest } on average, by { $raters } people; the sessions before, { $before }.
feedback-say-climate-lower = The latest session that four people or more rated: { $latest } on average, by { $raters } people, below the sessions before ({ $before }).
feedback-say-climate-level = The latest session that four people or more rated: { $latest } on average, by { $raters } people, as the sessions before.
feedback-say-attendance-later = Comes later from session to session, by about { $minutes } minutes each.
feedback-say-avoidance = { $times } things were put off. What would make one of them small enough to try?

feedback-how-trend = From your { $n } totals: the latest, { $last }, against the first, { $first }. Usual ups and downs come from the questionnaire's published figures.
feedback-how-trend-open = From your { $n } totals: the latest, { $last }, against the first, { $first }. Nobody has published how large usual ups and downs are here.
feedback-how-daily = From { $n } days with an entry: your middle value of the latest seven days against that of all your days. Half of the values lie below a middle.
feedback-how-daily-weekday = From { $n } days with an entry: how many of each weekday lie above your own middle. With seven weekdays, one can stand out by chance.
feedback-how-homework-done = From the { $n } tasks that you were given.
feedback-how-homework-done-partly = From the { $n } tasks that you were given.
feedback-how-homework-obstacle = From what you noted beside your { $n } tasks.
feedback-how-homework-latency = From { $n } tasks that you did: the middle of the days between being given and being done.
feedback-how-homework-difficulty = From { $n } tasks that you rated: the middle of your ratings, where 10 is hardest.
feedback-how-belief = From { $n } thought records with both figures: belief at the beginning minus belief at the end, averaged.
feedback-how-thoughts-habit = From { $n } thought records: each habit counts once a record, as you named it.
feedback-how-skill = From { $n } days: the mean of { $with } days with the skill and of { $without } days without. { $overlap } of the { $with } days lie within the range of the others.
feedback-how-skill-next = From { $n } pairs of days: the mean of the day after { $with } days with the skill and after { $without } without. { $overlap } of { $with } lie within the range of the others.
feedback-how-activity = From { $n } entries: the mean of each kind of activity that was rated twice or more; { $activity } was rated { $times } times.
feedback-how-exposure-outcome = From { $n } exposures in which you noted what came of it.
feedback-how-exposure-expected = From { $n } exposures in which you noted what came of it, and how likely it seemed before.
feedback-how-exposure-within = From { $n } exposures with all three ratings, each from 0 to 100, averaged.
feedback-how-peak = From { $n } exposures of this step: the height of distress of the latest against that of the first, each from 0 to 100.
feedback-how-attendance = From { $n } sessions that were held for this member; reasons for staying away are not known here.
feedback-how-turns = Counted by how loud it was in { $n } sessions, with the member’s agreement; a cough counts too. Against this member’s own sessions only.
feedback-how-climate = From { $n } sessions that four people or more rated. Sessions with fewer ratings are left out, so that nobody can be found.
feedback-how-attendance-later = From { $n } sessions that this member came to: the middle of all differences between two sessions.
feedback-how-avoidance = From what you put off: { $exposures } exposures, { $not_today } times not today, { $items } items left open.
