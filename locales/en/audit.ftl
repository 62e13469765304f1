### Who opened a record, and the log of acts.

## One's own record

audit-title-opened = Who opened my record
audit-opened-lead = Every time somebody else looks at something about you, it is written down here.
audit-opened-none = Nobody but you has opened anything yet.
audit-opened-how = Nobody can take a line out of this list, and it cannot be switched off. If something here surprises you, ask your team about it.
audit-older = Older
audit-newest = Back to the newest
audit-times = { $count } times on this day
audit-everybody = What everybody did
audit-refused = Not allowed
audit-granted = Allowed

audit-who-gone = Somebody who worked here
audit-who-member = Another member
audit-who-program = This site by itself
audit-who-visitor = Somebody who was not signed in
audit-who-knew = You, or somebody with your passphrase

audit-part-leader = who leads your group
audit-part-co-leader = who leads your group together with another
audit-part-supervisor = who supervises the work with your group
audit-part-facilitator = who facilitates your group
audit-part-on-duty = who was on duty
audit-part-clinician = as a clinician
audit-part-scheduler = who plans dates
audit-part-administrator = who looks after the site

audit-did-sign-in = signed in
audit-did-refuse-sign-in = tried to sign in as you and did not get in
audit-did-second-factor = typed a code of yours
audit-did-take-up = used the link of your invitation
audit-did-prepare = prepared your start
audit-did-mail = wrote you a mail
audit-did-contacts = changed how you are called or reached
audit-did-outbox = showed a mail to you on the page of this demo
audit-did-close = closed your account
audit-did-staff = looked after your papers and what you do here
audit-did-see-person = saw your name and how to reach you
audit-did-fellows = saw the name you use in the group
audit-did-alert = looked after a sign that you may need help
audit-did-goals = read your goals, or worked on them with you
audit-did-plan = opened your safety plan
audit-did-enrolment = followed your way into a group
audit-did-screening = read or wrote what was said about whether a group fits you
audit-did-place = looked after your place in a group
audit-did-composition = thought about how your group is put together
audit-did-assign = asked you to answer questions
audit-did-scores = read your answers and scores
audit-did-attendance = saw or wrote down when you came
audit-did-talk-time = saw how much you spoke in a session
audit-did-notes = read, wrote or signed notes about you
audit-did-letters = read or wrote a letter to you, or looked after your answer
audit-did-patterns = looked at what your records show
audit-did-talks = looked at whether your answers were talked about, or noted it
audit-did-ending = worked on the end of your time in a group, or on your summary
audit-did-threads = looked after what you wrote in a thread
audit-did-rights = looked at what is kept of you, until when, and what you asked to be put right
audit-did-hold = looked after a legal hold on your records
audit-did-retain = deleted what was due to go
audit-did-words = read what you wrote to another member, or they to you
audit-did-breach = looked into a confidence that was broken
audit-did-other = did something that touched your record

## The site's log

audit-title-log = Record of acts
audit-log-lead = Who did what, and whether it was allowed. What a record says, and whose it is, does not stand here.
audit-log-none = Nothing on this day.
audit-intact = The record is intact.
audit-entries = { $count ->
    [one] One entry.
   *[other] { $count } entries.
}
audit-checkpoint = Last signed: { $moment }.
audit-broken = The record does not fit together.
audit-broken-how = Keep everything as it is, and run “cohesion audit verify” on the server. It says which entries.
audit-log-part-leader = who leads a group
audit-log-part-co-leader = who leads a group together with another
audit-log-part-supervisor = who supervises the work with a group
audit-log-part-facilitator = who facilitates a group
audit-deed = Deed
audit-every-deed = All
audit-deed-name = { $code ->
    [identity-sign-in] Signed in
    [identity-sign-in-refused] Tried to sign in and did not get in
    [identity-second-factor] Showed a code
    [identity-end-login] Signed out, or ended a sign-in
    [identity-prove-again] Proved once more who they are
    [identity-take-up] Took up an invitation
    [identity-settings] Saw their own settings
    [identity-look] Changed how their pages look
    [identity-factors] Changed how they sign in
    [identity-contacts] Changed their own names and contacts
    [identity-invite-staff] Admitted somebody to the staff
    [identity-send-invitation] Wrote the letter of an invitation
    [identity-close-account] Closed an account
    [identity-set-up] Set up the site
    [audit-own-report] Read who opened their own record
    [audit-log] Read this record of acts
    [practice-set-up] Saw the settings, or what is still to set up
    [practice-settings] Changed the settings
    [practice-staff] Saw who works here
    [practice-contacts] Corrected the names and contacts of a colleague
    [practice-roles] Changed what a colleague does here
    [practice-end-work] Ended the work of a colleague here
    [practice-record-credential] Put a licence or training on record, or took it off
    [practice-verify-credential] Said that a licence or training was checked
    [practice-vouch] Vouched for somebody who facilitates
    [practice-own-papers] Saw how their own papers stand
    [jobs-see] Saw how the jobs stand
    [jobs-decide] Decided about a job that was set aside
    [notices-own] Read what they were told
    [notices-send-mail] Wrote a mail
    [notices-outbox] Read the letters of the demo
    [groups-found] Founded a group
    [groups-see] Saw a group and its dates
    [groups-dates] Planned, moved or called off a date of a group
    [groups-run] Changed a group, or who leads it
    [groups-seats] Saw who sits in a group
    [groups-fellows] Saw the names in their own group
    [agreements-own] Read what they signed
    [agreements-sign] Signed a text
    [agreements-withdraw] Took a signature back
    [agreements-texts] Saw the texts of the practice
    [agreements-publish] Published a text of the practice
    [safety-raise] Told of a sign of danger
    [safety-see] Read a concern
    [safety-answer] Answered a concern
    [safety-decide] Set the level of a concern
    [safety-own] Saw who knows of their own call for help
    [safety-pass-on] Passed a concern on
    [safety-see-duty] Saw who is on duty
    [safety-duty] Arranged who is on duty
    [safety-see-plan] Read a safety plan
    [safety-write-plan] Wrote a safety plan
    [safety-lines] Changed the help lines
    [enrolment-enquire] Took an enquiry down
    [enrolment-ask] Asked for a place
    [enrolment-refer] Passed somebody on, who knows of it
    [enrolment-open] Said who may join a group alone
    [enrolment-list] Saw who is on the way into a group
    [enrolment-see] Followed somebody’s way into a group
    [enrolment-person] Saw somebody’s names and contacts
    [enrolment-contacts] Corrected somebody’s names and contacts
    [enrolment-screen] Wrote a first talk down
    [enrolment-read-screening] Read a first talk
    [enrolment-suit] Wrote down whether a support group fits
    [enrolment-read-suit] Read whether a support group fits
    [enrolment-decide] Decided on entry
    [enrolment-prepare] Prepared an entry, or invited
    [enrolment-offer] Offered a place
    [enrolment-answer] Answered an offer of a place
    [enrolment-own] Saw their own way into a group
    [enrolment-join] Took a step of their own into a group
    [enrolment-seat] Gave a seat, put it on hold, or took it up again
    [enrolment-end] Ended a membership, or a way into a group
    [enrolment-note] Kept notes on how a group is put together
    [enrolment-weigh] Weighed how a group is put together
    [goals-see] Read one person’s goals
    [goals-tell-of-review] Told of a goal’s review
    [goals-agree] Proposed, answered or ended a goal
    [goals-rate] Said how far a goal is
    [goals-aims] Saw what a group is for
    [goals-set-aims] Said what a group is for
    [goals-steps] Opened one’s own steps
    [assessments-answer] Answered questions
    [assessments-assign] Asked questions of a member
    [assessments-battery] Saw what a group asks
    [assessments-set-battery] Changed what a group asks
    [assessments-load-wording] Loaded or took off the wording of a questionnaire
    [assessments-wording] Read wording that was loaded
    [assessments-read] Read one person’s answers
    [assessments-scores] Read the scores of a group
    [assessments-course] Read the scores of one person
    [techniques-fill] Filled in a worksheet
    [techniques-own] Read worksheets of their own, or said who may see them
    [techniques-read] Read a worksheet that its author showed
    [techniques-answer] Answered a worksheet
    [techniques-shared] Read what members show to their group
    [techniques-assign] Set homework, or took it off
    [techniques-homework] Saw how far members are with homework
    [techniques-do] Did homework of their own
    [techniques-target] Agreed on a target, or ended it
    [techniques-plan] Saw what a group follows
    [techniques-follow] Chose what a group follows
    [techniques-change-curriculum] Copied or changed a programme
    [techniques-curriculum] Read a programme of the practice
    [sessions-hold] Held a session
    [sessions-word] Said that they cannot come
    [sessions-attendance] Read who came to sessions
    [sessions-member] Read when one person came
    [sessions-absence] Followed an absence up
    [sessions-mail] Chose whether mail tells of dates
    [plans-see] Saw what is planned for a session
    [plans-prepare] Planned a session, or ran it
    [plans-brief] Read what those who lead with them wrote for them
    [plans-fidelity] Saw how much of what was planned came about
    [plans-rate] Said how much of what was planned came about
    [plans-debrief] Looked back at a meeting
    [room-take-part] Took part in a meeting
    [room-lead] Led the floor of a meeting
    [room-sit-in-door] Saw whether they may sit in on live sessions
    [room-sit-in] Sat in on a live session as a supervisor
    [room-allow-sitting-in] Said whether a supervisor may sit in on live sessions
    [room-board] Looked at the board of a meeting
    [room-talk-time] Saw how much members spoke
    [room-readings] Changed what a group reads aloud
    [notes-write] Wrote the record or the notes of a session
    [notes-read] Read the record or the notes of a session
    [notes-sign] Signed a note, or added to one
    [notes-countersign] Signed beside a trainee, or sent a note back
    [notes-own] Read process notes of their own
    [notes-own-words] Wrote process notes of their own
    [endings-see] Saw how an ending stands
    [endings-run] Worked on the ending of a group
    [endings-read] Read the summary of a member
    [endings-write] Wrote the summary of a member
    [endings-countersign] Signed a summary beside a trainee, or sent it back
    [endings-own] Read their own summary
    [endings-evaluate] Looked back on their group
    [repairs-see] Saw where ratings tell of strain
    [repairs-mend] Put on record what was done about a strain
    [appreciation-see] Read what members wrote to each other
    [appreciation-lead] Looked after words between members
    [appreciation-give] Wrote to another member
    [appreciation-receive] Read what another member wrote to them
    [sharing-see] Read the threads of a group
    [sharing-take-part] Took part in a thread
    [sharing-lead] Led the threads of a group
    [sharing-matters] Saw what waits in threads
    [sharing-moderate] Looked after what was written in a thread
    [sharing-own] Changed what they wrote in a thread
    [sharing-contacts] Exchanged contacts with somebody in their group
    [sharing-pass-on] Passed on what waits in a thread
    [sharing-erase] Erased a thread
    [rights-see] Looked at what is kept of them
    [rights-export] Took a copy of what is theirs
    [rights-erase] Erased what may go
    [rights-ask] Asked for a correction
    [rights-kept] Saw what is kept of somebody
    [rights-answer] Answered somebody who asked for a correction
    [rights-hold] Looked after a legal hold
    [rights-retention] Saw what is due to be deleted
    [rights-retain] Deleted what was due
    [notes-log] Kept the log of a meeting
    [notes-incident] Put an incident on record
    [notes-see-incident] Read an incident
    [notes-close-incident] Closed an incident
    [feedback-letters] Read letters to a member
    [feedback-write] Wrote on a letter to a member
    [feedback-release] Gave a letter to a member
    [feedback-answer] Answered a letter
    [feedback-close] Looked after answers to letters
    [feedback-patterns] Read what one person’s records show
    [feedback-remark] Said a word to what their own records show
    [feedback-talks] Saw whether scores were talked about
    [feedback-discussed] Noted that scores were talked about
    [feedback-confirm] Said whether their scores were talked about
    [breaches-report] Reported that a confidence was broken
    [breaches-own] Saw how their own reports stand
    [breaches-see] Read a report or a case about a broken confidence
    [breaches-handle] Worked on a case about a broken confidence
    [breaches-who] Asked who could see what
    [breaches-watch] Reminded of a time limit in a case
    [door-open] Opened or closed the public pages
    [door-show] Changed what is said of a group in public
    [self-checks-own] Read or wrote a look at themselves
    [ops-root-key] Replaced the root key
    [ops-backup] Made a backup
    [ops-restore] Brought a backup back
    [ops-shred-again] Shredded again what an older copy of the records brought back
    [ops-see] Saw which keys and backups there are
   *[other] { $code }
}
audit-show = Show
audit-when = When
audit-who = Who
audit-outcome = Outcome
audit-more = More of this day
audit-day-before = The day before
audit-day-after = The day after
