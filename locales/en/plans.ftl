### Planning a session, running it, and looking back at it. For those who lead a group; members read none of this.

plans-title-prepare = Prepare
plans-title-run = Run
plans-title-briefs = Briefs
plans-title-fidelity = As planned
plans-title-debrief = Look back
plans-title-course = Fidelity
plans-title-supervised = Fidelity of the groups
plans-session = Session { $number }
plans-the-session = The session
plans-when = Session { $number }: { $start } to { $end }
plans-kept = Kept { $time }
plans-kept-now = What is kept now
plans-count-of = { $count } of { $of }
plans-percent = { $percent } %
plans-minutes-short = { $minutes } min
plans-minutes-of = { $used } of { $minutes } min

## The plan

plans-none = No plan was kept for this session.
plans-agenda = Agenda
plans-topic = What it is about
plans-topic-hint = In a line, without names. The record of the group begins with it.
plans-from = Where this comes from
plans-from-step = { $programme }, session { $number } of { $of }
plans-from-clock = The usual clock: { $clock }. The group follows no programme that says what comes today.
plans-aim = Aim
plans-practice = In the room
plans-sum-fits = { $minutes } minutes in all, as long as the session.
plans-sum-over = { $planned } minutes are planned, and the session has { $minutes }. That is { $over } too many.
plans-fit = Fit into { $minutes } minutes
plans-sum-under = { $planned } minutes are planned, and the session has { $minutes }. { $left } are free.
plans-block-number = Part { $number }
plans-block-title = Part
plans-block-minutes = Minutes
plans-block-owner = Who leads it
plans-block-how = How it stands
plans-block-more = Material, technique and notes
plans-block-material = What is needed
plans-block-material-hint = Such as a sheet for the wall, or cards.
plans-block-technique = From the library
plans-block-notes = Notes for those who lead
plans-owner-nobody = Nobody in particular
plans-technique-none = Nothing from the library
plans-up = Up
plans-down = Down
plans-remove = Take off
plans-add = One more part
plans-add-do = Add it
plans-keep = Keep the plan
plans-keep-what = Whatever button you choose, all that you typed is kept first.
plans-reset = Lay it out anew
plans-carried = Carried over from { $day }
plans-progress-open = To come
plans-progress-now = Now
plans-progress-done = Over
plans-progress-took = Took { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
plans-progress-skipped = Left out
plans-progress-left = Not reached
plans-left = Left from last time
plans-left-what = The last session did not reach this. Take it on, or let it go.
plans-left-block = { $title }, { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
plans-left-take = Take it on
plans-left-let = Let it go
plans-gate = Read before the session
plans-gate-what = This session builds on homework that is handed in. Each sheet waits for a short answer.
plans-gate-waiting = { $count ->
    [one] One sheet waits.
   *[other] { $count } sheets wait.
}
plans-skills = Skills of the week
plans-skills-what = From the cards of { $members } members in the last seven days. Nobody is named.
plans-skills-line = { $skill }: { $days ->
    [one] one day
   *[other] { $days } days
}, { $people ->
    [one] one member
   *[other] { $people } members
}

## Clocks of the usual formats

plans-clock-cbt = cognitive behavioural group
plans-clock-dbt = DBT skills
plans-clock-process = process group
plans-clock-psychoeducation = psychoeducation
plans-clock-mbct = mindfulness-based cognitive therapy
plans-clock-exposure = planned exposures
plans-clock-peer-support = peer support
plans-part-arrival = Arriving and questionnaires
plans-part-mood = Mood, and a bridge from last time
plans-part-agenda = What we do today
plans-part-homework-review = Looking at homework
plans-part-new-skill = Something new
plans-part-practice = Trying it out
plans-part-homework = Homework for the week
plans-part-take-home = What to take home
plans-part-mindfulness = Mindfulness practice
plans-part-round-of-homework = Round of homework
plans-part-break = Break
plans-part-wind-down = Winding down
plans-part-check-in = Check-in
plans-part-open-work = Open work
plans-part-closing-words = Closing words
plans-part-welcome = Welcome
plans-part-recap = What we had last time
plans-part-teaching = Teaching
plans-part-activity = Trying something
plans-part-questions = Questions
plans-part-summary = Summary
plans-part-opening-practice = Opening practice
plans-part-inquiry = What was noticed
plans-part-home-practice-review = Looking at practice at home
plans-part-theme = Theme of the day
plans-part-second-practice = Second practice
plans-part-home-practice = Practice until next time
plans-part-closing = Closing
plans-part-rationale = Why we do this
plans-part-exposures = Exposures in turn
plans-part-learning = What was expected, what happened
plans-part-principles = Reading: what we hold to
plans-part-guidelines = Reading: how we treat each other
plans-part-round = Check-in round, two minutes each
plans-part-talk = Topic
plans-part-helped = What has helped me
plans-part-help = Where there is help
plans-part-closing-round = Closing round
plans-notes-round = At most two minutes each. Nobody answers, asks or advises. Passing is fine and needs no reason.
plans-notes-talk = Say the topic, and that nobody has to keep to it. Each speaks of themselves. Let silence be.
plans-notes-helped = Ask what has helped, even a little, even once. Advice only where somebody asks for it.
plans-notes-closing-round = One hope or one step each, or pass. End on time, whatever is open.

## The running view

plans-run-say = Now: { $title }
plans-run-change = Change the plan
plans-run-left = { $count ->
    [one] One part is left from last time.
   *[other] { $count } parts are left from last time.
}
plans-run-left-look = Look at it
plans-run-open = Open the session
plans-run-close = Close the session
plans-run-behind = { $minutes ->
    [one] One minute behind.
   *[other] { $minutes } minutes behind.
}
plans-run-too-much = { $minutes ->
    [one] One minute more is planned than there is time.
   *[other] { $minutes } minutes more are planned than there is time.
}
plans-run-on-time = On time.
plans-run-room = { $minutes ->
    [one] One minute to spare.
   *[other] { $minutes } minutes to spare.
}
plans-run-begin-heading = Ready when you are
plans-run-begin-what = The clock begins with the first part. Only those who lead see it.
plans-run-begin = Begin
plans-run-through = All parts are through
plans-run-not-open = Not open yet
plans-run-not-open-what = Once the session is open, its parts can run here.
plans-run-over = The session is over
plans-run-over-what = { $count ->
    [0] Nothing is left for the next session.
    [one] One part was not reached. It is offered to the next session.
   *[other] { $count } parts were not reached. They are offered to the next session.
}
plans-run-left-of = left of { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
plans-run-over-time = over its { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
plans-run-used = Time used in this part
plans-run-until = Until { $time }
plans-run-owner = { $name } leads it.
plans-run-next = Next part
plans-run-skip = Leave it out
plans-run-back = Back
plans-run-for-you = For you
plans-run-needed = Needed: { $material }
plans-run-session-left = { $minutes ->
    [one] The session has one minute left.
   *[other] The session has { $minutes } minutes left.
}
plans-run-session-over = { $minutes ->
    [one] The session is one minute over its time.
   *[other] The session is { $minutes } minutes over its time.
}
plans-here = Here
plans-here-more = Minutes and words
plans-checked-in = Has checked in
plans-not-checked-in = { $answered } of { $of } answered
plans-mark-here = Here
plans-mark-here-of = { $name } is here
plans-mark-late = Late
plans-mark-late-of = { $name } comes late, and is here from now on
plans-mark-away = Away
plans-mark-away-of = { $name } is away without word
plans-homework-in = Homework in
plans-homework-all = All homework
plans-concerns = Only for those who lead
plans-concern-open = An open concern that nobody has taken yet
plans-concern-taken = An open concern, taken by { $name }
plans-concern-taken-by-somebody = An open concern that somebody has taken
plans-jot = Note for yourself
plans-jot-words = A line for you alone
plans-jot-hint = Kept apart from every record, and not shown here again.
plans-jot-keep = Keep it
plans-jot-read = Read what you noted

## Briefs

plans-briefs-seen = Your own thoughts, kept apart from every record. They are in no export, and whoever stands in for you does not find them.
plans-briefs-prove = Show once more who you are, then what is kept stands here too.
plans-brief-before = Before the session
plans-brief-after = After the session
plans-brief-watch = What to watch
plans-brief-parts = Who leads what
plans-brief-noticed = What I noticed
plans-brief-worried = Who I worried about
plans-brief-disagreed = Our disagreement
plans-brief-next = Plan for the next session
plans-brief-audience = Who reads it
plans-brief-only-me = Only me
plans-brief-co-leaders = Those who lead this session with me
plans-brief-for-names = { $names }, and nobody who comes later
plans-brief-for-nobody-yet = Nobody leads with you at present.
plans-brief-for-those = Those who lead with you now, and nobody who comes later
plans-brief-keep = Keep it
plans-brief-of = { $name }: { $moment }
plans-jottings = What you noted while it went on

## As planned

plans-fidelity-seen = Seen by those who lead the group and by their supervisor. It is for learning, and for nothing else.
plans-fidelity-not-begun = This is filled in once the session has begun.
plans-fidelity-none = Nobody has looked back at this session yet.
plans-fidelity-form = Done as planned?
plans-fidelity-what = About two minutes. What the running view knows is filled in.
plans-fidelity-keep = Keep it
plans-fidelity-run = The whole run
plans-fidelity-percent = { $percent } % as planned
plans-fidelity-how = Each part and each line below weighs the same. A part that came about in part weighs half.
plans-fidelity-by = Written by
plans-elements = Parts of the plan
plans-element = Part
plans-element-delivered = Came about
plans-element-minutes = Minutes
plans-element-reason = Why otherwise
plans-delivered-open = Choose
plans-delivered-full = As planned
plans-delivered-partly = In part
plans-delivered-no = Not this time
plans-delivered-of = Did it come about: { $title }
plans-minutes-had = Minutes: { $title }
plans-reason-of = Why otherwise: { $title }
plans-planned = { $minutes } min planned
plans-checks = What the programme asks
plans-usual = After every session
plans-usual-homework-set = Homework was set, and we asked what could get in the way
plans-usual-practised = Something was tried in the room
plans-usual-invited = Everybody was invited to speak
plans-usual-safety = Safety was looked at
plans-usual-measures = Questionnaires were looked at
plans-usual-agreement = The group’s agreement was kept to
plans-reviewed = Homework talked about
plans-reviewed-of = Of how many
plans-deviations = What was otherwise
plans-deviations-hint = In your words, without names.
plans-course = Session by session
plans-course-none = No session has been looked back at yet.
plans-course-how = The movement is the straight line that fits best through all sessions. It says nothing about why.
plans-column-session = Session
plans-column-percent = As planned
plans-column-reviewed = Homework
plans-column-deviations = What was otherwise
plans-drift-few = { $count ->
    [one] One session so far. From four on, this says where it moves.
   *[other] { $count } sessions so far. From four on, this says where it moves.
}
plans-drift-steady = Steady over { $count } sessions.
plans-drift-falls = Over { $count } sessions it falls by about { $points } percentage points from one to the next.
plans-drift-rises = Over { $count } sessions it rises by about { $points } percentage points from one to the next.
plans-supervised-none = You supervise no group whose sessions are looked back at.
plans-supervised-what = The groups that you supervise, by name. It is for talking about, and compares nobody with anybody.

## Looking back at a meeting

plans-debrief-seen = Seen by those who facilitate this group. Nobody who came is named.
plans-debrief-what = Three quiet minutes when everybody has gone.
plans-debrief-safety = Was anybody’s safety in question, and what was done?
plans-debrief-tone = How was the tone in the room?
plans-debrief-follow-up = What is to be done before the next meeting?
plans-debrief-keep = Keep it

## What cannot be done

plans-conflict-changed = Somebody else has changed this plan meanwhile. What you typed is still here. Look at both, then keep it again.
plans-conflict-begun = This part has begun. It keeps its place.
plans-conflict-over = This session is over. Its plan stays as it is.
plans-conflict-not-open = Open the session first.
plans-conflict-steered = Somebody else pressed a button meanwhile. This is how it stands now.
plans-conflict-not-begun = This session has not begun yet.
plans-conflict-rated = Somebody else has kept this meanwhile. What you typed is still here. Look at both, then keep it again.
plans-conflict-brief = You have written this in another window meanwhile. What you typed is still here.
plans-fault-many = An agenda holds 24 parts. Take one off first
plans-fault-jottings = There are 200 notes on this session. Go on in your brief
plans-fault-reviewed = No more can be talked about than there was
