### Techniques: the library, worksheets, skills, homework.

techniques-title-library = Library
techniques-title-forms = Worksheets
techniques-title-form = Worksheet
techniques-title-sheet = Sheet
techniques-title-sheets = My sheets
techniques-title-skills = Skills
techniques-title-skill = Skill
techniques-title-shared = Shown to the group
techniques-title-task = Practice
techniques-title-homework = Homework
techniques-title-person = Worksheets
techniques-title-diary = Diary card
techniques-title-plan = Plan

## The library

techniques-library-lead = Worksheets, skills and programmes, each with what is known about it.
techniques-library-nothing = Nothing here holds these words.
techniques-filter = Find by a word
techniques-filter-show = Show
techniques-programmes = Programmes
techniques-forms = Worksheets
techniques-skills = Skills
techniques-for = For
techniques-takes = Takes
techniques-version = Version
techniques-set = Part of
techniques-asks = What it asks
techniques-signals = What a person looks at
techniques-evidence = What is known
techniques-checked = Checked
techniques-partly-checked = Partly checked
techniques-unverified = Not checked
techniques-source = Source: { $source }
techniques-licence = Terms of its words
techniques-cautions = When to take care
techniques-not-for = For whom not
techniques-sessions = Sessions
techniques-sessions-of = { $count } sessions of { $minutes } minutes
techniques-session-title = { $number }. { $title }
techniques-group-size = Members
techniques-from-to = { $from } to { $to }
techniques-aim = Aim:
techniques-in-the-room = In the room:
techniques-homework = Homework:
techniques-hand-out = To take home:
techniques-fidelity = Ticked afterwards
techniques-agenda = Agenda
techniques-block = Part
techniques-block-minutes = Minutes
techniques-block-owner = Led by
techniques-block-notes = Notes
techniques-owner-leader = Leader
techniques-owner-co-leader = Co-leader
techniques-owner-all = All

## Beginning

techniques-forms-lead = Take one when it fits. Half a sheet is useful too.
techniques-no-forms = There are none here yet. They come with the group you belong to.
techniques-about-minutes = About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
techniques-helps-when = It helps when
techniques-for-group = For which group?
techniques-begin = Begin
techniques-begin-how = Each step is kept as you go. You can stop at any time and go on later, here or on another device.
techniques-fault-day = Choose today or a day before it
techniques-conflict-nobody-reads = This sheet asks about danger, and nobody is there to read it now. It waits until somebody is.
techniques-conflict-form-gone = The form of this sheet is not here any more. What you wrote is kept.

## Skills

techniques-skills-lead = Small things to do in a hard moment, and between them.
techniques-skills-about = Small things to do in a hard moment
techniques-no-skills = There are none here yet. They come with the group you belong to.
techniques-how = How it is done
techniques-practise-with = To practise with

## Filling in

techniques-step-of = Step { $number } of { $count }
techniques-back = Back
techniques-continue = Continue
techniques-more-rows = Keep, and more rows
techniques-stop = Stop here and keep it
techniques-keep-all = Keep it
techniques-by-day = The week, a day a page
techniques-kept = Saved { $time }
techniques-offline = This could not be saved yet. It is kept on this device until you are back.
techniques-yes = Yes
techniques-no = No
techniques-own-words = Or in your own words
techniques-own-rows = Add something of your own
techniques-own-row = Of your own, { $number }
techniques-own-row-name = What is it?
techniques-in-order = Their order counts.
techniques-row = { $name } { $number }
techniques-range-unit = A number from { $from } to { $to }, in { $unit }.
techniques-range-ends = { $from } to { $to }. { $from } is: { $low }. { $to } is: { $high }.
techniques-range-percent = 0 to 100.
techniques-time-hint = Like 22:30.
techniques-fault-needed = Fill this in, or keep the sheet as a draft
techniques-fault-long = This is longer than the field takes. Shorten it; what you wrote is still here
techniques-fault-whole = Choose a whole number
techniques-fault-range = Choose a number within the range above it
techniques-fault-range-five = Choose a number from 0 to 5
techniques-fault-range-ten = Choose a number from 0 to 10
techniques-fault-range-hundred = Choose a number from 0 to 100
techniques-fault-phone = Write a phone number, like 030 123456
techniques-fault-rows = There are more rows than fit here. Keep those that matter most
techniques-fault-name = Give this row a name
techniques-fault-order = Check this time: it comes before the one above it
techniques-danger-read = An answer here that tells of danger reaches whoever is on duty at once, even before you finish.
techniques-help = Get help now
techniques-read-at = Sheets are read: { $hours }. Nobody reads them around the clock.
techniques-read-at-no-hour = Nobody reads sheets around the clock.
techniques-form-changed = This sheet has changed since you began.
techniques-form-changed-all = All that you wrote still stands in its place.
techniques-form-changed-lost = What still fits stands in its place. The rest has no place any more, and is kept here until you finish:
techniques-conflict-finished = This sheet is finished. Open it again to change it.
techniques-conflict-kept-elsewhere = This sheet was kept in another window a moment ago. Look at it once more.
techniques-conflict-empty = There is nothing on this sheet yet.
techniques-conflict-answered = This sheet has been answered, and stays as it was read.
techniques-conflict-left = You have left this group, and cannot show it anything new.

## A sheet as it reads

techniques-nothing-yet = Nothing on it yet.
techniques-left-open = Left open
techniques-of = { $number } of { $of }
techniques-figures = Worked out from it
techniques-figures-how = How was this worked out?
techniques-figure-contradiction = The answers do not fit each other here. Have another look at the times.
techniques-hours = { $hours } h { $minutes } min
techniques-minutes = { $minutes } min
techniques-percent = { $percent } %
techniques-finished-at = Finished: { $moment }
techniques-begun-kept = Not finished yet. Saved: { $moment }
techniques-draft = Draft
techniques-done = Finished
techniques-step-by-step = One step at a time
techniques-all-on-one = All on one page
techniques-finish = Finish it
techniques-lacks = { $count ->
    [one] One thing is missing before it can be finished
   *[other] { $count } things are missing before it can be finished
}
techniques-reopen = Open it again
techniques-reopen-means = While it is open nobody else reads it.
techniques-discard = Throw this draft away
techniques-gone = Its form is not here any more
techniques-gone-kept = What you wrote is kept.
techniques-somebody = Somebody who leads
techniques-reply-of = { $name } writes

## Who may see it

techniques-who-may-see = Who may see this sheet?
techniques-share-keep = Keep this choice
techniques-share-once-finished = Nobody else sees it before you finish.
techniques-share-nobody = Only me
techniques-share-nobody-about = Takes back whatever was shown
techniques-share-leader = { $names }
techniques-share-leader-about = They can answer with a few words
techniques-share-group = My group, with my name there
techniques-share-group-about = Those who lead read it too. You can take it back at any time
techniques-share-anonymous = My group, without a name
techniques-share-anonymous-about = In a small group somebody may guess. You can take it back at any time
techniques-seen-nobody = Seen by you alone.
techniques-seen-leader = Seen by you and by { $names } once it is finished.
techniques-seen-group = Seen by you, by { $names } and by your group once it is finished, with your name in the group.
techniques-seen-anonymous = Seen by your group once it is finished, without your name.
techniques-shared = Shown to the group
techniques-shared-lead = What is shown here stays here. It can be taken back at any time.
techniques-shared-by = { $name }, { $day }
techniques-shared-stays = Seen by this group and those who lead it.
techniques-somebody-of-group = Somebody in the group
techniques-taken-back = This sheet was taken back by whoever showed it.

## Practice

techniques-homework-mine = To try until next time
techniques-homework-lead = Not done yet is fine. Bring what got in the way.
techniques-homework-over = Tried
techniques-drafts = Begun
techniques-sheets = Worksheets and exercises
techniques-begin-one = Begin a worksheet
techniques-finished = Finished
techniques-all-sheets = All my sheets
techniques-no-sheets = You have no sheets yet.
techniques-answered = Answered
techniques-not-answered = Not answered yet
techniques-until = Until: { $moment }
techniques-task-not-begun = Not begun
techniques-task-begun = Begun
techniques-task-done = Done
techniques-task-partly = Partly
techniques-task-not-done = Not this time
techniques-how-did-it-go = How did it go?
techniques-in-the-way = What got in the way?
techniques-in-the-way-hint = Often the most useful part. You can leave it empty.
techniques-task-seen = Seen by you and by those who lead your group.
techniques-task-keep = Keep it
techniques-go-on-sheet = Open my sheet
techniques-read-skill = Read the skill

## Homework for those who lead

techniques-homework-none = Nothing is set at the moment.
techniques-homework-ended = Taken off
techniques-homework-end = Take it off
techniques-homework-line = Until: { $until }. { $done } of { $all } have said how it went.
techniques-to-answer = { $count } to answer
techniques-set-homework = Set homework
techniques-fill-in = Fill the form with it
techniques-material = Worksheet or skill
techniques-choose = Choose
techniques-skill-of = Skill: { $skill } ({ $set })
techniques-instruction = What to do
techniques-instruction-hint = In your own words, to members.
techniques-obstacle = What could get in the way?
techniques-obstacle-hint = A question that members think about before they go home.
techniques-for-all = Everybody in the group
techniques-due = Until
techniques-next-session = The next session
techniques-gate = The next session builds on it: each sheet is read and answered before
techniques-gate-is = The next session builds on this. Read and answer each sheet before it begins.
techniques-gate-waiting = { $count ->
    [one] One sheet waits
   *[other] { $count } sheets wait
} for an answer before the next session, which builds on it.
techniques-conflict-nobody = Nobody sits in this group yet.
techniques-left = Somebody who has left
techniques-read-sheet = Read the sheet
techniques-shows-none = This person shows no sheets at the moment.
techniques-read-seen = This person can see who has opened their record.
techniques-reply = Answer
techniques-reply-lead = A few words to a page, or to all of it. What you leave empty says nothing.
techniques-reply-to = To “{ $title }”
techniques-reply-all = To the sheet as a whole
techniques-reply-keep = Keep the answer for { $name }

## Diary card

techniques-diary = Diary card
techniques-diary-about = One minute a day, and the week side by side
techniques-diary-lead = { $count } of 7 days are filled in.
techniques-fill-today = Fill in today
techniques-fill-day = { $day }
techniques-weeks = Weeks
techniques-week-before = Week before
techniques-week-after = Week after
techniques-week-table = The week as a table
techniques-week-empty = Nothing is written down in this week.
techniques-week-key = × is yes, ○ is no. What was written in words stands on each card.
techniques-targets = Targets
techniques-targets-before = Targets before
techniques-target-new = A new target
techniques-target-hint = What you agreed on, in a few words. It stands on each card from now on.
techniques-target-set = Agree on it
techniques-target-end = End it
techniques-target-since = since { $day }
techniques-target-days = { $from } to { $until }
techniques-conflict-targets = A card has room for four targets. End one before you agree on another.
techniques-digest = Skills of the week
techniques-digest-lead = From the cards of { $members } members in the last seven days. Nobody is named.
techniques-digest-line = { $skill }: on { $days ->
    [one] one day
   *[other] { $days } days
}, by { $people ->
    [one] one member
   *[other] { $people } members
}

## What a group follows

techniques-plan-none = This group follows no programme yet.
techniques-plan-follows = Follows
techniques-plan-since = Since
techniques-plan-next = Next: session { $number } of { $of }, { $title }
techniques-plan-ended = The programme has come to its end.
techniques-plan-choose = Choose a programme
techniques-programme = Programme
techniques-first = The next session takes step
techniques-first-hint = 1 is the beginning. The group keeps this version, whatever changes later.
techniques-follow = Follow it
techniques-fault-first = Choose a step that the programme has
techniques-own = Your practice’s own
techniques-own-version = { $title } (own, version { $version })
techniques-own-is = Version { $version } of your practice’s own copy.
techniques-own-copy = Copy it and change the copy
techniques-own-change = Change a session
techniques-own-keep = Keep as a new version
techniques-own-minutes = A session has { $minutes } minutes, and its parts fill them.
techniques-session-name = Name
techniques-session-aim = Aim
techniques-session-aim-hint = Members read it too.
techniques-session-practice = In the room
techniques-block-number = Part { $number }
techniques-fault-minutes = The minutes of the parts do not add up to the session’s length
techniques-fault-session = This change leaves the programme without something it needs
techniques-fault-session-empty = Fill in every part
techniques-conflict-curriculum = Somebody has changed this programme in the meantime. Look at it once more.
