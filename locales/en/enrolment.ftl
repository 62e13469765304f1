### The way into a group and out of it.

## What cannot be done

enrolment-conflict-stage = This has moved on in the meantime. Look at where it stands now.
enrolment-conflict-full = All places of this group are taken. Choose the waitlist, or make room first.
enrolment-conflict-enrolled = This person is in the group already, or on the way into it.
enrolment-conflict-screening = This group has its own, shorter first talk. Open it again.
enrolment-conflict-nothing-waits = No decision waits for your signature here.
enrolment-conflict-own-decision = You made this decision. Somebody else who leads the group has to agree to it.
enrolment-conflict-offer-over = This offer is over. The place may have gone to somebody else.
enrolment-conflict-not-ready = Something is still missing before there can be a seat. The list shows what.
enrolment-conflict-signature = A signature was taken back. The member comes back by signing again.
enrolment-conflict-first = Something has to come first. Tick it off in the preparation, then invite.
enrolment-conflict-help-lines = Nobody can be invited while the site names no help lines. Somebody who looks after the site fills them in.

enrolment-fault-past = Choose a time that is still to come
enrolment-fault-reason = Give your reasons
enrolment-fault-does-not-fit = A place follows only when both answers above are yes
enrolment-fault-fits = Both answers above are yes. Change one of them, or choose a place or the waitlist
enrolment-fault-next = Say what comes first, or what fits better
enrolment-fault-conflict = There is a possible conflict with somebody in this group. Say how you have weighed it
enrolment-fault-risk-words = Say in a few words what was said about danger. Whoever is on duty reads it
enrolment-fault-name = Choose a name of up to 30 letters
enrolment-fault-name-address = Choose a name, not an address
enrolment-fault-same-person = Choose two different people
enrolment-fault-hold = Choose a day within the next four weeks
