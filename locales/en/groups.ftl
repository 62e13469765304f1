### What is said when something cannot be done with a group.

groups-conflict-state = The group cannot go there from where it is now. Look at how it stands, and try again.
groups-conflict-last-leader = This is the only person who leads the group. Name another one first.
groups-conflict-session-begun = This session has already begun, or it was called off before.
groups-conflict-not-open = This group takes no new members at the moment.
groups-conflict-full = All seats of this group are taken. Nobody was added.
groups-conflict-seat-ended = This membership has already ended.
groups-conflict-changed = Somebody else has changed this group in the meantime. Look at it again, and change what is still to be changed.

groups-fault-name = Give the group a name
groups-fault-capacity = Choose between 2 and 30 seats
groups-fault-capacity-taken = More people than that have a place already. Choose at least as many seats as there are people
groups-fault-zone = Choose the time zone that the group meets in
groups-fault-series = That is more sessions than a group can plan ahead. Plan fewer
groups-fault-date = Choose a day that lies nearer

groups-tabs = This group
groups-tab-overview = Overview
groups-tab-people = People
groups-tab-sessions = Sessions
groups-tab-measures = Measures
groups-tab-questions = Questions
