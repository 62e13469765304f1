### Who opened a record, and the log of acts.

## One's own record

audit-title-opened = Who opened my record
audit-opened-lead = Every time somebody else looks at something about you, it is written down here.
audit-opened-none = Nobody but you has opened anything yet.
audit-opened-how = Nobody can take a line out of this list, and it cannot be switched off. If something here surprises you, ask your team about it.
audit-older = Older
audit-newest = Back to the newest
audit-times = { $count } times on this day
audit-refused = Not allowed
audit-granted = Allowed

audit-who-gone = Somebody who worked here
audit-who-member = Another member
audit-who-program = This site by itself
audit-who-visitor = Somebody who was not signed in

audit-part-leader = who leads your group
audit-part-co-leader = who leads your group together with another
audit-part-supervisor = who supervises the work with your group
audit-part-facilitator = who facilitates your group
audit-part-on-duty = who was on duty
audit-part-clinician = as a clinician
audit-part-scheduler = who plans dates
audit-part-administrator = who looks after the site

audit-did-sign-in = signed in with your passphrase
audit-did-refuse-sign-in = tried to sign in as you and did not get in
audit-did-second-factor = typed a code of yours
audit-did-take-up = used the link of your invitation
audit-did-prepare = prepared your start
audit-did-mail = wrote you a mail
audit-did-outbox = showed a mail to you on the page of this demo
audit-did-close = closed your account
audit-did-staff = looked after your papers and what you do here
audit-did-see-person = saw your name and how to reach you
audit-did-fellows = saw the name you use in the group
audit-did-alert = looked after a sign that you may need help
audit-did-plan = opened your safety plan
audit-did-enrolment = followed your way into a group
audit-did-screening = read or wrote what was said about whether a group fits you
audit-did-place = looked after your place in a group
audit-did-composition = thought about how your group is put together
audit-did-assign = asked you to answer questions
audit-did-scores = read your answers and scores
audit-did-attendance = saw or wrote down when you came
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
audit-deed = Deed
audit-every-deed = All
audit-show = Show
audit-when = When
audit-who = Who
audit-outcome = Outcome
audit-more = More of this day
audit-day-before = The day before
audit-day-after = The day after
