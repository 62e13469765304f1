### What is said about alerts, duty hours and the people who answer.

safety-conflict-closed = This alert is closed. Add a note to it instead.
safety-conflict-taken = Somebody has already taken this. Open it to see who.
safety-conflict-no-level = No level has been set yet. Set one first, with your reasons.
safety-conflict-actions = Some actions of this level are still open. Do them, or say why not.
safety-conflict-reviews = This level asks for another review before it can be closed.
safety-conflict-not-yours = Somebody else holds this alert. Take it over first.
safety-conflict-not-taken = Nobody holds this alert yet. Take it first.

safety-fault-words = Say it in a few words
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

## What is still to set up

safety-step-lines = Help lines
safety-step-lines-done = The emergency number and somebody to talk to are filled in and checked.
safety-step-lines-stale = Some lines have not been checked for half a year.
safety-step-lines-empty = The emergency number and somebody to talk to must be filled in, and somebody must have checked them.
safety-step-duty = Who is on duty, and when
safety-step-duty-done = Somebody reads risk answers, and somebody stands in for them.
safety-step-duty-open = Risk answers go to a person. Name who reads them, and who stands in.
