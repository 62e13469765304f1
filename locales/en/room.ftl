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
room-the-date = The date
room-not-begun = The meeting has not begun yet.
room-come = I am here
room-come-seen = The others who are here, and a screen in the room, show you as { $name }.
room-come-kept = When the meeting is over, nothing is kept of who was here. Only the number of people stays.
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
room-conflict-changed = Somebody else pressed a button at the same moment. Look again.
room-conflict-readings = Somebody else has changed these texts meanwhile. What you typed still stands here.
room-fault-press = Choose one of the buttons
room-fault-timer = In this group members see no clock
