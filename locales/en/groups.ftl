### A group: its pages for those who lead it, and what is said when something cannot be done.

## What cannot be done

groups-conflict-state = The group cannot go there from where it is now. Look at how it stands, and try again.
groups-conflict-last-leader = This is the only person who leads the group. Name another one first.
groups-conflict-session-begun = This session has already begun, or it was called off before.
groups-conflict-not-open = This group takes no new members at the moment.
groups-conflict-full = All seats of this group are taken. Nobody was added.
groups-conflict-seat-ended = This membership has already ended.
groups-conflict-changed = Somebody else has changed this group in the meantime. Look at it again, and change what is still to be changed.

groups-fault-name = Give the group a name
groups-fault-capacity = Choose between 2 and 30 seats
groups-fault-capacity-taken = More people than that have a place already. Choose at least as many seats as there are people
groups-fault-zone = Choose the time zone that the group meets in
groups-fault-series = That is more sessions than a group can plan ahead. Plan fewer
groups-fault-date = Choose a day that lies nearer
groups-fault-past = Choose a day and time that are still to come

## The list, and founding

groups-title-list = Groups
groups-title-new = A new group
groups-none = You lead no group yet. Found one, or ask a colleague to name you in theirs.
groups-none-led = You lead no group yet. Ask a colleague to name you in theirs.
groups-none-here = There is no group yet.
groups-found = Found a group
groups-places = { $taken } of { $capacity } places taken
groups-on-now = On now, until { $time }
groups-not-closed = Begun, and not closed yet
groups-no-session = No session is planned
groups-kind = What kind of group is it?
groups-kind-hint = This stays as it is. What may be asked, written down and shown follows from it.
groups-kind-therapy = Group therapy
groups-kind-therapy-about = Treatment, led by a licensed therapist, with screening, consent and measures.
groups-kind-support = Support group
groups-kind-support-about = Company, led by a trained facilitator. No diagnosis, no scores, no notes about anyone.
groups-name = Its name
groups-name-hint = Neutral, such as “Tuesday group”. Those who take part see it, and nothing of what the group is about.
groups-focus = What it is for
groups-focus-hint = For those who lead it. Letters, and pages of those who take part, never show it.
groups-approach = How it works
groups-approach-hint = Such as CBT, DBT skills, or shared experience.
groups-place = Where it meets
groups-place-hint = A room, or “online”.
groups-capacity = Seats
groups-format = Who can come when?
groups-format-closed = Closed
groups-format-closed-about = The same people from the first session to the last.
groups-format-slow-open = Slow-open
groups-format-slow-open-about = A seat that becomes free is given to somebody new.
groups-format-open = Open
groups-format-open-about = Whoever comes is there.
groups-zone = Time zone
groups-zone-hint = Its clock, such as Europe/Dublin. Sessions keep their time of day when the clocks change.
groups-founding-next = You lead the group that you found. It takes members once you open it, and that asks for a licence that holds.

## The overview

groups-title-overview = Group
groups-lead = { $kind }, { $format }.
groups-change = Change
groups-missing = Before this group may take members or meet:
groups-next = Next sessions
groups-session-number = Session { $number }
groups-all-sessions = All sessions
groups-leaders = Who leads it
groups-confidence = Something shared here was told outside
groups-change-leaders = Change who leads it
groups-seats = Places
groups-life = Where it is
groups-life-hint = A step is taken once. What has been kept stays as it is.
groups-step-planned = Plan it again
groups-step-recruiting = Open it to members
groups-step-confirmed = Enough people have said yes
groups-step-running = It meets now
groups-step-closing = Name its ending
groups-step-ended = It has ended
groups-step-ended-what = The group meets no more. Where sessions are still planned, they are called off, and members get one neutral mail. This cannot be taken back.
groups-step-ended-do = End the group
groups-step-never = It does not take place
groups-step-never-what = The group ends before it has met. Where sessions are planned, they are called off, and whoever has a place gets one neutral mail. This cannot be taken back.
groups-step-follow-up = Ask members once more
groups-step-archived = Put it away
groups-state-planned = Planned
groups-state-recruiting = Open to members
groups-state-confirmed = About to begin
groups-state-running = Running
groups-state-closing = Coming to its end
groups-state-ended = Ended
groups-state-follow-up = Being followed up
groups-state-archived = Put away

## Its words and its leaders

groups-title-words = Change this group
groups-save = Save
groups-cancel = Leave it as it is
groups-title-leaders = Who leads it
groups-role-leader = Leads
groups-role-co-leader = Co-leads
groups-role-supervisor = Supervises
groups-role-facilitator = Facilitates
groups-appoint-heading = Name somebody
groups-appoint-hint = A person has one part in a group. Naming them again changes it.
groups-appoint-whom = Whom?
groups-appoint-as = As what?
groups-appoint = Name them
groups-relieve = Relieve { $name }

## Its calendar

groups-title-sessions = Sessions
groups-title-move = Move a session
groups-column-session = Session
groups-column-when = When
groups-column-state = State
groups-column-change = Change
groups-session-planned = To come
groups-session-open = Now
groups-session-held = Held
groups-session-cancelled = Called off
groups-plan-heading = Plan sessions
groups-plan-first = First session
groups-plan-first-hint = On the clock of { $zone }
groups-plan-time = Begins at
groups-plan-minutes = Minutes
groups-plan-count = How many sessions
groups-plan-every-weeks = Weeks from one to the next
groups-plan = Plan them
groups-move = Move
groups-move-lead = Session { $number } is on { $time }. Attendance and answers stay with it.
groups-move-date = New day
groups-move-which = What moves?
groups-move-one = This session alone
groups-move-rest = This one and all that follow
groups-move-rest-hint = By the same number of days, to the same time of day.

## Tabs

groups-tabs = This group
groups-tab-overview = Overview
groups-tab-people = People
groups-tab-sessions = Sessions
groups-tab-goals = Goals
groups-tab-plan = Plan
groups-tab-homework = Homework
groups-tab-fidelity = Fidelity
groups-tab-measures = Measures
groups-tab-questions = Questions
groups-tab-talks = Talked about
groups-tab-between = Between members
groups-tab-threads = Threads
groups-tab-repairs = Repairs
groups-tab-ending = Ending
groups-tab-door = Front door
groups-tab-supervision = Supervision
groups-tab-hold = Legal hold
