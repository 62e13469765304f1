### The front door: what a visitor reads, "Which fits me?", asking for a place, joining, and going on.

## Two ways, side by side

door-title = Two ways of being in a group
door-lead = Both are people in a circle who listen to each other. They are not the same, and it helps to know which one you are looking for.
door-which = Which fits me?
door-which-about = 4 questions, one minute. Nothing is kept.
door-see-groups = See the groups
door-no-emergency = Neither is for an emergency.
door-get-help = Get help now
door-with-us = Already with us?
door-sign-in = Sign in

door-row-guidance = Who guides
door-row-entry = How you get in
door-row-goals = Goals
door-row-techniques = What you do
door-row-feedback = What you hear back
door-row-silence = What is written down, and who keeps silent
door-row-cost = What it costs

door-therapy = Group therapy
door-therapy-is = Treatment, led by a therapist
door-therapy-voice = A small, steady circle that works together for some months.
door-therapy-ring = A closed circle with one therapist and seven members
door-therapy-guidance = A therapist whose licence we check, often two. They carry clinical responsibility.
door-therapy-entry = You talk with the therapist first. You decide together.
door-therapy-goals = You agree on goals of your own and look at them again and again.
door-therapy-techniques = Methods that were studied, and small tasks between the sessions.
door-therapy-feedback = Your therapist tells you what they see. Members do so with guidance.
door-therapy-silence = A record, as at a doctor’s. The therapist keeps silent by law, members by a promise.
door-therapy-cost = A fee for each session. Ask whether insurance pays.
door-therapy-groups = Therapy groups
door-therapy-none = No therapy group is shown at the moment.

door-support = Support group
door-support-is = Company, led by people who know it themselves
door-support-voice = An open circle. Come when you need it, as long as you need it.
door-support-ring = An open circle with two facilitators, six others and a free seat
door-support-guidance = Trained facilitators who share the experience. They guide the talk and do not treat.
door-support-entry = Read the house rules, choose a name, come.
door-support-goals = None that anybody checks. You can keep a step of your own, for your eyes only.
door-support-techniques = Share and listen, one after another. You can always pass.
door-support-feedback = What helped others. Nobody interprets you or gives advice that you did not ask for.
door-support-silence = The date, the topic and how many came; nothing about you. Everybody keeps silent by a promise, nobody by law.
door-support-cost = Nothing. Gifts are welcome.
door-support-groups = Support groups
door-support-none = No support group is shown at the moment.

## A group that is shown

door-title-group = A group
door-meets = When it meets
door-place = Where
door-cost = What it costs
door-ask = Ask about this group
door-ask-about = Somebody reads what you write and answers. Asking binds you to nothing.
door-join = Join this group
door-join-about = You choose a name and read two short texts. You can leave at any time.
door-not-treatment = This group is company, and no treatment. It does not take the place of a doctor or therapist.
door-takes-nobody = This group takes nobody new at the moment. Look in again later.

## Which fits me?

door-title-which = Which fits me?
door-question-of = Question { $at } of { $of }
door-continue = Continue
door-skip = Skip this question
door-see-suggestion = See the suggestion
door-nothing-kept = Nobody sees your answers and nothing is kept. At the end you get a suggestion; you choose.
door-question-wish = What would help you most at the moment?
door-wish-work = Working on something with a professional
door-wish-work-about = For example fear, low mood, or what hard times left behind
door-wish-company = Being with people who know what it is like
door-wish-company-about = Listening and being heard, without tasks
door-wish-both = Both, or I am not sure
door-wish-both-about = Then we show you both
door-wish-today = Help today
door-wish-today-about = We show you who is there right now
door-question-now = How are your days at the moment?
door-now-steady = I get through them
door-now-steady-about = Some are good, some are not
door-now-hard = Most of them are very hard
door-now-hard-about = Sleep, food, work or being with others suffer
door-now-danger = I am not safe
door-now-danger-about = I think of ending my life, or somebody hurts me
door-question-care = Is a professional there for you already?
door-care-seen = Yes
door-care-seen-about = A doctor, a therapist, a counsellor
door-care-alone = No
door-care-alone-about = Nobody, or not any more
door-question-rhythm = Which rhythm suits you?
door-rhythm-regular = The same people each week
door-rhythm-regular-about = For some months, with something to try in between
door-rhythm-open = Coming when I need it
door-rhythm-open-about = This week, or not this week
door-own-words = Is there something you would like to say? You can leave it empty.
door-own-words-hint = It is looked through once for words that ask for help, and then forgotten.

door-help-first = First of all, help for right now
door-help-then = If you like, the questions go on below. You can leave them as well.
door-suggest-therapy = Group therapy may suit you
door-suggest-support = A support group may suit you
door-suggest-either = Both may suit you
door-suggest-why = Because of what you answered:
door-suggest-yours = This is a suggestion and no finding. Nobody knows you from four answers. You choose, and you can change your mind.
door-suggest-groups = Groups to look at
door-suggest-none = No such group is shown at the moment. Ask us, or look in again later.
door-see-both = Look at both ways
door-help-always = Help for right now
door-why-work = You would like to work on something with a professional. In group therapy a therapist does that with you.
door-why-company = You would like to be with people who know what it is like. That is what a support group is for.
door-why-both = You are not sure yet. Looking at both costs nothing, and some people do both at once.
door-why-hard = Your days are hard and no professional is there for you. Somebody with training looks at it with you before a therapy group.
door-why-hard-seen = Your days are hard, and a professional is there for you. Ask them what they think; either kind of group can stand beside it.
door-why-seen = A professional is there for you already. A support group stands well beside that.
door-why-regular = You like a steady circle. A therapy group keeps one for some months.
door-why-open = You would like to come when you need it. A support group is open in that way.
door-why-nothing = You skipped the questions, which is fine. Look at both in peace.

## Asking

door-title-ask = Ask about a group
door-ask-lead = Write a few lines. It takes two minutes, and you can stop at any point.
door-ask-seen = Only those who lead this group read it.
door-not-watched = Nobody reads this at once.
door-called = What can we call you?
door-called-hint = Any name is fine
door-email = Your e-mail address
door-reach-hint = An address or a number: one of them is enough
door-phone = A number to call
door-words = What brings you, in your own words?
door-words-hint = As much or as little as you like
door-times = When is a good time to reach you?
door-send = Send
door-fault-reach = Give an address or a number, so that we can answer
door-title-thanks = Thank you
door-asked = It has arrived.
door-asked-next = Somebody reads it in the next days and answers in the way you asked for.
door-until-then = Until then
door-back = Back to the groups

## Joining alone

door-title-join = Join a group
door-join-lead = Choose a name for this group. We send you a link, and you go on from there.
door-join-seen = The group hears your chosen name. Nobody in it sees your address, those who facilitate included.
door-shown-name = Your name in this group
door-shown-name-hint = It does not have to be your own. Choose one that is not like anybody else’s here.
door-join-email = Your e-mail address
door-join-email-hint = The link goes there, and you sign in with it
door-safety-reach = A way to reach you if somebody worries about you
door-safety-reach-hint = You can leave it empty. Those who facilitate see it and use it for nothing else.
door-safety-consent = They can use it for my safety
door-fault-consent = Tick this, or leave the line above empty
door-send-link = Send me the link
door-title-mail = Look into your mail
door-mail-sent = A mail is on its way, if everything is in order with the address.
door-mail-next = Follow the link in it. If you have been with us before, sign in instead.
door-mail-neutral = The mail says nothing about groups.

## Going on

door-title-onward = Going on
door-onward-small = Another group, or a talk with a therapist
door-onward-lead = You decide alone, and nothing of your groups is told to another one.
door-onward-company = Company
door-onward-company-about = Support groups that are open to you. You choose a new name there.
door-onward-therapy = A talk with a therapist
door-onward-therapy-about = You write a few lines yourself. Nothing else goes along.
door-onward-none = None is open at the moment.
door-onward-seen = The group learns the name that you choose next. It does not learn where you come from.
door-onward-join = Join this group
door-onward-ask-lead = Say in your own words what you are looking for. Somebody answers and finds a time to talk.

## What is said of a group, for those who lead it

door-title-showing = The front door
door-showing-lead = What visitors read of this group. It is public: name nobody in it.
door-showing-closed = The practice’s public pages are closed at the moment, so nobody sees this yet.
door-showing-title = What it is called there
door-showing-title-hint = For example “An evening for those who grieve”
door-showing-about = Whom it is for, and what happens in it
door-showing-about-hint = Two or three short paragraphs
door-showing-meets-hint = For example “Tuesdays, 19:00 to 20:30”
door-showing-shown = Show this group to visitors
door-showing-save = Save
door-claims = These words claim that the group treats or cures: { $words }.
door-claims-how = A support group cannot say that of itself. Say what people do there, or that it is no treatment. Nothing was stored yet.
door-joins-heading = Joining alone
door-joins = Who can join without a talk with you?
door-joins-save = Save who can join
door-joins-nobody = Nobody
door-joins-nobody-about = You bring people in yourself
door-joins-finished = Those who finished a therapy group here
door-joins-finished-about = They find the group on their own pages; visitors do not see it unless you show it
door-joins-everybody = Everybody
door-joins-everybody-about = Visitors too, from the public page, while there is room

## Settings

door-title-settings = Front door
door-settings = Public pages
door-settings-lead = Pages that anybody can read without signing in.
door-settings-groups = Each group’s own page says what is shown of it. Whoever leads a group writes that.
door-settings-look = Look at the front door
door-closed = Closed
door-closed-about = Visitors find the sign-in and nothing else
door-open = Open
door-open-about = Visitors can read; search engines are asked to stay away
door-listed = Open and listed
door-listed-about = Search engines can list the pages too
