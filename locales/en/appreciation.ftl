### A word from one member to another, which whoever leads reads first.

appreciation-title-mine = Words between us
appreciation-title-group = Between members
appreciation-lead = Here you can tell somebody in your group what they did, and what it did to you.
appreciation-unread = { $count ->
    [0] Nothing new for you
    [one] One word for you
   *[other] { $count } words for you
}
appreciation-closed = Whoever leads opens this page when it is a good moment for it. You cannot write here now.
appreciation-received = For you
appreciation-given = What you wrote
appreciation-write = Write to somebody
appreciation-card = Before you write
appreciation-card-one = One thing that this person did or said, which others could have seen.
appreciation-card-own = What it did to you. Speak of yourself, not of what they are like.
appreciation-card-recent = Something from these weeks, while both of you remember.
appreciation-card-silent = They may only listen. Nobody has to answer.
appreciation-seen = { $names } reads it first, and passes it on or gives it back to you. Then only the person you wrote to sees it, with your name.
appreciation-to = To whom
appreciation-kind = What is it?
appreciation-kind-appreciation = Something that did me good
appreciation-kind-impact = Something that was hard for me
appreciation-when = When you …
appreciation-when-hint = For example: asked me on Tuesday how the week had been.
appreciation-felt = … I felt …
appreciation-felt-hint = For example: that I was not invisible. I slept better that night.
appreciation-names = This names somebody else from the group.
appreciation-names-why = They have not been asked whether they want to be in it. You can write “another member”.
appreciation-mend = Write “another member” and send
appreciation-send = Give it to whoever leads
appreciation-said-when = “When you { $what }”
appreciation-said-felt = “I felt { $what }”
appreciation-from = From { $name }
appreciation-for = For { $name }
appreciation-from-to = From { $from } to { $to }
appreciation-somebody = somebody who has left
appreciation-state-waiting = not read yet
appreciation-state-passed-on = passed on
appreciation-state-given-back = given back
appreciation-state-taken-back = taken back
appreciation-answer-how = You can leave it at listening. There is no writing back here.
appreciation-answer-listened = I have read it
appreciation-answer-thanked = Thank you
appreciation-answer-talk = Let us talk about it in the group
appreciation-you-answered = You answered: { $answer }.
appreciation-they-answered = The answer: { $answer }.
appreciation-given-back = Whoever leads gave it back to you, with these words:
appreciation-take-back = Take it back

appreciation-care-lead = In a group that works with what happens between its members, a word can be given in writing. You read it first.
appreciation-door = Writing
appreciation-door-what = Open it once the group is safe enough for hard words too, and close it when it has done its work.
appreciation-is-open = open
appreciation-is-closed = closed
appreciation-open = Open it for the group
appreciation-close = Close it
appreciation-to-read = To read
appreciation-care-seen = Pass on what is kind or clear, about one thing, and from the writer’s own view. Give the rest back with a word of help.
appreciation-nothing-waits = Nothing waits for you.
appreciation-past = Earlier
appreciation-pass-on = Pass it on to { $name }
appreciation-give-back = Give it back to { $name }
appreciation-back-words = What would help them to say it
appreciation-back-hint = Only whoever wrote it reads this.

appreciation-conflict-closed = Whoever leads has closed this page meanwhile. What you typed is still here.
appreciation-conflict-not-waiting = This was passed on, given back or taken back meanwhile.
appreciation-conflict-left = One of the two has left the group, so it cannot be passed on.
