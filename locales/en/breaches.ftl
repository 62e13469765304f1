### A confidence that was broken: report, contain, tell, decide, learn; and who could see what.

## One's own reports

breaches-title = A confidence was broken
breaches-small = Tell us when something that was shared in the group was told outside.
breaches-lead = What is shared in a group stays there. If it did not, tell us. It takes a few minutes, and you can stop at any point.
breaches-no-group = You belong to no group here, so there is nothing to report from. If you look for help, you find it on the help page.
breaches-seen = Nobody in your group learns that you have written. You see here how it stands, and nobody sees your words but the people you choose below.
breaches-danger = Is somebody in danger now?
breaches-danger-help = Here is help
breaches-group = In which group was it shared?
breaches-group-left = The group that you left on { $day }
breaches-group-unnamed = A group of yours
breaches-audience = Who is to read it?
breaches-audience-leaders = Those who lead the group, and the office
breaches-audience-leaders-about = Read by those who lead the group, those who supervise them, and whoever looks after the practice.
breaches-audience-office = The office alone
breaches-audience-office-about = Read by whoever looks after the practice, and not by those who lead the group. Your name is not shown: write it if you want an answer.
breaches-words = What do you know of it?
breaches-words-hint = What was told, to whom, and how you know. Leave out what anybody suffers from. You can also write what you need now.
breaches-send = Send the report
breaches-own = What you have reported
breaches-own-none = Nothing yet.
breaches-sent = Sent { $moment }
breaches-state-received = received
breaches-state-looked-into = being looked into
breaches-state-settled = settled
breaches-received = We have it. Those you chose have been told, and are reminded until somebody looks into it.
breaches-looked-into = Somebody has looked into it since { $moment }. If they need to know more, they will ask you.
breaches-settled = It was settled { $moment }. You can ask those who looked into it what came of it.

## What waits

breaches-waiting = Broken confidences
breaches-waits-report = A report waits for somebody to look into it
breaches-waits-case = A case is open
breaches-due = By { $moment }
breaches-was-due = Was due { $moment }
breaches-late = late
breaches-no-clock = No time limit runs.
breaches-step-well = No report and no case waits.
breaches-step-waits = A report or a case waits. Look by when.
breaches-step-late = A time limit is over. Look now.

## Lists

breaches-title-cases = Broken confidences
breaches-cases-lead = Reports and cases that you may read. A case closes when each step is answered.
breaches-reports-wait = Reports that wait
breaches-cases = Cases
breaches-cases-none = No case yet. A report opens one, or you do.
breaches-about-group = A group led by { $leaders }, opened { $moment }
breaches-about-practice = The whole practice, opened { $moment }
breaches-closed-at = Closed { $moment }
breaches-is-closed = closed
breaches-is-open = open
breaches-title-new = Open a case
breaches-new-lead = The clocks begin when the practice learned of it, not when somebody writes it down.
breaches-about = What is it about?
breaches-whole-practice = The whole practice, or a group that is not known yet

## A report

breaches-title-report = A report
breaches-from = From { $called }
breaches-from-somebody = From somebody who belongs or belonged to the group
breaches-report-taken = This report has a case.
breaches-open = Open a case for it
breaches-open-do = Open the case
breaches-join = It belongs to a case that is open
breaches-join-which = Which one?
breaches-join-do = Add it to that case
breaches-opened = Opened { $moment }

## Facts

breaches-title-facts = What happened
breaches-facts-lead = Write what is known now. What was written before stays in the case with its date.
breaches-facts-keep = Keep it
breaches-case-seen = Read by those who handle the case. No member reads it.
breaches-happened = What happened?
breaches-happened-hint = Who learned what, from whom, and how. Leave out what anybody suffers from.
breaches-cause = How was it broken?
breaches-cause-member = Somebody who takes part told it outside
breaches-cause-staff = Somebody who works here told it, or sent it to the wrong place
breaches-cause-opened = Somebody opened what they had no reason to open
breaches-cause-lost = A device or a paper was lost or stolen
breaches-cause-broken-into = Somebody broke in
breaches-cause-unknown = Something else, or not known yet
breaches-discovered = When the practice learned of it
breaches-discovered-on = On which day did the practice learn of it?
breaches-discovered-hint = The day on which the first person here knew enough to suspect it.
breaches-discovered-at = At what time?
breaches-laws = Which laws hold?
breaches-laws-hint = Proposed for where the practice is. Take advice where you are not sure, and change it here.
breaches-laws-none = None
breaches-law-gdpr = GDPR, in Europe and the United Kingdom
breaches-law-hipaa = HIPAA, for who gives health care in the USA (and 42 CFR Part 2)
breaches-law-ftc = Health Breach Notification Rule, in the USA, for who is no HIPAA entity
breaches-law-state = The law of a state of the USA, 30 days
breaches-law-california = California
breaches-law-california-clinic = California, for a licensed clinic
breaches-law-texas = Texas

## A case

breaches-title-case = A case
breaches-steps = Five steps
breaches-stage-report = Report
breaches-stage-report-how = What happened, and whom it affects.
breaches-stage-contain = Contain
breaches-stage-contain-how = First see how whoever is harmed is. Then stop it from going further.
breaches-stage-decide = Decide
breaches-stage-decide-how = Who is told. Where somebody is not, a second person agrees.
breaches-stage-tell = Tell
breaches-stage-tell-how = Everybody whom a clock names, unless the decision says otherwise.
breaches-stage-learn = Learn
breaches-stage-learn-how = What will be done otherwise from now on.
breaches-what-happened = What happened
breaches-affected = Whom it affects
breaches-affected-count = { $count ->
    [one] One person
   *[other] { $count } people
}
breaches-people = Who in the group?
breaches-others = How many others?
breaches-others-hint = People who are not named above. Write 0 where there is nobody.
breaches-what = What of theirs became known, and to whom?
breaches-what-hint = Kinds are enough, such as a first name or that somebody comes here.
breaches-keep = Keep it
breaches-places = Where some of this is done:
breaches-place-leaders = Parts in leading the group
breaches-place-board = Meetings and their boards
breaches-place-posts = Posts in the group’s threads
breaches-place-staff = Roles and sign-ins of those who work here
breaches-step = What was done?
breaches-step-safety = Asked whoever is harmed how they are and what they need
breaches-step-met = Met those concerned, each alone
breaches-step-asked-back = Asked to pass nothing on, and to give back or delete it
breaches-step-signed-out = Ended sign-ins
breaches-step-rights-ended = Took a part or a role away
breaches-step-link-changed = Took a board down, or changed a link
breaches-step-post-taken-out = Took a post out of its thread
breaches-step-group = Talked about it in the group
breaches-step-warned = Warned somebody, or ended their place
breaches-step-other = Something else
breaches-done = In a few words
breaches-done-hint = Who did it, with whom, and what came of it.
breaches-done-on = On which day?
breaches-done-at = At what time?
breaches-contain-keep = Put on record
breaches-weigh = Weigh it first. Where you do not know, choose “much”.
breaches-weigh-nature = How much can it harm, by what it is?
breaches-weigh-recipient = How much can those do who know it now?
breaches-weigh-seen = How far was it really seen?
breaches-weigh-left = How much is left, after what was done?
breaches-weight-little = little
breaches-weight-some = some
breaches-weight-much = much, or not known
breaches-tells = Who is told?
breaches-tells-hint = Where anybody is left out, a second person has to agree. All clocks run until then.
breaches-tells-everybody = Everybody whom a clock names
breaches-tells-authorities = The authorities, and not the people affected
breaches-tells-nobody = Nobody
breaches-reasons = Why?
breaches-reasons-hint = The reasons that you would give to an authority, or to the people affected.
breaches-decide = Put the decision on record
breaches-decided-by = Decided by { $called } { $moment }.
breaches-agreed-by = { $called } agreed { $moment }.
breaches-waits-for-second = Your decision waits for a second person. They have been told, and the clocks run on.
breaches-second = This decision leaves somebody untold. It holds when you agree.
breaches-agree = I agree
breaches-objection = Or say why you do not agree
breaches-objection-hint = It is decided anew then. Your words stay in the case.
breaches-object = I do not agree
breaches-clocks = Who has to be told, and by when
breaches-whom = Whom
breaches-by = By
breaches-told = Told
breaches-told-by = { $moment }, put on record by { $called }.
breaches-told-before = Before it was opened again: { $moment }, put on record by { $called }.
breaches-not-told = Not told, by decision.
breaches-not-yet = Not yet.
breaches-telling = Who was told?
breaches-told-on = On which day?
breaches-told-at = At what time?
breaches-told-how = How, and by whom?
breaches-tell-keep = Put on record
breaches-telling-gdpr-authority = The data protection authority (GDPR, 72 hours)
breaches-telling-gdpr-people = The people affected (GDPR, without undue delay)
breaches-telling-hipaa-people = The people affected (HIPAA, 60 days)
breaches-telling-hipaa-department = The Department of Health (HIPAA, from 500 people 60 days, else the yearly list)
breaches-telling-hipaa-media = The press (HIPAA, from 500 people)
breaches-telling-ftc-people = The people affected (FTC, 60 days)
breaches-telling-ftc-commission = The Federal Trade Commission (from 500 people with them, else the yearly list)
breaches-telling-ftc-media = The press (FTC, from 500 people)
breaches-telling-state-people = The people affected (law of the state, 30 days)
breaches-telling-california-people = The people affected (California, 30 days)
breaches-telling-california-attorney = The Attorney General of California (above 500 people, 15 days after them)
breaches-telling-california-clinic = The people affected, and the Department of Public Health (California, 15 business days)
breaches-telling-texas-people = The people affected (Texas, 60 days)
breaches-telling-texas-attorney = The Attorney General of Texas (30 days)
breaches-telling-promise = The people affected (what we owe them, 3 days)
breaches-lessons = What will be done otherwise?
breaches-lessons-hint = Who changes what, and until when.
breaches-close = Close the case
breaches-close-how = A case closes when each step above is answered.
breaches-close-ready = Each step is answered. Whoever reported it is told that it is settled.
breaches-close-do = Close it
breaches-reopen = Something more came to light
breaches-reopened = What is known now?
breaches-reopened-hint = The case is open again from here: its clocks begin anew, and who is told is decided again. Nothing of what was written changes.
breaches-reopen-do = Open it again
breaches-history = { $count ->
    [one] One entry
   *[other] { $count } entries, as they were written
}
breaches-entry-facts = What happened
breaches-entry-affected = Whom it affects
breaches-entry-contained = Something was done
breaches-entry-letter = A letter was drafted
breaches-entry-decided = Decided who is told
breaches-entry-agreed = Agreed to the decision
breaches-entry-objected = Did not agree to the decision
breaches-entry-told = Somebody was told
breaches-entry-learned = What will be done otherwise
breaches-entry-closed = Closed the case
breaches-entry-reopened = Opened the case again

## The letter

breaches-title-letter = The letter
breaches-letter = The words in which people are told
breaches-letter-hint = What happened, what of theirs became known, what was done, what they can do, and whom they can ask.
breaches-letter-lead = A draft for you to change. Nothing is sent from here: print it, or read it to them.
breaches-letter-without = Leave out the group, other people’s names, and what anybody suffers from. Somebody else may open the letter.
breaches-draft-hello = Good day,
breaches-draft-what = on { $day } we learned that something you had entrusted to us became known to somebody who was not meant to know it. It was: …
breaches-draft-done = This is what we have done since: …
breaches-draft-you = You can ask us at any time what we know, and who has read what is kept about you. If you would like to talk, we will make time for it soon. You can also turn to the authority that looks after data protection where you live.
breaches-draft-contact = You reach us here: { $contact }
breaches-draft-sorry = We are sorry. You trusted us with this, and it was ours to keep.

## Who could see what

breaches-title-who = Who could see what
breaches-who-lead = From parts and roles in that time, and from the record of acts. Members are not told apart.
breaches-who-seen = Each look at this page is itself put on record, and whoever it is about finds it in their own record.
breaches-who-of = Whose records?
breaches-who-group = Everybody’s who sat in the group
breaches-who-choose = Choose a group
breaches-who-in = Group { $number }, founded in { $month } { $year }, led by { $leaders }
breaches-who-in-unled = Group { $number }, founded in { $month } { $year }, led by nobody now
breaches-who-from = From which day?
breaches-who-until = Until which day?
breaches-who-show = Show
breaches-who-could = Who could see something
breaches-who-could-caption = By part and role
breaches-who-name = Who
breaches-who-time = In that time
breaches-who-reach = What that part opens
breaches-who-span = { $from } to { $until }
breaches-who-kinds = { $count ->
    [one] One kind of act
   *[other] { $count } kinds of acts
}
breaches-who-nothing = Nothing of the records
breaches-who-members = { $count ->
    [one] One person sat in the group, whose seat opens this:
   *[other] { $count } people sat in the group, whose seats open this:
}
breaches-who-opened = Who did open something
breaches-who-opened-caption = From the record of acts, the latest first
breaches-who-what = What
breaches-who-often = How often
breaches-who-first = First
breaches-who-last = Last
breaches-who-refused = (was not allowed)
breaches-who-none = Nothing in that time.
breaches-who-cut = There is more than is counted here. Choose a shorter time.

## Faults and conflicts

breaches-fault-ahead = This lies ahead. Choose a time that is over
breaches-fault-before = This was before the practice learned of it. Choose a later time
breaches-fault-order = Choose a day that is not before the first one
breaches-fault-long = Choose a year at most
breaches-conflict-many = You have sent several reports today. They have all arrived. If there is more, tell those who lead your group.
breaches-conflict-taken = Somebody has opened a case for this report already.
breaches-conflict-closed = This case is closed. If there is more, open it again first.
breaches-conflict-not-closed = This case is open already. Put on record what is new.
breaches-conflict-changed = Somebody else has put something on record in the meantime. Look at it, then send yours again.
breaches-conflict-told = It is on record already that they were told.
breaches-conflict-open = Not every step is answered yet. The list at the top says which.
breaches-conflict-stands = This decision stands already.
breaches-conflict-second = Somebody else has to agree to your decision.
breaches-conflict-undecided = There is no decision to agree to. Somebody has decided anew, or has to.
breaches-conflict-full = This case holds as many entries as we can keep. Close it, and open another one.
