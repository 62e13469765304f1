### The way into a group and out of it.

## What cannot be done

enrolment-conflict-stage = This has moved on in the meantime. Look at where it stands now.
enrolment-conflict-full = All places of this group are taken. Choose the waitlist, or make room first.
enrolment-conflict-no-place = All places in this group are taken at the moment. Look in again later.
enrolment-conflict-not-yet = This group cannot take anybody yet. Ask about it instead.
enrolment-conflict-asked = You have asked here already. Somebody answers you soon.
enrolment-conflict-enrolled = This person is in the group already, or on the way into it.
enrolment-conflict-screening = This group has its own, shorter first talk. Open it again.
enrolment-conflict-nothing-waits = No decision waits for your signature here.
enrolment-conflict-own-decision = You made this decision. Somebody else who leads the group has to agree to it.
enrolment-conflict-offer-over = This offer is over. The place may have gone to somebody else.
enrolment-conflict-not-ready = Something is still missing before there can be a seat. The list shows what.
enrolment-conflict-signature = A signature was taken back. The member comes back by signing again.
enrolment-conflict-first = Something has to come first. Tick it off in the preparation, then invite.
enrolment-conflict-help-lines = Nobody can be invited while the site names no help lines. Somebody who looks after the site fills them in.
enrolment-conflict-nobody-waits = Nobody waits whom this place could be offered to.
enrolment-conflict-other-person = This form was opened for somebody else. Nothing was stored. Open it again from that person’s page.

enrolment-fault-past = Choose a time that is still to come
enrolment-fault-reason = Give your reasons
enrolment-fault-does-not-fit = A place follows only when both answers above are yes
enrolment-fault-fits = Both answers above are yes. Change one of them, or choose a place or the waitlist
enrolment-fault-next = Say what comes first, or what fits better
enrolment-fault-conflict = There is a possible conflict with somebody in this group. Say how you have weighed it
enrolment-fault-risk-words = Say in a few words what was said about danger. Whoever is on duty reads it
enrolment-fault-name = Choose a name of up to 30 letters
enrolment-fault-name-taken = Choose another name. This one is too much like somebody’s in the group
enrolment-fault-name-address = Choose a name, not an address
enrolment-was-removed = Somebody with this address was removed from this group before.
enrolment-was-removed-next = Read why, and decide with whoever leads beside you before a seat is given.
enrolment-fault-same-person = Choose two different people
enrolment-fault-no-address = There is no e-mail address on record. Write it down first
enrolment-fault-hold = Choose a day within the next four weeks

## Where somebody is

enrolment-stage-enquiry = has asked for a place
enrolment-stage-screening-booked = first talk booked
enrolment-stage-screened = talked, to be decided
enrolment-stage-waitlisted = on the waitlist
enrolment-stage-offered = a place is offered
enrolment-stage-accepted = accepted, being prepared
enrolment-stage-prepared = prepared, signatures to come
enrolment-stage-seated = takes part
enrolment-stage-on-hold = takes part, away for now
enrolment-stage-left = has left
enrolment-stage-redirected = went on elsewhere
enrolment-stage-declined = not this group now
enrolment-stage-withdrawn = called off
enrolment-stage-lapsed = did not answer
enrolment-stage-since = { $stage }, since { $since }
enrolment-in-group = { $group }: { $stage }
enrolment-until = until { $time }

enrolment-way-asked = Asked
enrolment-way-talk = First talk
enrolment-way-decision = Decision
enrolment-way-preparation = Preparation
enrolment-way-signatures = Signatures
enrolment-way-seat = Seat

## People

enrolment-title-people = People
enrolment-title-person = Person
enrolment-nobody = Nobody is in your groups or on the way into them yet.
enrolment-tabs = This person
enrolment-tab-summary = Summary
enrolment-tab-goals = Goals
enrolment-tab-progress = Progress
enrolment-tab-sheets = Worksheets
enrolment-tab-letters = Letters
enrolment-tab-notes = Notes
enrolment-tab-risk = Concerns
enrolment-tab-risk-and-plan = Risk and plan
enrolment-tab-kept = What is kept
enrolment-title-risk = Concerns
enrolment-ways = In your groups
enrolment-reach = How to reach them
enrolment-not-known = Not known
enrolment-correct = Correct names and contacts
enrolment-no-open-group = None of your groups takes enquiries from you.
enrolment-other-group = For another group
enrolment-somebody = Somebody

## Writing an enquiry down

enrolment-title-enquire = Somebody asks for a place
enrolment-enquire = Write down an enquiry
enrolment-enquire-for = { $name } asks for a place.
enrolment-enquire-save = Write it down
enrolment-which-group = Which group is it for?
enrolment-called = What they want to be called
enrolment-called-hint = A first name is enough.
enrolment-legal = Name on their papers
enrolment-email = E-mail address
enrolment-email-hint = The invitation goes there later. It never says what the group is about.
enrolment-phone = Telephone
enrolment-source = Who sent them?
enrolment-source-oneself = They came by themselves
enrolment-source-doctor = A doctor
enrolment-source-therapist = A therapist who sees them alone
enrolment-source-practice = Somebody who works here
enrolment-source-other = Somebody else
enrolment-topic = What brings them
enrolment-topic-hint = In their own words. A line is enough; more is asked in the first talk.
enrolment-times = When they can come
enrolment-access = What they need to take part
enrolment-access-hint = A ramp, large print, an interpreter, a place near the door.
enrolment-told = What they were told about the group
enrolment-why-group = Why a group, and not therapy alone
enrolment-treatments = Treatment they have now, and who prescribes
enrolment-therapist = Who sees them alone, and whether you may talk with each other
enrolment-risk = What is known about danger
enrolment-risk-hint = If somebody is in danger now, raise an alert instead of writing it here.
enrolment-emergency = Whom to call in an emergency
enrolment-funding = Who pays
enrolment-seen-by-leaders = Those who lead this group and their supervisors read this. Nobody else.

## A group’s people

enrolment-places = { $left ->
    [0] No place is free
    [one] One place is free
   *[other] { $left } places are free
}, { $waiting ->
    [0] nobody waits.
    [one] one person waits.
   *[other] { $waiting } people wait.
}
enrolment-members = In the group
enrolment-on-the-way = On the way in
enrolment-waitlist = Waitlist
enrolment-gone = No longer here
enrolment-nobody-here = Nobody
enrolment-offer-next = Offer the free place to the next in line
enrolment-composition = How the group is put together
enrolment-composition-lead = From { $members } first talks. One or two are not told apart, so that nothing points at somebody.
enrolment-composition-few = This is shown once the first talks of three members are on record.
enrolment-composition-expect-help = Expect a group to help: { $who }
enrolment-composition-been-in-groups = Have been in a group before: { $who }
enrolment-composition-speak-up = Speak up: { $who }
enrolment-composition-listen = Listen: { $who }
enrolment-composition-help = Help others: { $who }
enrolment-composition-keep-private = Keep things to themselves: { $who }
enrolment-composition-argue = Argue: { $who }
enrolment-composition-step-back = Step back when it gets difficult: { $who }
enrolment-composition-miss-sessions = Will miss a session: { $who }
enrolment-composition-no-private-room = Have no room of their own for meeting online: { $who }
enrolment-count-nobody = nobody
enrolment-count-one-or-two = one or two
enrolment-count-of = { $number }
enrolment-apart = Your own notes: who must not meet
enrolment-apart-one = This person
enrolment-apart-other = must not meet this one in a group
enrolment-apart-reason = Why
enrolment-apart-seen = Only you read why. Your colleagues are told of a possible conflict, and not with whom.
enrolment-apart-save = Keep them apart
enrolment-apart-pair = { $one } and { $other }
enrolment-apart-end = They may meet

## One person’s way

enrolment-title-way = Way into a group
enrolment-what-next = What comes next
enrolment-story = What has happened
enrolment-enquiry = What they asked for
enrolment-done = Done
enrolment-open = Still open
enrolment-possible-conflict = Possible conflict.
enrolment-possible-conflict-about = Something speaks against a meeting with somebody in this group. A colleague has noted it. Ask before you go on.
enrolment-conflict-field = How you have weighed the possible conflict
enrolment-conflict-hint = Without names. This stands in this person’s record.
enrolment-conflict-weighed = Possible conflict

enrolment-talk-about = Talk with them alone first. Book a time, or write down a talk you have had.
enrolment-talk-booked = The first talk is on { $time }.
enrolment-talk-date = Day
enrolment-talk-time = Time
enrolment-talk-book = Book it
enrolment-talk-write = Write down the first talk
enrolment-talk-none = Nothing has been written down yet.
enrolment-talk-read = Read the first talk
enrolment-decide-about = Two questions, each with its reason: whether a group is right for this person, and whether this person is right for this group now.
enrolment-decide = Decide
enrolment-waits-for-co-leader = You have decided. It counts when somebody else who leads the group agrees.
enrolment-countersign-about = A decision waits for you. Read it below, and agree, or decide anew.
enrolment-countersign-waits = A decision waits until somebody else who leads the group agrees. It stands below.
enrolment-countersign = I agree
enrolment-wait-about = They wait for a place. Places are offered in the order of waiting; you can offer one out of turn.
enrolment-offer = Offer them a place now
enrolment-offered-until = A place is kept for them until { $time }.
enrolment-offered-about = If you have talked with them, you can write down what they said. Without an answer the place goes to the next.
enrolment-answer-take = They take it
enrolment-answer-pass = Not this time
enrolment-answer-off = Take them off the list
enrolment-accepted-about = A place is kept. Talk them through what they come into, and invite them to their own pages.
enrolment-prepare = Tick off the preparation
enrolment-prepared-about = You have done your part. They still have steps of their own.
enrolment-ready-about = All their steps are done, but the seat waits for you.
enrolment-give-seat = Give them their seat
enrolment-invite = Invite them
enrolment-invite-to = An invitation goes to { $to }.
enrolment-invite-again = Send another one
enrolment-invite-first = Something has to come first. Once the preparation is complete, they can be invited.
enrolment-invite-no-address = No e-mail address is on record, so no invitation can go out.
enrolment-invite-taken = The e-mail address on record is somebody else’s here, so no invitation can go out. Ask for another one.
enrolment-invited = An invitation went to { $to }: { $at }. Its link works for seven days.
enrolment-invited-demo = This is a demo, so no mail leaves.
enrolment-invited-letters = Read the letters here
enrolment-seated-about = They are in the group.
enrolment-has-account = They have pages of their own and find their steps there.
enrolment-own-name = A name for the group
enrolment-own-place = Where they take part from
enrolment-hold-heading = Away for a while
enrolment-hold-until = Until when
enrolment-hold-hint = The place is kept, for four weeks at most.
enrolment-hold-reason = Why
enrolment-hold = Put the seat on hold
enrolment-away-until = They are away until { $time }. Their place is kept.
enrolment-away-signature = They took a signature back. They are in the group again when they sign it, or leave it.
enrolment-welcome-back = They are back
enrolment-depart = End the membership
enrolment-call-off-heading = Call it off
enrolment-call-off-reason = Why
enrolment-call-off = Call it off

enrolment-told-enquiry = Asked for a place
enrolment-told-book = First talk booked
enrolment-told-screen = Looked at whether the group fits
enrolment-told-accept = Accepted
enrolment-told-wait = Put on the waitlist
enrolment-told-redirect = Told of something that fits better
enrolment-told-decline = Told no
enrolment-told-offer = A place was offered
enrolment-told-take-offer = Took the place
enrolment-told-pass-offer = Let the place pass
enrolment-told-lapse = Taken off the waitlist
enrolment-told-prepare = Preparation complete
enrolment-told-take-seat = Took the seat
enrolment-told-hold = Away for a while
enrolment-told-return = Back
enrolment-told-depart = Left the group
enrolment-told-withdraw = Called off

## The first talk

enrolment-title-talk = First talk
enrolment-talk-lead = Ask what helps to decide, and leave out what does not. A correction is kept beside what was written before.
enrolment-talk-save = Keep it
enrolment-block-focus = What they come for
enrolment-problem = What troubles them most
enrolment-severity = How heavy it is, and since when
enrolment-diagnosis = Diagnosis, where one was made
enrolment-hopes = What they hope for, in their own words
enrolment-block-expectations = What they expect
enrolment-help = How much do they think that a group will help?
enrolment-fears = What they are afraid of
enrolment-earlier-groups = Groups they have been in, and how that ended
enrolment-block-among-others = How they are among others
enrolment-scale-speaks-up = I speak up
enrolment-scale-private = I keep things to myself
enrolment-scale-listens = I listen
enrolment-scale-argues = I argue
enrolment-scale-helps = I help others
enrolment-scale-steps-back = I step back when it gets difficult
enrolment-scale-low = not at all
enrolment-scale-high = very much
enrolment-among-words = What they say about it
enrolment-unsaid = What the others must not learn
enrolment-block-risk = Danger
enrolment-risk-about = What was so in the last three months, or is so now, reaches whoever is on duty as soon as you keep this page.
enrolment-danger-suicidal = Thoughts of ending their life
enrolment-danger-self-harm = Hurting themselves
enrolment-danger-violence = Hurting somebody else, or wanting to
enrolment-danger-unusual = Seeing or hearing what others do not, or being far too driven
enrolment-when-never = Never
enrolment-when-earlier = Longer ago
enrolment-when-lately = In the last three months
enrolment-when-now = Now
enrolment-when-not-said = Not said
enrolment-risk-words = What was said about danger
enrolment-drinking = Drinking
enrolment-drinking-hint = The sum of the three AUDIT-C questions, 0 to 12, if you asked them.
enrolment-substances = Other substances
enrolment-has-plan = There is a plan for bad days
enrolment-block-practical = What could keep them from coming
enrolment-cannot-come = Sessions they cannot come to
enrolment-obstacles = The way there, children, work, and what is coming up in their life
enrolment-private-room = They have a room and a device of their own for meeting online
enrolment-fees = What was agreed about fees
enrolment-block-others = The safety of the others
enrolment-orders = Court orders that keep them away from somebody
enrolment-known-people = People they know in this practice or group
enrolment-offences = What they did to others that matters for a group
enrolment-shared = What they share with the others
enrolment-shared-hint = As they say it. Do not ask for a diagnosis.
enrolment-needs = What they need to take part
enrolment-worries = What speaks against their being safe here, or the others
enrolment-knows = They know that this is not treatment

## The decision

enrolment-title-decision = Decide on entry
enrolment-decision = The decision
enrolment-group-for-person = Is a group right for this person?
enrolment-person-for-group = Is this person right for this group, now?
enrolment-why = Why
enrolment-why-this-group = Why, for this group
enrolment-fit-yes = Yes
enrolment-fit-not-now = Not now
enrolment-fit-no = No
enrolment-outcome = What follows
enrolment-outcome-accept = They are accepted
enrolment-outcome-prepare = They are accepted, and something comes first
enrolment-outcome-wait = They go on the waitlist
enrolment-outcome-redirect = Something else fits better
enrolment-outcome-decline = No
enrolment-next = What comes first, or what fits better
enrolment-next-hint = Such as two talks alone before the first session, or another group.
enrolment-countersign-ask = It counts only when the co-leader has agreed
enrolment-decided-by = Decided by
enrolment-countersigned-by = Agreed by
enrolment-seen-decision = Those who lead this group read your reasons. The person may ask to read them too.

## The preparation

enrolment-title-preparation = Preparation
enrolment-preparation-lead = People who know what they come into stay, and get more from it. Tick what you have talked through.
enrolment-preparation-today = Talked through
enrolment-preparation-save = Tick these off
enrolment-preparation-done = Everything is talked through.
enrolment-preparation-behind = Done before
enrolment-topic-purpose = What the group is for, and what it is not for
enrolment-topic-change = How change comes about in it
enrolment-topic-leader = What the leader does
enrolment-topic-member = What a member does: come, speak, listen, try things out
enrolment-topic-discouragement = That the first weeks can be discouraging, and how long to stay before deciding
enrolment-topic-confidentiality = Confidentiality and its limits
enrolment-topic-contact = Contact outside the group
enrolment-topic-absence = Staying away, being late, fees
enrolment-topic-leaving = How to leave
enrolment-topic-crisis = What to do on a very bad day
enrolment-topic-online = What holds online
enrolment-topic-measures = Questionnaires: which, who reads them, when
enrolment-topic-recording = That nothing is recorded
enrolment-topic-co-leader = Meeting the co-leader
enrolment-topic-first = What was to come first

## The end of a membership

enrolment-title-departure = End of a membership
enrolment-departure = How it ended
enrolment-ending = How does it end?
enrolment-ending-planned = As planned
enrolment-ending-unplanned = Before it was planned
enrolment-ending-removed = The leader ends it
enrolment-ending-transferred = They go on in another group
enrolment-ending-by = Who decided it?
enrolment-decided-by-member = The member
enrolment-decided-by-leader = The leader
enrolment-decided-by-together = Both together
enrolment-goodbye = Was there a goodbye?
enrolment-goodbye-said = They said goodbye to the group
enrolment-goodbye-told = The group was told
enrolment-goodbye-missing = Not yet
enrolment-reason = Why
enrolment-reason-hint = For those who lead the group. The others learn only that somebody is no longer here.
enrolment-depart-note = Their rights in the group end as soon as you keep this. What they wrote stays in their record.
enrolment-depart-save = End it

## A member’s own steps

enrolment-title-joining = Coming in
enrolment-title-name = Your name in the group
enrolment-title-place = Where you are
enrolment-title-sign = Read and sign
enrolment-title-leave = Leaving
enrolment-title-mine = My group
enrolment-joining-wait = You are on the list. We tell you when a place is free.
enrolment-alone-about = Before you take a place, three things. It takes half a minute.
enrolment-alone-seen = Those who facilitate see that you ticked these, and your chosen name.
enrolment-alone-knows = I know that this is company and no treatment
enrolment-alone-shares = I share what this group is about, and want to keep what I hear to myself
enrolment-alone-grown = I am 18 or older
enrolment-onward = Another group, or a talk with a therapist
enrolment-joining-place = The group meets here: { $place }.
enrolment-joining-about = These are your own steps. You can stop and go on another day.
enrolment-joining-steps = Your steps
enrolment-joining-next = The next session is on { $time }.
enrolment-joining-go-on = Go on
enrolment-joining-done = You have done all your steps. Your leader is completing the rest and will tell you.
enrolment-steps = All steps
enrolment-go-on = Go on
enrolment-offer-lead = A place is kept for you until { $time }.
enrolment-offer-about = You need not give a reason. If you let it pass, you keep waiting for the next one.
enrolment-offer-take = I want it
enrolment-offer-pass = Not this time
enrolment-offer-off = Take me off the list
enrolment-name-hint = Your first name, or another one.
enrolment-name-hint-pseudonym = Any name you like. It need not be yours.
enrolment-name-seen = The others in this group see this name, and nothing else of who you are. Another group does not see it.
enrolment-place-about = Your therapist’s licence holds in certain places only, so we ask where you are when you take part.
enrolment-place-asked = Tell us where you are when you take part.
enrolment-place-choose = Choose a country
enrolment-place-country = Country
enrolment-place-region = State or province
enrolment-place-region-hint = For the United States and Canada: its two letters, such as OR.
enrolment-place-seen = Those who lead your group see it. If you are somewhere else one day, you can change it here.
enrolment-place-elsewhere = If nobody who leads your group is licensed there, they are told. The group cannot begin its next session until that is settled.
enrolment-take-part-from = You take part from { $place }.
enrolment-place-change = Change
enrolment-place-uncovered = Nobody who leads this group is licensed in { $place }.
enrolment-place-uncovered-next = They have been told and will talk with you. The group cannot begin its next session until that is settled. Your place is kept.
enrolment-sign = I sign
enrolment-sign-left = { $count ->
    [one] One text to read
   *[other] { $count } texts to read
}
enrolment-sign-read = I have read this and I agree
enrolment-sign-received = I have received this and read it
enrolment-sign-name = Your name
enrolment-sign-name-hint = Written here, it is your signature. You get a copy, and you can take it back.
enrolment-sign-not = I do not want to sign this
enrolment-sign-not-about = That is your right. The group cannot be without it, so you would not take part. Talk with us first, if you like.
enrolment-sign-why-taken-back = You took your signature under this text back.
enrolment-sign-why-new-edition = This text has changed since you signed it.
enrolment-sign-why-new-season = The promises of the group are read again once a year.
enrolment-sign-why-somebody-new = Somebody new has come into the group, so everybody reads the promises again.

## A member’s group

enrolment-no-group = You are in no group at the moment.
enrolment-coming = is where you are coming in.
enrolment-dates = Dates
enrolment-people = People
enrolment-you = you
enrolment-no-longer = { $name } is no longer in the group.
enrolment-my-plan = My safety plan
enrolment-my-goals = Our goals, and mine
enrolment-my-step = My step, for me alone
enrolment-promises = What we promise each other
enrolment-to-sign = There is something to read and sign.
enrolment-to-sign-open = Read it
enrolment-leave-heading = Leave the group
enrolment-leave-about = You can leave whenever you want, and you need not say why. Your place is given on, and you no longer see the group’s pages.
enrolment-leave-goodbye = If you can, come once more and say goodbye. It helps you and the others. If you like, somebody who leads the group also talks with you alone.
enrolment-leave-reason = Is there something you want to tell us?
enrolment-leave-reason-hint = You can leave this empty.
enrolment-leave-seen = Those who lead your group read this. The others only learn that you are no longer here.
enrolment-leave = Leave the group
enrolment-leave-stay = Stay
