### Sessions: opening, attendance, closing, and what follows from absence.

sessions-presence-present = Present
sessions-presence-late = Came late
sessions-presence-left-early = Left early
sessions-presence-remote = By video or telephone
sessions-presence-absent-told = Away, had told us
sessions-presence-absent-silent = Away without word
sessions-presence-excused = The session was called off
sessions-presence-removed = Had to leave the room
sessions-presence-not-admitted = Not let in

sessions-absence-reach = Reach them today: they stayed away without word
sessions-absence-twice = Away twice in a row: talk about it
sessions-absence-review = Away three times of five: meet to look at it together

sessions-conflict-begun = This session has begun already.
sessions-conflict-not-running = This group does not meet at present.
sessions-conflict-not-open = Open the session first.
sessions-conflict-closed = This session is closed. Its attendance is final.
sessions-conflict-unmarked = Somebody is not marked yet. Mark everyone, then close the session.
sessions-conflict-absence-done = This was done already.

sessions-fault-minutes = The minutes do not fit this session
sessions-fault-words = Say in a few words what was done
