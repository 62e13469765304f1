### Sessions: opening, attendance, closing, and what follows from absence.

sessions-title = Session

## A session, for those who lead it

sessions-number = Session { $number } of { $count }
sessions-when = { $start } to { $end }
sessions-about = About this session
sessions-state = How it stands
sessions-state-planned = Planned
sessions-state-open = Open now
sessions-state-held = Held
sessions-state-called-off = Called off
sessions-led-by = Led by
sessions-somebody = somebody
sessions-outreach-damaged = What was written here cannot be read.
sessions-length = Length
sessions-minutes = { $count ->
    [one] One minute
   *[other] { $count } minutes
}
sessions-open = Open the session
sessions-open-from = It can be opened from { $moment }.
sessions-away = Who cannot come
sessions-away-nobody = Nobody has said that they cannot come.
sessions-expected = Expected
sessions-expected-count = { $count } of { $of }
sessions-too-few = { $coming ->
    [0] Nobody is coming
    [one] One member is coming
   *[other] { $coming } members are coming
}, and a session needs { $needed }.
sessions-too-few-what = Call it off, move it, or meet to do something else. The choice is yours.
sessions-call-off = Call this session off
sessions-call-off-what = Members get a neutral mail, and their pages say that it does not take place. This cannot be taken back.
sessions-call-off-do = Call it off
sessions-called-off = This session does not take place.
sessions-later = Afterwards
sessions-later-what = What is written afterwards is for those who lead the group.
sessions-notes = Record and notes
sessions-notes-what = The record of the group once, then a note for each member. About a quarter of an hour for eight.
sessions-log = Log of this meeting
sessions-log-what = How many came, what it was about, and what happened. No names.
sessions-no-attendance = This group keeps no attendance by person.

## Attendance

sessions-attendance = Attendance
sessions-attendance-how = The session has { $count } minutes; change them for whoever came late or left early. A line goes into that member’s own record, so it names nobody else.
sessions-minutes-of = { $name }, minutes
sessions-line-of = { $name }, in a line
sessions-not-marked = Not marked yet
sessions-unmarked = Not marked yet: { $names }.
sessions-keep = Save attendance
sessions-keep-rest = Save, the others were there
sessions-kept = Saved, { $time }
sessions-close = Save and close the session
sessions-close-what = Closing makes this final. Whoever stayed away is then listed, with what to do.
sessions-close-final = Closing makes this final.
sessions-close-early = It goes on until { $time }. Close it when everybody has gone.
sessions-close-early-minutes = If you close it now, everybody keeps the minutes that stand here. Change them first.
sessions-came = { $count } of { $of } were there
sessions-column-member = Member
sessions-column-how = How
sessions-column-minutes = Minutes
sessions-column-line = In a line

sessions-presence-present = Present
sessions-presence-late = Came late
sessions-presence-left-early = Left early
sessions-presence-remote = By video or telephone
sessions-presence-absent-told = Away, had told us
sessions-presence-absent-silent = Away without word
sessions-presence-excused = The session was called off
sessions-presence-removed = Had to leave the room
sessions-presence-not-admitted = Not let in

## Absences

sessions-absences = Absences to follow up
sessions-absence-reach = Reach them today: they stayed away without word
sessions-absence-twice = Away twice in a row: talk about it
sessions-absence-review = Away three times of five: meet to look at it together
sessions-absence-until = Session { $number }. Until: { $until }.
sessions-absence-late = Waiting for longer
sessions-absence-line = What was done for { $name }
sessions-absence-done = Put on record
sessions-outreach = What was done

## A session, for a member

sessions-mine-number = Session { $number }
sessions-with = With { $names }
sessions-away-ask = Can you not come?
sessions-away-seen = Seen by { $names }. Nobody else in the group sees it.
sessions-away-line = A line, if you like
sessions-away-line-hint = You need no reason.
sessions-away-say = I cannot come
sessions-said-away = You told us that you cannot come. Thank you for saying so.
sessions-come = I can come after all
sessions-mine-meeting = Go to the meeting
sessions-mine-begun = This session has begun.
sessions-mine-contact = To reach us:
sessions-mine-came = { $count ->
    [one] You were there for one minute.
   *[other] You were there for { $count } minutes.
}
sessions-mine-missed = We missed you.
sessions-mine-next = The next one is: { $moment }.
sessions-mine-called-off = This session does not take place.
sessions-mail = Mail about your dates
sessions-mail-wanted = A mail reminds you on the day before, and tells you when a date changes. It speaks of an appointment and of nothing else.
sessions-mail-decline = Send me no such mail
sessions-mail-declined = You get no mail about your dates.
sessions-mail-want = Remind me by mail
sessions-mail-reminder = You have an appointment on { $day }, { $time }. Sign in to see more, or to say that you cannot come:
sessions-mail-change = An appointment of yours has changed. Sign in to see it:

## What cannot be done

sessions-conflict-begun = This session has begun already.
sessions-conflict-early = It is too early to open this session.
sessions-conflict-called-off = This session was called off.
sessions-conflict-not-running = This group does not meet at present.
sessions-conflict-not-open = Open the session first.
sessions-conflict-closed = This session is closed. Its attendance is final.
sessions-conflict-unmarked = Somebody is not marked yet. Mark everyone, then close the session.
sessions-conflict-seat = Somebody on this list has no seat in the group any more. Look at the list once more.
sessions-conflict-absence-done = This was done already.

sessions-fault-minutes = Write the minutes as a number, no more than the session has
sessions-fault-words = Say in a few words what was done

## The pages of one session

sessions-tabs = This session
sessions-tab-session = Session
sessions-tab-prepare = Prepare
sessions-tab-floor = Floor
sessions-tab-room = Live room
sessions-tab-run = Run
sessions-tab-fidelity = As planned
sessions-tab-debrief = Look back
sessions-tab-briefs = Briefs
sessions-tab-notes = Record and notes
sessions-tab-log = Log
