### Jobs: what happens by itself, and what needs a person.

jobs-conflict-taken-over = Another process has taken this over in the meantime.

jobs-title = What happens by itself
jobs-lead = Reminders, mail and escalations are done by the server when they are due. What it cannot do waits here for you.
jobs-late = { $count ->
    [one] One thing is late. The server may have been off, or is busy.
   *[other] { $count } things are late. The server may have been off, or is busy.
}
jobs-aside = Waits for you
jobs-waiting = Waits for its time
jobs-none = Nothing waits.
jobs-what = What
jobs-count = How many
jobs-first = The first is due
jobs-tries = Tries so far
jobs-since = Waits since
jobs-trouble = What was in the way
jobs-retry = Try again
jobs-let-go = Let it go
jobs-kind = { $kind ->
    [mail-invitation] Write an invitation
    [practice-warn-credential] Say that a licence ends
    [jobs-set-aside] Say that something waits for a person
    [jobs-forget] Clear away what was done long ago
    [notices-nudge] Write that something new waits
    [notices-send] Hand mail to the mail server
    [notices-forget] Clear away what was told long ago
    [safety-pass-on] Pass an alert on
    [safety-deadline] Watch the deadline of an alert
    [enrolment-offer-ends] End an offer that nobody has answered
    [enrolment-hold-ends] Say that a pause in a group ends
    [enrolment-offer-next] Offer a place to the next in line
    [groups-get-ready] Get ready what is due ahead of each session
    [groups-date-changed] Tell of a date that was moved or called off
    [goals-review] Say that it is time to look at a goal again
    [assessments-distribute] Ask questionnaires before a session
    [room-forget-doors] Forget where members of old sessions were, and which server had their rooms
    [room-time-up] Say that the time of a turn is up
    [sessions-closed] Bring the plan of a closed session to rest
    [sessions-remind] Remind of a session
    [rights-retain] Delete what is due
    [ops-daily-backup] Have a backup made
    [ops-backup] Make a backup
    [ops-daily-shreds] Have the list of shredded keys looked after
    [ops-note-shred] Write a shredded key into the list outside
    [sessions-ask-after] Ask how a session was
    [sessions-closed] Look where a group is after a session
    [sharing-pass-on] Pass on what waits in a thread
    [sharing-tell-of-risk] Tell of a danger that a post was reported for
    [sharing-erase] Erase a thread whose time is over
    [breaches-watch] Remind of a time limit in a case about a broken confidence
    [groups-ended] Plan what is asked after the end of a group
    [endings-booster] Ask again some time after the end
    [identity-address-left] Tell an address that it is no longer used
   *[other] { $kind }
}

jobs-step = What happens by itself
jobs-step-well = Nothing is late, and nothing waits for a person.
jobs-step-late = Some things are late. Look what waits.
jobs-step-aside = Something was tried many times without success, and waits for you.
