### Where somebody begins who facilitates support groups.

lead-title = Your groups
lead-lead = What comes next, and what is still open.
lead-none = You facilitate no group at the moment.
lead-missing = You cannot open a meeting today.
lead-missing-how = Nothing is lost. Talk with whoever looks after the site; your co-facilitator can open the meeting until then.
lead-ending = Your training “{ $title }” counts until { $day }. Renew it in time.
lead-next = Next meeting
lead-unclosed = A meeting that is not closed yet
lead-concerns = { $count ->
    [one] One concern is open
   *[other] { $count } concerns are open
}
lead-plan = What the group follows
lead-log = Log of the last meeting
lead-people = People
lead-nobody = Nobody takes part yet

## Handing over

lead-title-hand-over = Hand over a concern
lead-hand-over-about = Somebody may need more than a group can give. With their knowledge, you can pass them on to a therapist here.
lead-hand-over-danger = If somebody is in danger, tell of a concern instead.
lead-hand-over-seen = The therapist reads what you write here, and nothing else from this group.
lead-hand-over-whom = Whom?
lead-hand-over-choose = Choose one
lead-hand-over-to = To which group’s therapist?
lead-hand-over-words = What did you agree on?
lead-hand-over-words-hint = In the person’s own words, as far as you can. Name nobody else.
lead-hand-over-knows = They know about it and want it
lead-hand-over-send = Hand over
lead-hand-over-nowhere = There is nobody to pass on, or no therapy group is shown by the practice. Talk with your duty contact.
lead-fault-knows = Talk with them first. Nobody is passed on without knowing it
