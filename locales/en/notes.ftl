notes-title-desk = Record and notes
notes-title-note = Note
notes-title-person = Notes
notes-title-own = Your own note
notes-title-log = Log of the meeting
notes-after = After session { $number }
notes-session = Session { $number }
notes-meeting = Meeting { $number }
notes-when = { $start } to { $end }
notes-kept = Kept { $time }
notes-not-begun = Notes are written once the session has begun.
notes-keep = Keep and go on later
notes-sign-all = Sign all that are ready
notes-sign-what = Whatever button you choose, all that you typed is kept first. A signed note stays as it is for ever. Something can be added to it.
notes-each = For each person
notes-each-count = { $done } of { $of } written
notes-each-how = The facts are filled in. You add a sentence or two.
notes-nobody = Nobody has been marked as present yet.

notes-shared = For the group, once
notes-shared-what = Goes into every member’s note. No names, and nothing that one person said.
notes-shared-none = Nobody has written the record of the group yet.
notes-shared-topic = What it was about
notes-shared-techniques = What we did
notes-shared-materials = Materials
notes-shared-plan = What comes next
notes-shared-unwritten = First write for the group what the session was about. It goes into this note.
notes-shared-names-first = The record of the group names somebody. Once that is mended, this note can be signed.

notes-format = How you like to write
notes-format-choose = Fields of a note
notes-format-hint = Notes that you have begun keep the fields that they have.
notes-format-use = Use these from now on
notes-format-birp = BIRP: behaviour, intervention, response, plan
notes-format-dap = DAP: data, assessment, plan
notes-format-girp = GIRP: goal, intervention, response, plan
notes-format-pie = PIE: problem, intervention, evaluation
notes-format-soap = SOAP: subjective, objective, assessment, plan
notes-field-assessment = Assessment
notes-field-behaviour = Behaviour
notes-field-data = Data
notes-field-evaluation = Evaluation
notes-field-goal = Goal
notes-field-intervention = Intervention
notes-field-objective = Objective
notes-field-plan = Plan
notes-field-problem = Problem
notes-field-response = Response
notes-field-subjective = Subjective

notes-fact-came = Attendance
notes-fact-present = { $minutes } of { $of } minutes
notes-fact-otherwise = { $how }, { $minutes } of { $of } minutes
notes-fact-total = { $total } of { $highest }
notes-fact-better = clearly better than at the start
notes-fact-same = no clear change since the start
notes-fact-worse = clearly worse than at the start
notes-fact-changed = { $total }, { $change } ({ $start })
notes-fact-since = { $total }, at the start { $start }
notes-fact-homework = Homework
notes-fact-came-to = { $state ->
    [techniques-task-not-begun] not begun
    [techniques-task-begun] begun
    [techniques-task-partly] done in part
    [techniques-task-not-done] not this time
   *[techniques-task-done] done
}
notes-fact-tried = “{ $title }”, { $state }
notes-fact-in-the-way = “{ $title }”, { $state }; in the way: { $way }
notes-fact-goal = Goal
notes-fact-stood = “{ $goal }”, { $value }
notes-fact-safety = Safety
notes-fact-concern-taken = an open concern, taken by { $owner }
notes-fact-concern-open = an open concern that nobody has taken yet
notes-from = from { $source }
notes-from-attendance = attendance
notes-from-levels = sound levels, with consent
notes-fact-turns = Turns taken
notes-fact-spoke = { $turns ->
    [one] one turn
   *[other] { $turns } turns
}, { $minutes ->
    [one] about a minute in all
   *[other] about { $minutes } minutes in all
}
notes-from-questionnaire = the questions of this session
notes-from-homework = the homework until this session
notes-from-goals = the goals that were agreed
notes-from-concerns = the list of concerns
notes-no-facts = Nothing is known of this session yet.
notes-facts-then = What was known when it was signed

notes-state-to-write = to write
notes-state-draft = draft
notes-state-look = one thing to look at
notes-state-waiting = waits for a second signature
notes-state-signed = signed
notes-late = Late entry
notes-none-yet = No note has been written yet.
notes-sign-one = Sign the note of { $name }
notes-open = Open the note
notes-write-on = Go on writing
notes-written-by = Written by { $name }, { $moment }
notes-signed-by = Signed by { $name }, { $moment }
notes-countersigned-by = Signed beside by { $name }, { $moment }
notes-waits-for = Waits for the signature of { $name }
notes-waits-for-nobody = Whoever was asked to sign beside no longer works here. It can be signed once somebody else supervises whoever wrote it.
notes-already = This note was signed before. Nothing has changed.
notes-unwritten = Nothing of your own stands here yet. Write a sentence about this person first.

notes-names = This note names another member.
notes-names-why = The record of { $name } may be read by people who must not learn about anybody else. It can be signed without the name.
notes-names-shared = The record of the group names somebody.
notes-names-shared-why = It goes into every member’s note. It can be signed without the name.
notes-mend-all = { $count ->
    [one] Write “another member”
   *[other] Write “another member” in all { $count } places
}
notes-mend-one = Only “{ $word }”
notes-mend-plain = “{ $word }” is no name here
notes-alike = { $percent } % of this note also stands in the note of { $name } from the same session.
notes-alike-before = { $percent } % of this note also stands in the last note of { $name }.
notes-alike-why = A note that could be anybody’s helps nobody. You can sign it as it is, or say what was this person’s own.

notes-not-signed = { $count ->
    [one] One note is not signed yet. There is something to look at first:
   *[other] { $count } notes are not signed yet. There is something to look at first:
}
notes-stale = Somebody else has written here since you opened the page.
notes-stale-what = Your words stand in the fields, and theirs above them. Nothing was written over. If you keep the page now, yours take their place.
notes-theirs = This is what stands there now:
notes-signed-meanwhile = It was signed while you wrote. These words of yours are not on record. They can be added to the signed note:
notes-conflict-not-begun = Notes are written once the session has begun.
notes-conflict-signed = This note is signed already. Nothing has changed.
notes-conflict-not-signed = This note is not signed to the end yet.
notes-conflict-own = You signed this note yourself. Somebody else has to sign beside you.
notes-conflict-changed = Somebody else has written here since you opened the page. Nothing was written over.
notes-conflict-own-changed = You have kept other words for this session since you opened the page. Nothing was written over.

notes-note-of = Note of { $name }
notes-session-of = Session of { $day }
notes-signatures = Signatures
notes-read-by = Those who lead the group read this, and whoever supervises them. Each reading is shown to the person it is about.
notes-beside = Beside this note
notes-added-by = Added by { $name }
notes-sent-back-by = Sent back by { $name }
notes-sent-back = It was sent back to you:
notes-add = Add something
notes-add-words = What is to be added
notes-add-hint = It stands below the note with your name and today’s date. The note itself stays as it was signed.
notes-add-record-hint = It stands below the record with your name and today’s date, and names nobody. The record itself stays as it was signed.
notes-names-added-why = The record stands in every member’s note. Nothing was added.
notes-add-do = Sign and add
notes-countersign = Your signature beside it
notes-countersign-what = You say that you have read it and stand by it. The note stays as it is.
notes-countersign-do = Sign beside
notes-return-words = What is still missing
notes-return-hint = The note is a draft again, and your words stand above it.
notes-return-do = Send back

notes-person = Notes, session by session
notes-person-none = No note has been written yet.
notes-waiting-row = { $name }, { $day }

notes-own = Your own note
notes-own-what = What the session did with you. Nobody but you can read it.
notes-own-open = Write for yourself
notes-own-seen = Only you read this. It is under a key of its own, in no record, in no export, and no role here opens it.
notes-own-words = What I noticed
notes-own-hint = For instance whom you worried about, where you two disagreed, what you want to try next time.
notes-own-keep = Keep
notes-own-prove = Open this page in another window to see them, then keep yours.

notes-log-seen = Those who facilitate this group read this. It names nobody.
notes-log-heads = How many came
notes-log-heads-hint = Heads only, the facilitators not counted.
notes-log-topic = What it was about
notes-log-incidents = What happened that others must know of
notes-log-incidents-hint = Without a name. A danger to somebody is told under Concerns.
notes-log-keep = Keep the log

## What happened at a meeting

notes-title-incident = Incident
notes-incidents = Incidents
notes-incidents-what = For anything that somebody has to look after: a worry about safety, a broken promise, an accident.
notes-incident-new = Write down what happened
notes-incident-seen = Those on duty, and those who facilitate, read this. Nobody else has a page for it.
notes-incident-first = If somebody is in danger now, call first and write later.
notes-incident-help = Help lines
notes-incident-hint = Without names of those who take part.
notes-incident-happened = What happened
notes-incident-done = What was done
notes-incident-told = Who was told
notes-incident-follow-up = What is still to be done
notes-incident-report = Give it to those on duty
notes-incident-names = Somebody from the group is named here. Nothing was kept yet.
notes-incident-is-open = Open
notes-incident-is-closed = Closed
notes-incident-closed = How it was closed
notes-incident-close = Close it
notes-incident-closing = What came of it
notes-incident-close-do = Close this incident
notes-log-counted = { $count ->
    [one] The floor counted one person. Change it if it was otherwise.
   *[other] The floor counted { $count } people at most at one time. Change it if it was otherwise.
}
notes-conflict-own-incident = Somebody else closes what you have written: those on duty.
notes-conflict-incident-closed = This incident was closed already.
