### The floor of a meeting: for those who take part, for those who lead, and for the board in the room.

room-title-meeting = Meeting
room-title-floor = Floor
room-title-board = Board
room-title-readings = Readings

## What is under way

room-phase-rest = Between rounds
room-phase-open = Open discussion
room-phase-over = This meeting is over
room-round-check-in = Check-in round
room-round-sharing = Sharing round
room-round-closing = Closing round
room-your-turn = It is your turn.
room-turn-of = { $name } has the turn.
room-you-are-next = You are next.
room-next-is = { $name } is next.
room-left = left
room-paused = left, the time stands still
room-time-up = The time is up. Finish in peace.
room-time-used = Time used of this turn
room-topic-is = Tonight: { $topic }
room-to-come = To come
room-here = Here
room-you = You
room-is-aside = needs a moment
room-is-lost = line broken

## For those who take part

room-now = The meeting is on now
room-now-until = Until { $time }
room-when = { $start } to { $end }
room-the-session = The session
room-not-begun = The meeting has not begun yet.
room-come = I am here
room-come-seen = The others who are here, and a screen in the room, show you as { $name }.
room-come-kept = When the meeting is over, nothing is kept of who was here. Only the number of people stays.
room-in-room = The meeting goes on in its room now.
room-in-room-go = Come into the room
room-in-room-member = Say at its door that you are in the room with the group, or join from where you are. If your phone cannot open it, tell whoever leads: they can say that you are here.
room-move = { $count ->
    [one] One person takes their turns on the floor now.
   *[other] { $count } people take their turns on the floor now.
}
room-move-what = When you go on in the live room, their phones are led there, in the same order. The floor moves there with them.
room-move-go = Go on in the live room
room-move-back = Back to the floor
room-in-room-desk = Turns, hands and who is here are looked after there, for those in the room and for those elsewhere.
room-back = I am back
room-finish = I have finished
room-pass = I pass
room-not-ready = Not yet, ask me later
room-raise = I would like to say something
room-lower = I lower my hand
room-aside = I need a moment
room-leave = I am going now
room-quiet = In this round nobody answers, advises or asks. You can pass without a reason.
room-look-again = Look again
room-principles = What we hold to
room-guidelines = How we treat each other
room-help = Where there is help
room-help-now = Get help now
room-contact = You can reach us here:

## For those who lead

room-with-you = You have the word. Whoever is next waits for you.
room-end-turn = End the turn
room-add = One minute more
room-take-back = Take the word for a moment
room-skip = Go on without
room-next = Next person
room-pause = Stop the time
room-resume = Let the time run
room-rest = End this round
room-nobody-to-come = Nobody is to come.
room-hands = Hands
room-waits = { $minutes ->
    [0] since a moment
    [one] for one minute
   *[other] for { $minutes } minutes
}
room-give = Give the turn
room-give-of = Give the turn to { $name }
room-up-of = Move { $name } up
room-down-of = Move { $name } down
room-lower-short = Lower
room-lower-of = Lower the hand of { $name }
room-nobody-here = Nobody has come yet.
room-not-here = { $count ->
    [one] One person is not here
   *[other] { $count } people are not here
}
room-bring = Is here
room-bring-of = { $name } is here
room-gone = Has gone
room-gone-of = { $name } has gone
room-here-kept = Who is here is forgotten when the meeting is over. The largest number stays, for the log.
room-here-marked = This is for the turns alone. Attendance is marked on the running view.
room-end = Everybody has gone
room-begin = Next
room-quiet-care = In a round nobody answers another. An open discussion comes after, if you want one.
room-purpose = Which round
room-order = In which order
room-order-seats = As people came
room-order-drawn = Drawn by lot
room-length-of = How long a turn is
room-length = { $minutes ->
    [0] Without an end
    [one] One minute
   *[other] { $minutes } minutes
}
room-timer = Who sees the time
room-timer-leaders = Those who lead
room-timer-everybody = Everybody sees the time
room-timer-only = In a process group members see no clock: a silence belongs to the work.
room-begin-do = Begin the round
room-discuss-do = Open discussion
room-open-first = Open it first
room-topic = Topic
room-topic-listed = From the list
room-topic-none = None of these
room-topic-own = Or in your own words
room-topic-own-hint = A line, without names.
room-topic-take = Take this topic
room-board = Board for a large screen
room-board-what = It shows the round, whose turn it is and what is read. Whoever has the address sees it until the meeting is over.
room-board-up = Make a board
room-board-phones = Take your turn from your phone: point its camera here, and sign in if you are asked.
room-board-phones-picture = A picture that leads a phone’s camera to this meeting
room-board-anew = Make a new address
room-board-down = Take it down
room-readings-change = Change what is read aloud
room-readings-lead = What is read aloud at the beginning and at the end of a meeting.
room-readings-seen = Everybody in the meeting can read this, and so can whoever sees the board.
room-readings-lines = One line for each person who reads.
room-readings-keep = Keep the texts
room-readings-kept = Kept { $time }

## What stands in the way

room-conflict-not-open = The meeting is not open now.
room-conflict-over = The meeting is over.
room-conflict-not-here = This person is not at the floor. Press “I am here” first.
room-conflict-away = This person needs a moment. They can come back when they like.
room-conflict-full = Every seat at the floor is taken.
room-conflict-not-turn = The turn has passed on already.
room-conflict-has-turn = This person has the turn already.
room-conflict-nothing-on = No round or discussion is under way.
room-conflict-had-turn = There is no turn to come for this person in this round.
room-conflict-put-off = You have put your turn off once. You can pass.
room-conflict-nobody-next = Nobody who is here is next.
room-conflict-hand = The hand was up or down already.
room-conflict-endless = This turn has no end that could be moved.
room-conflict-paused = The time was stopped or running already.
room-conflict-in-room = The meeting goes on in its room now. Come there, and everybody sees the same.
room-conflict-changed = Somebody else pressed a button at the same moment. Look again.
room-conflict-readings = Somebody else has changed these texts meanwhile. What you typed still stands here.
room-fault-press = Choose one of the buttons
room-fault-timer = In this group members see no clock

## The door of a live room

room-title-door = Before you come in
room-title-online = Live room
room-title-reach = Where they are
room-now-online = Join by video, sound or writing
room-door-early = You are early.
room-door-opens = You can come in from { $time }. Nobody is let in before somebody who leads is there.
room-door-in-person = I am there in person
room-door-kind = How do you want to take part today?
room-door-video = Video and sound
room-door-sound = Sound only
room-door-text = Writing only
room-door-here = I am in the room with the group
room-door-elsewhere = The next questions are for whoever takes part from somewhere else.
room-door-place = Can anybody near you listen?
room-door-place-hint = The others speak openly here because nobody else hears them.
room-door-alone = No, nobody
room-door-overheard = Yes, so I will only write
room-door-reach-seen = Only those who lead see the next two answers. They are deleted when the session is closed.
room-door-whereabouts = Where are you now?
room-door-whereabouts-hint = A street and a town, so that help would find you.
room-door-call-back = A number on which we can call you back
room-door-agreed = I come as { $name } today, and what is said here stays here.
room-door-counting = My talk time may be counted for those who lead, from how loud it is, never from what I say.
room-door-ready = I am ready
room-door-check = Try camera and microphone
room-door-check-about = Only you see and hear this.
room-door-check-begin = Try them
room-door-denied = Your browser does not give us camera or microphone. You can come in and write, or allow them beside the address.
room-door-heard = We hear you.
room-fault-in-person = This group meets online. Choose one of the other ways
room-fault-overheard = Where somebody can listen, please choose writing only.
room-door-sign = Please read and sign this first.
room-door-sign-about = It is a few minutes each. Then you are back at this door.
room-conflict-agreements = Something that your group agrees on is to be read and signed first. You find it at the door.
room-conflict-door = Please answer the questions at the door first.
room-conflict-early = It is too early to come in.
room-reach-name = Name
room-reach-about = As they said at the door today. This is deleted when the session is closed.
room-reach-nobody = Nobody has come yet.

## In the live room

room-connecting = Connecting …
room-needs-script = The live room needs JavaScript for sound and pictures.
room-without-script = Without it you can follow the turns, say that you want to speak, and see who is here:
room-never-recorded = Nothing here is recorded, and no part of this program could do it. Nobody can prevent that somebody records their own screen; please do not.
room-line-broken = The line is broken. We try again; your seat is kept.
room-line-sound-only = Your line is slow, so you have sound without pictures for now.
room-line-pictures = Pictures are back.
room-sound-on = Turn the sound on
room-waiting = You are in the waiting room
room-waiting-led = Whoever leads sees that you are here and lets you in.
room-waiting-unled = Nobody who leads is here yet. You need to do nothing.
room-waiting-heads = { $count ->
    [one] You are the only one who waits.
   *[other] { $count } people wait, with you.
}
room-waiting-go = I come back later
room-now-label = Now
room-together = Together
room-supervised = A supervisor of those who lead is listening.
room-listens-you = You listen. Everybody here sees it.
room-leads = leads
room-listens = listens
room-writes-only = writes only
room-is-in-person = in the room
room-mic-is-off = microphone off
room-elsewhere = { $count ->
    [one] One person is elsewhere for now.
   *[other] { $count } people are elsewhere for now.
}
room-return = Back to the others
room-quiet-about = Nobody sees or hears you here. Your seat is kept, and nobody asks why.
room-quiet-label = A moment for yourself
room-quiet-try = If you like, try one of these. You can stop at any time, and none of them is better than another.
room-aside-said = Take the moment that you need.
room-aside-kept = Your place is kept, and you have no turn until you are back. Nobody asks why.
room-in-breakout = You are in small group { $number }.
room-rate = From 0 to 10
room-answered = Thank you. Your answer is in.
room-answers = { $count ->
    [one] One has answered.
   *[other] { $count } have answered.
}
room-chat = Chat
room-chat-empty = Nothing has been written yet. All of it is gone when the room closes.
room-write = Write something
room-write-to = To whom
room-to-all = To all
room-to-leaders = To those who lead
room-to-breakouts = to all small groups
room-only-leaders = only to those who lead
room-only-to = only to { $name }
room-send = Send
room-react = A word without writing
room-react-with-you = I am with you
room-react-thanks = Thank you
room-react-know-that = I know that too
room-react-take-your-time = Take your time
room-your-seat = Your seat
room-mic-on = Turn microphone on
room-mic-off = Turn microphone off
room-cam-on = Turn camera on
room-cam-off = Turn camera off
room-muted-by-leader = Whoever leads has turned you off. Only you can turn yourself on again.
room-more = More
room-seat-mic-on = Mic on
room-seat-mic-off = Mic off
room-seat-cam-on = Camera on
room-seat-cam-off = Camera off
room-seat-help = Ask for help
room-seat-helped = Help asked
room-seat-leave = Leave
room-seat-quiet = Quiet for all
room-seat-open = Door open
room-seat-locked = Door locked
room-come-again = Come in again
room-tell = Only for those who lead
room-tell-about = Nobody else learns of it.
room-take-part = How you take part
room-devices = Devices
room-devices-kept = Only this browser remembers which you chose.
room-device-any = As the browser chooses
room-device-microphone = Microphone
room-device-camera = Camera
room-device-speaker = Speaker
room-mic-other = Your microphone is gone. We use another one now.
room-mic-gone = Your microphone is gone, so nobody hears you. Plug it in, and turn it on again.
room-cam-other = Your camera is gone. We use another one now.
room-cam-gone = Your camera is gone, so nobody sees you. You can go on without it.
room-speaker-gone = Your speaker is gone. The sound comes from another one now.
room-word = Today's word
room-word-use = Use it
room-word-only = Only those who know today's word hear us
room-word-on = Only those who know today's word hear and see each other now.
room-word-off = Today's word is not needed any more. Turn your microphone and camera on again, if you want everybody in the room to hear and see you.
room-word-none = You have not given it yet: you hear nobody, and nobody hears you. It stays in this browser.
room-word-open = The word is in use. Whoever has given the same one hears and sees you.
room-word-closed = With this word nothing can be understood. Ask for it, and give it again.
room-word-unable = This browser cannot do that, so you hear nobody and nobody hears you. You can write.
room-word-about = Say the word aloud, show it, or agree on it beforehand; never write it in the chat. Sound and pictures then pass through our server without being readable there. What is written is not covered. It does not help against whoever knows the word, nor against a server that gives your browser another program than this one.
room-data = Data
room-data-small = Save data
room-data-none = Sound without pictures
room-data-about = Pictures are as large as your line carries.
room-data-small-about = All pictures are small, yours too. The sound stays as it is.
room-data-none-about = You send and get no pictures. Everybody hears you as before.
room-signal-help = Please come to me
room-signal-help-off = I am fine again
room-signal-unsafe = I do not feel safe
room-signal-unsafe-off = I feel safe again
room-signal-talk = I want to talk afterwards
room-signal-talk-off = No talk needed

## The desk of a live room

room-desk = Leading
room-tools = Tools
room-waiting-list = Waiting
room-waiting-nobody = Nobody waits.
room-was-in = was in before
room-admit = Let { $name } in
room-admit-all = Let all in
room-turn-away = Not now
room-lock = Lock the door
room-unlock = Unlock the door
room-turns = Turns
room-next-one = Next
room-word-back = Take the word back
room-rest-round = End the round
room-begin-check-in = A check-in round
room-begin-sharing = A sharing round
room-begin-closing = The closing round
room-discuss = Open discussion
room-hear-in-turn = Hear only whose turn it is
room-hear-all = Hear everybody
room-hand-up = has a hand up
room-mute-all = Turn all microphones off
room-mute = Turn the microphone of { $name } off
room-mute-camera = Turn the camera off
room-spotlight = Show first to all
room-no-spotlight = Show nobody first
room-private = Talk alone
room-is-private = in a talk
room-remove = Take { $name } out for today
room-about = About { $name }
room-is-here-about = For somebody in the room without a phone. They have a place in the order like everybody else.
room-see = I have seen this
room-told-unsafe = does not feel safe
room-told-talk = wants to talk afterwards
room-told-help = asks you to come
room-breakouts = Small groups
room-pairs = In pairs, 5 minutes
room-halves = In two halves, 10 minutes
room-back-to-all = All back together
room-extend = 2 minutes more
room-visit = Look in at small group { $number }
room-visit-all = Back to the whole group
room-gather = Ask everybody
room-ask = Ask
room-ask-ratings = A number from 0 to 10
room-ask-words = A few words without names
room-ask-poll = A question, and an answer to choose on each line under it
room-reveal = Show what came
room-put-away = Put it away
room-end-fold = End the room
room-end-about = Everybody is taken out, and the chat is gone.
room-end-all = End it for everybody
room-end-attendance = Then mark who was there, and close the session.

## What is said aloud, and why a line ends

room-said-knocked = { $name } waits to come in.
room-said-came = { $name } is here.
room-said-left = { $name } has left.
room-said-listens = { $name } supervises this group and listens.
room-said-listens-no-more = { $name } does not listen any more.
room-said-moment = { $name } needs a moment.
room-said-unled = Whoever leads is away for a moment. Stay here, they will come back.
room-said-led = Somebody who leads is here.
room-said-with-all = You are with the whole group.
room-said-in-breakout = You are in a small group.
room-said-quiet = You are in the quiet room.
room-said-private = You talk alone with somebody who leads.
room-said-breakouts-soon = The small groups end in a minute.
room-said-seen = Somebody who leads has seen it.
room-bye-taken-over = Your seat is on another device now.
room-bye-left = You have left. You can come back while it goes on.
room-bye-turned-away = It does not fit right now. Whoever leads asks you to try again later.
room-bye-removed = Your place is paused for today. Whoever leads will speak with you.
room-bye-no-consent = Not everybody in the group agrees that a supervisor listens, so your line is closed.
room-bye-ended = This room is over. Thank you for coming.
room-bye-locked = The door is locked for today, so that nobody is interrupted.
room-bye-late = It has begun some time ago, and nobody new comes in any more today.
room-bye-full = Every seat is taken.
room-bye-door = Please answer the questions at the door again.
room-bye-refused = You could not come in. Load the page again.
room-bye-ticket = The page is too old. Load it again.
room-bye-no-ticket = This page did not say who comes. Load it again.
room-bye-too-many = You have this room open many times. Close some of its pages first.
room-bye-unreadable = The room could not read what this page sent. Come back, and the others will not have noticed.
room-bye-too-long = What this page sent was too long for the room. Come back, and send it in parts.
room-bye-flood = This page sent far too much in a short time, so its line was closed. You can come back.
room-refused-unknown = That did not come through. Load the page again.
room-refused-not-in = You are not in the room yet.
room-refused-offer = Your browser's sound and pictures do not fit ours. You can write.
room-refused-media = Sound and pictures are out of order. You can write.
room-refused-not-yours = That is for somebody else to do.
room-refused-gone = They are not here any more.
room-refused-not-in-person = They are not in the room.
room-refused-taken = They are here already, or wait at the door.
room-refused-late = It is too late for somebody new. You can let people come until the end.
room-refused-locked = The door is locked.
room-refused-fast = That was a lot in a short time. Wait a moment.
room-refused-words = Please write something shorter, without special signs.
room-refused-few = Fewer than three have answered, so it would show who said what.
room-refused-nobody-holds = Somebody else who leads has to stay with the group.
room-refused-plan = There are too few here for small groups.
room-refused-answered = You have answered already.
room-refused-unled = Somebody who leads has to be here first.
room-refused-unseen = Somebody does not feel safe. Please look at that first, then end it.
room-refused-now = That does not go right now.

## Talk time

room-talk = Talk time
room-counted = Today the talk time of those who agreed is counted, for those who lead.
room-talk-about = Of those who agreed, from how loud it is. A level cannot tell speech from a cough or a television, and says nothing of what silence means.
room-talk-of = { $time }, { $turns ->
    [one] one turn
   *[other] { $turns } turns
}
room-talk-share = Share of what was said
room-count = Count it today
room-count-no-more = Stop counting, and delete the numbers
room-count-about = Nothing is counted. If you turn it on, everybody sees that you did, and only those are counted who agreed at the door.

# Talk time when a session is over
room-title-talk = Talk time
room-title-own-talk = Your talk time
room-talk-what = How long each spoke who agreed to be counted.
room-talk-seen = Those who lead this group see this, and whoever supervises them. Each member who agreed sees what is their own, and nobody else’s.
room-talk-agreed = These are the numbers of those who agreed. Whoever said no was not counted, and is not listed.
room-talk-ahead = This session has not been held yet.
room-talk-none = Nothing is kept of this session: nobody agreed, it was not counted, or the room has not ended yet.
room-talk-table = Talk time of those who agreed, by name
room-talk-spoke = Spoke for
room-talk-turns = Turns
room-talk-longest = Longest turn
room-talk-overlap = While somebody else spoke too
room-talk-silent = For { $time } nobody of those who agreed spoke.
room-talk-watch = Times are in minutes and seconds.
room-talk-unknown = What sound levels cannot know
room-talk-unknown-what = A level cannot tell words from a cough, a laugh or a television. It knows nothing of what was said, or of how it was heard.
room-talk-unknown-silence = Silence can be listening, thinking, crying, or a line that broke. Whoever wrote instead shows as quiet.
room-talk-unknown-people = Two people at one microphone count as one. A loud room or a poor microphone shifts the numbers.
room-talk-unknown-use = So this can be a reason to ask, and never a measure of anybody. There is no right amount to speak.
room-own-talk-seen = These are your own numbers. Those who lead the group see them too; the others in the group do not.
room-own-talk-change = You are asked anew each time you come in. If you say no, nothing of you is counted.

# How a group meets in its live room
room-title-ways = How the group meets
room-ways-meets = Where the group meets
room-ways-meets-hint = This is about the live room: what its door asks, and whether somebody can be in the room with the group.
room-ways-meets-place = This is about the live room: what its door asks, and whether somebody can be in the room with the group. The group’s own page says: { $place }.
room-ways-online = Online, each from their own place
room-ways-in-person = In one room, and perhaps some from elsewhere
room-ways-in-person-hint = Phones are for checking in, hands and turns. It counts from the next time on that the room is opened.
room-ways-policy = Who comes in, once somebody leads
room-ways-policy-hint = Before somebody leads, nobody is in the room.
room-ways-each = Each one is let in
room-ways-expected = Whoever is expected comes in by themselves
room-ways-late = Until when somebody can still come
room-ways-minutes = { $minutes ->
    [0] Until the end
   *[other] { $minutes } minutes after the beginning
}
room-ways-counting = Count how much each member speaks
room-ways-counting-hint = Each member is asked at the door; whoever says no is not counted. It goes by how loud it is, so it cannot tell words from a cough, or listening from being away.
room-ways-keep = Keep
room-ways-kept = Kept { $time }
room-fault-counting = Only those who read this group's records can have it counted.

# Small groups that are prepared
room-title-breakouts = Prepare small groups
room-breakouts-seen = Only those who lead see this. It goes when the session is closed.
room-breakouts-nobody = Nobody has a seat in this group yet.
room-breakouts-number = Small group { $number }
room-breakouts-with-all = With those who lead
room-breakouts-minutes = How many minutes
room-breakouts-keep = Keep
room-open-prepared = Open those that are prepared
room-assign = To small group { $number }
room-assign-all = Back to those who lead
room-refused-none-prepared = No small groups are prepared for this session.

# A worksheet for all, and what the group takes with it
room-sheets = Show a worksheet
room-sheets-about = These are shown to the whole group by those who wrote them. What they take back goes from every page.
room-sheet = On the board: { $title }
room-sheet-show = Show to all
room-sheet-away = Put it away
room-refused-sheet = That worksheet is not shown to this group any more.
room-taken = What we take with us
room-taken-about = What the group takes with it. All see it; afterwards it is a beginning for the record.
room-taken-show = Show it
room-part = Now
room-part-next = Then: { $title }

# More for those who lead
room-let-expected-in = Let those in who are expected
room-let-each-in = Let each one in
room-no-late-limit = Let people come until the end
room-begin-what = Which round
room-skip-one = Go on without { $name }
room-minute-more = One minute more
room-first = First
room-talk-more = longest { $longest }, together with others { $overlap }
room-talk-silence = Nobody of those spoke for { $time }.
room-heard-in-turn = Only whoever has the turn is heard now.
room-not-heard-yet = Only whoever has the turn is heard now. You are heard when it is your turn.
room-told-withdrawn = They have taken it back. Please look all the same: somebody else may have the phone.
room-said-heard-all = Everybody is heard again.
room-said-signal = { $name } asks for you.
room-overheard = Somebody can hear me now
room-alone = I am alone again
room-unsafe-written = "I do not feel safe", pressed in the live room.
room-said-unsafe = Those who lead see it now, and it stays with the team until somebody has looked after it. If you are in danger, use "Get help now".
room-told-unsafe-what = This is an alert. It stays until somebody has closed it.
room-alerts = Open alerts
room-refused-unsafe = It could not be kept as an alert. Those who lead see it here. Please use "Get help now".
room-refused-counting = This group does not count who speaks how much.
room-form-refused = That did not go through. What you typed is still there.

# A supervisor who sits in
room-title-sitting-in = A supervisor in live sessions
room-sitting-in-who = This is who supervises the work with your group: { $names }
room-sitting-in-what = What a supervisor does there
room-sitting-in-listens = They listen, so that those who lead can learn from it.
room-sitting-in-silent = Nobody hears or sees them, and they write nothing to members. To those who lead they can write a line.
room-sitting-in-bound = They are bound to silence, as those who lead are. Nothing is recorded.
room-sitting-in-shown = Everybody in the room sees the whole time that they listen, and by which name.
room-sitting-in-seen = Only you see your answer. Whoever leads or supervises learns whether all have agreed, and never who has not. Where at least four have and four have not, they see how many.
room-sitting-in-since = What you have said: { $answer } ({ $time })
room-sitting-in-question = May a supervisor listen to our live sessions?
room-sitting-in-yes = Yes, they may listen
room-sitting-in-no = No
room-sitting-in-change = It is no until you say yes. You can change it at any time. If you take a yes back while somebody listens, their line is closed at once.
room-sitting-in-keep = Keep my answer
room-sitting-in-is-yes = You have said yes
room-sitting-in-is-no = You have not said yes
room-sitting-in-agreed = Everybody in the group has agreed that a supervisor listens.
room-sitting-in-not-all = Not everybody in the group has agreed that a supervisor listens.
room-sitting-in-some = Not everybody in the group has agreed that a supervisor listens: { $agreed } of { $asked } have.
room-conflict-sitting-in = Not everybody in the group has agreed that a supervisor listens.
room-title-sit-in = Sit in
room-sit-in-heading = Sitting in on live sessions
room-sit-in-how = Each member says so on the page of the group, and can take it back. Nobody learns who has not agreed.
room-sit-in-row = { $group }, { $moment }
room-sit-in-until = As soon as all have agreed, this door is open. Each member can take it back at any time.
room-sit-in-listen = You listen. Nobody hears or sees you, and you can write to those who lead.
room-sit-in-shown = Everybody in the room sees your name, and that you listen.
room-sit-in-alone = Be where nobody else can hear.
room-sit-in-go = Go in and listen
