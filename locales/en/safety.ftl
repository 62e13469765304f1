### What is said about alerts, duty hours and the people who answer.

safety-conflict-closed = This alert is closed. Add a note to it instead.
safety-conflict-taken = Somebody has already taken this. Open it to see who.
safety-conflict-no-level = No level has been set yet. Set one first, with your reasons.
safety-conflict-actions = Some actions of this level are still open. Do them, or say why not.
safety-conflict-reviews = This level asks for another review before it can be closed.
safety-conflict-not-yours = Somebody else holds this alert. Take it over first.
safety-conflict-not-taken = Nobody holds this alert yet. Take it first.

safety-fault-words = Say it in a few words
safety-fault-whom = Choose whom it is about
safety-fault-long = This is longer than we can keep. Shorten it
safety-fault-backup = Choose somebody else than the reader
safety-fault-days = Choose at least one day
safety-fault-hours = Choose an end that comes after the beginning
safety-fault-acknowledge = Choose a time that can be kept, and not longer than the time to decide
safety-fault-decide = Choose a shorter time to decide
safety-fault-to = Choose somebody who answers for this alert
safety-fault-plan-lines = This step holds more than fits on the page. Shorten it
safety-fault-plan-blank = Write at least one line, in any of the steps
safety-fault-number = Write a number that can be dialled, like 116 123
safety-fault-address = Write the address of a page, like example.org/chat

safety-conflict-plan = Somebody has changed this plan in the meantime. Copy what you wrote, and open the plan again.
safety-conflict-lines-full = The list is full. Take a line off it first.
safety-fault-answers = Choose somebody who works here and may read for this group

## Titles

safety-title-help = Help
safety-title-concerns = Concerns
safety-title-concern = Concern
safety-title-plan = My plan
safety-title-their-plan = Safety plan
safety-title-duty = Duty
safety-title-lines = Help lines

## Get help now

safety-help-lead = You do not have to get through this alone. Here is help that you can use right away.
safety-danger-heading = If you are in danger now
safety-danger = Call the emergency number, or go to the nearest emergency department. You can ask somebody to come with you.
safety-danger-everywhere = Call the emergency number of the country you are in. In most of Europe it is 112. Some others:
safety-talk-heading = If you want to talk now
safety-talk-elsewhere = There are lines in many countries that listen at any hour. You find yours at findahelpline.com.
safety-line-text = Text { $number }
safety-line-chat = Write to them
safety-wait-heading = If it can wait
safety-wait = Talk with somebody you trust, or with your group at the next session.
safety-wait-contact = How to reach the team: { $contact }
safety-grounding-heading = If everything is too much right now
safety-grounding-lead = Take a minute, where you are. Go slowly. You can stop at any time.
safety-grounding-see = Look for five things that you can see. Name them.
safety-grounding-touch = Feel four things that touch you: the floor, a sleeve, the air, the chair.
safety-grounding-hear = Listen for three sounds, near or far.
safety-grounding-smell = Find two things that you can smell, or two smells you like to think of.
safety-grounding-taste = Notice one thing that you can taste.
safety-grounding-breath = Breathe in and count to four. Breathe out and count to six. Do that five times.
safety-leave-says = “Leave this page” goes to a harmless page and locks this one. It does not clear the history of your browser.

## A person's own alert

safety-own-damaged = Something of yours cannot be shown at the moment. The help on this page is there all the same.
safety-thanks-heading = Thank you for telling us
safety-thanks-lead = Some of your answers tell us that things are very hard now. Here is help that you can use right away.
safety-wrote-lead = What you wrote sounds as if things are very hard now. Here is help that you can use right away.
safety-left-open-heading = You left a question open
safety-left-open-lead = You can leave any question open. Because this one asks about danger, somebody was told, and asks you about it.
safety-left-open-alone-lead = You can leave any question open. Because this one asks about danger, here is help that you can use right away.
safety-called-heading = We have passed it on
safety-called-lead = You asked for help, and that was right. While somebody gets ready, this is there for you at once.
safety-alone-heading = Help for you, right now
safety-alone-lead = You asked for help, and that was right. Nobody of the team is on duty now, so please use one of these numbers.
safety-step-sent = You sent your answers.
safety-step-wrote = You wrote to your group.
safety-step-called = You asked for help.
safety-step-told = { $name } was told.
safety-step-seen = Those who lead your group or look after it can see this too. Nobody else in your group does.
safety-step-taken = { $name } has taken it on.
safety-step-next = If nobody has taken it on by then, { $names } is told too.
safety-step-again = If nobody has taken it on by then, everybody on duty is told again.
safety-step-nobody = Nobody is on duty now, so nobody was told.
safety-step-decide = By then somebody from the team looks at it with you. If not, everybody on duty is told again.
safety-step-then = Then
safety-step-decide-read = Somebody from the team looks at it with you as soon as messages are read again: { $days }, { $from } to { $until }.
safety-on-duty = Somebody on duty
safety-hours = Messages like this are read { $days }, { $from } to { $until }. Outside these hours nobody reads them at once.
safety-hours-stated = What you write is read: { $hours }. Outside these hours nobody reads it at once.
safety-hours-none = Nobody reads messages like this at fixed hours.
safety-hours-numbers = At other times, please use the numbers above.
safety-days-range = { $first } to { $last }
safety-call-heading = Tell the team that you need help
safety-call-lead = One press tells { $names }. You see here who was told.
safety-call-nobody = Nobody is on duty now, so nobody would be told at once. Please use the numbers above.
safety-call-seen = Seen by you and by { $names }. If nobody takes it on, whoever stands in sees it too. Nobody else in your group does.
safety-call-words = What is it? You can leave this empty.
safety-call-send = I need help

## Safety plans

safety-plan-heading = Your own plan
safety-plan-card = What helps you on a bad day, and whom you can call.
safety-plan-mine = Open my plan
safety-plan-of = My plan, { $day }
safety-plan-lead = What helps on a bad day, step by step. Begin at the top, and go on when a step is not enough.
safety-plan-none = There is no plan yet. It takes about ten minutes, alone or together with a therapist.
safety-plan-write = Write a plan
safety-plan-write-together = Write one together
safety-plan-sheet = Open the plan’s own page
safety-plan-change = Change the plan
safety-plan-written = Written { $at } by { $name }.
safety-plan-step-blank = Nothing here yet.
safety-plan-seen = You and those who lead your group see this plan. Nobody else does.
safety-plan-print = It prints on one page, from the menu of your browser.
safety-plan-earlier = Earlier versions
safety-plan-by = By { $name }
safety-plan-1 = How I notice that it is getting bad
safety-plan-2 = What I can do on my own
safety-plan-3 = People and places that take my mind off it
safety-plan-4 = People I can ask for help
safety-plan-5 = Professionals and services I can call
safety-plan-6 = How I make things around me safer
safety-plan-7 = What I live for
safety-plan-1-hint = Thoughts, feelings, places, things I do. One on each line.
safety-plan-2-hint = What has helped before, without anybody else. One on each line.
safety-plan-3-hint = Without having to talk about it. One on each line.
safety-plan-6-hint = What goes out of reach, who helps with it, and by when. One on each line.
safety-plan-7-hint = You can leave this empty. One on each line.
safety-plan-kept = Kept at: { $place }
safety-plan-sure = How sure I am of keeping to it: { $sure } of 10
safety-plan-review = To look at again on { $day }
safety-plan-form-lead = Write what is true for you. Every step can stay empty, and you can come back at any time.
safety-plan-kept-field = Where the plan is kept, and who has a copy
safety-plan-sure-field = How sure are you of keeping to it?
safety-plan-sure-low = not at all
safety-plan-sure-high = completely
safety-plan-review-field = When to look at it again
safety-plan-name = Name { $number }
safety-plan-phone = Number { $number }
safety-plan-keep = Keep the plan
safety-plan-back = Back to the plan

## What those who answer see

safety-somebody = Somebody
safety-label-answers = Risk answer
safety-label-sheet = Risk on a sheet
safety-label-call = Asked for help
safety-label-observation = Something seen
safety-label-screening = From a screening
safety-label-post = Written in a thread
safety-label-damaged = Cannot be opened
safety-item-open = Item { $item } of the { $title } was left open: risk not answered.
safety-item-from = Item { $item } of the { $title } went from { $before } to { $now }.
safety-item-still = Item { $item } of the { $title } is { $now }, as before.
safety-item-first = Item { $item } of the { $title } is { $now }.
safety-why-call = Pressed “I need help”.
safety-why-call-words = Pressed “I need help” and wrote:
safety-why-observation = Somebody who leads the group wrote:
safety-why-post = They wrote to their group between meetings:
safety-why-post-told = Somebody in the group worries because of what they wrote between meetings:
safety-why-screening = The screening says:
safety-why-sheet = { $title }:
safety-why-damaged = A part of this concern is damaged. Talk with the person, and tell whoever looks after the site.
safety-damaged-id = There it is known as { $id }.
safety-raised = Raised { $at }.
safety-help-seen = The page with help was seen { $at }.
safety-help-not-seen = The page with help has not been confirmed as seen.
safety-has-plan = There is a safety plan of { $day }.
safety-has-no-plan = There is no safety plan yet.
safety-due-closed = Closed.
safety-due-next = Nobody has taken it. { $name } is told { $at }.
safety-due-remind = Nobody has taken it. Everybody is told again { $at }.
safety-due-decide = { $name } has it. A level is due { $at }.
safety-due-close = { $name } has it. It is to be closed by { $at }.
safety-due-review = { $name } has it. Level: { $level }. To look at again { $at }.
safety-due-none = { $name } has it. Level: { $level }.
safety-overdue = This time has passed.
safety-open = Open
safety-take = I take this
safety-announce = { $count ->
    [one] One concern is open
   *[other] { $count } concerns are open
}
safety-open-heading = Open
safety-open-none = Nothing is open.
safety-closed-heading = Closed last
safety-closed-without-level = Closed with a note
safety-raise-heading = Something you saw yourself
safety-raise-lead = Tell of something that cannot wait. It gets an owner and a clock, like an answer does.
safety-concern-whom = Whom is it about?
safety-concern-choose = Choose one person
safety-concern-words = What did you see or hear?
safety-concern-hint = In plain words, and as it was said.
safety-concern-send = Tell those on duty
safety-who-sees = Those who lead the group, and those who were told, see this. The member does not.

## One concern

safety-plan-open = Safety plan
safety-person-open = Progress
safety-level-heading = Level
safety-level = Level, in your judgement
safety-level-hint = You set it after asking. Nothing sets it for you.
safety-level-now = It is now: { $level }.
safety-level-set = Set the level
safety-level-propose = Show what would be typical
safety-rationale = Why this level?
safety-rationale-hint = What was asked and said, what protects, what is within reach.
safety-outcomes = Outcomes of your own C-SSRS form
safety-outcomes-lead = If you asked from your own form, tick the questions that were answered with yes.
safety-outcome = Question { $number }: yes
safety-sixth = Question 6
safety-sixth-never = No
safety-sixth-longer = Yes, longer than three months ago
safety-sixth-recent = Yes, in the past three months
safety-typical-outcomes = For these outcomes this would be typical: { $level }. It is a proposal; the level is yours to set.
safety-typical-asq = For these ASQ answers this would be typical: { $level }. It is a proposal; the level is yours to set.
safety-level-noted = Noted
safety-level-low = Low
safety-level-moderate = Moderate
safety-level-high = High
safety-level-imminent = Imminent
safety-actions-heading = What to do at this level
safety-action-document = Write down what was asked and said
safety-action-ask-again = Ask again at the next session
safety-action-crisis-card = Give the crisis numbers
safety-action-brief-assessment = Brief assessment
safety-action-safety-plan = Write or renew the safety plan together
safety-action-inform-therapist = Tell the individual therapist, with consent
safety-action-full-assessment = Full assessment, the same day
safety-action-means-safety = Make the surroundings safer
safety-action-contact-person = Agree on a person to contact
safety-action-appointment = An appointment alone
safety-action-decide-on-group = Decide whether the group goes on
safety-action-consult-supervisor = Talk with the supervisor
safety-action-stay-with-person = Stay with the person, or on the line
safety-action-emergency-services = Call the emergency services to where the person is
safety-action-emergency-evaluation = Emergency evaluation
safety-action-know-location = Know where the person is
safety-action-emergency-contact = Call the emergency contact
safety-action-hand-group-over = Leave the group to the co-leader
safety-action-handover-note = Write a handover note
safety-action-follow-up-call = Follow-up call
safety-mark-done = Done
safety-mark-not-needed = Not needed
safety-mark-open = Open
safety-mark-again = Not done after all
safety-review-heading = Looking again
safety-review-by = Due { $at }.
safety-review-count = Held at this level: { $held }. Wanted before closing: { $wanted }.
safety-review-words = How is it now?
safety-review-keep = Keep this review
safety-close-heading = Closing
safety-close-words = How did it end?
safety-close-hint = It closes when a level is set, everything to do is marked and the reviews are held.
safety-close = Close
safety-hand-over = Hand over, or take over
safety-hand-over-to = Who has it next?
safety-hand-over-words = Why, and what to know
safety-hand-over-send = Hand over
safety-story-heading = What has happened
safety-raised-entry = It was raised.
safety-told = { $names } was told.
safety-told-nobody = Nobody was on duty to be told.
safety-told-overdue = The time had passed. { $names } was told.
safety-reminded = Everybody was told again.
safety-seen-entry = { $name } confirmed having seen the page with help.
safety-taken = { $name } took it.
safety-taken-over = { $name } took it over.
safety-handed-over = { $name } handed it to { $to }.
safety-decided = { $name } set the level: { $level }.
safety-marked-done = { $name } marked as done: { $action }.
safety-marked-not-needed = { $name } marked as not needed: { $action }.
safety-marked-open = { $name } marked as still to do: { $action }.
safety-reviewed = { $name } looked again.
safety-closed = { $name } closed it.
safety-added = { $name } added:
safety-add-words = Add a note
safety-add-keep = Add it

## Duty

safety-duty-lead = Who reads signs of danger at once, and who stands in. The PHQ-9 is offered only where both are named.
safety-duty-practice = The whole practice
safety-duty-none = Nobody is on duty here.
safety-duty-reader = Reads
safety-duty-backup = Stands in
safety-duty-backup-hint = Is told when the first one has not taken it in time.
safety-duty-hours = Hours
safety-duty-hours-are = { $days }, { $from } to { $until }
safety-duty-take = Time to take it
safety-duty-decide = Time to decide
safety-minutes = { $count ->
    [one] One minute
   *[other] { $count } minutes
}
safety-hours-long = { $count ->
    [one] One hour
   *[other] { $count } hours
}
safety-duty-change = Change
safety-duty-hand-over = Hand over to { $name }
safety-duty-days = Days
safety-duty-from = From
safety-duty-until = Until
safety-duty-hours-hint = Members read these hours. Concerns are passed on at any hour.
safety-duty-take-field = Minutes to take it
safety-duty-take-hint = After them the next one is told.
safety-duty-decide-field = Hours to decide
safety-duty-decide-hint = Until then a level is set, or in a support group the concern is closed.
safety-duty-keep = Keep this duty

## Help lines of the practice

safety-lines-lead = These numbers stand on “Get help now”, for everybody. Only lines that you have checked are shown.
safety-lines-empty = Members cannot be invited yet. Check at least one emergency number and one line to talk to.
safety-lines-stale = { $count ->
    [one] One line needs another check.
   *[other] { $count } lines need another check.
}
safety-lines-fine = All lines have been checked in the last six months.
safety-lines-none = There are no lines yet.
safety-lines-country-heading = Lines of a country
safety-lines-country = Country
safety-lines-country-hint = Its lines are added to yours. Those that come unchecked are shown after your check.
safety-lines-take = Add its lines
safety-lines-add = Add a line
safety-line-unchecked = Not checked yet, so nobody sees it
safety-line-checked = Checked { $day }
safety-line-look = Check it
safety-line-check = I have checked it
safety-line-change = Change
safety-line-remove = Take off
safety-line-change-lead = A changed line is shown again after you have checked it.
safety-line-need = For whom
safety-need-danger = In danger now
safety-need-talk = Wants to talk now
safety-line-channel = How it is reached
safety-channel-call = By phone
safety-channel-text = By text message
safety-channel-chat = On a page
safety-line-name = Name
safety-line-number = Number, or the address of the page
safety-line-number-hint = As people write it.
safety-line-hours = Hours
safety-line-cost = Cost
safety-line-languages = Languages
safety-line-audience = For whom it is
safety-line-note = What to press or to text
safety-line-source = Where you read it
safety-line-keep = Keep this line
## What is still to set up

safety-step-lines = Help lines
safety-step-lines-done = The emergency number and somebody to talk to are filled in and checked.
safety-step-lines-stale = Some lines have not been checked for half a year.
safety-step-lines-empty = The emergency number and somebody to talk to must be filled in, and somebody must have checked them.
safety-step-duty = Who is on duty, and when
safety-step-duty-done = Somebody reads risk answers, and somebody stands in for them.
safety-step-duty-open = Risk answers go to a person. Name who reads them, and who stands in.

## Words that a list looks for

safety-words-of-danger = Some of your words sound as if things may be very hard right now. Words alone call nobody here.
safety-words-of-danger-help = If you may not be safe, here is help at any hour
safety-sort-risk = Something that may be dangerous
safety-sort-method = How somebody could be hurt
safety-sort-dose = A dose, a weight or calories
safety-sort-contact = A way to be reached
safety-sort-selling = Something for sale
