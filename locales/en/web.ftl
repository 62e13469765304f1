### The words of the kit: bars, forms, dates, charts, and what is said when something cannot be done.

## The shell

shell-skip = Skip to the page
shell-places = Places
# On a phone only the first half is shown.
shell-help = Get help
shell-help-rest = now
shell-leave = Leave
shell-leave-rest = this page
shell-leave-once = Press Shift two more times to leave this page.
shell-leave-twice = Press Shift once more to leave this page.
shell-sign-in = Sign in
shell-sign-out = Sign out
shell-settings = Settings
shell-privacy = Privacy
shell-demo = This is a demo. All people in it are invented.
shell-demo-change = See it as somebody else

place-today = Today
place-practice = Practice
place-group = Group
place-groups = Groups
place-progress = Progress
place-people = People
place-measures = Measures
place-library = Library
place-risk = Risk
place-set-up = Set up
place-credentials = Licences
place-help-lines = Help lines
place-audit = Record of acts
place-keys = Keys
place-jobs = Jobs

## Parts

parts-crumbs = You are here
parts-steps = Steps
parts-step-done = Done
parts-call = Call { $number }

interruption-next = Who has been told, and what happens next
interruption-seen = I have seen this

## Forms

form-mend = { $count ->
    [one] One thing needs another look
   *[other] { $count } things need another look
}
form-day = Day
form-month = Month
form-year = Year

fault-empty = Fill this in
fault-short = Write a little more
fault-long = This is longer than we can keep. Shorten it
fault-signs = This holds signs that cannot be seen. Write it anew without them
fault-number = Write a whole number, like 8
fault-range = Choose a number within the range
fault-choose = Choose one answer
fault-date = Write a day that exists, like 24 11 2026
fault-time = Write a time, like 17:30
fault-email = Write the address with an @, like name@example.org
fault-tick = Tick the box to go on

missing-here = { $count ->
    [one] One thing cannot be read, and is missing here. Please tell whoever looks after the site.
   *[other] { $count } things cannot be read, and are missing here. Please tell whoever looks after the site.
}

## What cannot be done

title-not-found = Not found
title-refused = Not taken
title-step-up = Sign in again
title-too-many = A short pause
title-not-now = Not now

error-home = Back to the start
error-prove = Show that it is you
error-not-found = There is nothing here that we can show you. The link may be old, or the page is meant for somebody else.
sending-kept = What you wrote is kept on this page, and nothing is lost.
sending-how = You were away for a while, or this step asks for more certainty. Show that it is you on the page that opens beside this one. Then come back here and send again.
sending-again = Send again
error-step-up = Show once more that it is you. Then you can go on where you were.
error-invalid = Nothing was stored. Go back and look at these once more:
error-blocked = { $count ->
    [one] Nothing was changed. This is needed first:
   *[other] Nothing was changed. These things are needed first:
}
error-too-many = That was tried too often. Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
error-unavailable = We cannot answer right now. Nothing was stored. Try again in a minute.
error-bug = Something went wrong on our side. Nothing was stored, and somebody will look at it.
error-reference = If you tell us about it, give us this number: { $reference }

title-offline = No connection

offline-lead = There is no connection right now. This page opens again when there is one.
offline-help = Get help now works without a connection too.
offline-again = Try again

refused-not-a-form = We could not read what was sent. Go back and send the form again.
refused-too-large = This is more than we can take at once. Go back, shorten it, and send it again.
refused-cut-off = The connection broke before all had arrived. Nothing was stored. Send it again.
refused-erased = This was erased, and nothing can be written here any more.
refused-from-elsewhere = This did not come from one of our own pages, so nothing was done. Open the page here and try again.

## Days and times

date-day = { $weekday } { $day } { $month }
date-day-of-year = { $day } { $month } { $year }
date-day-short = { $day } { $month }
date-time = { $hour }:{ $minute }
date-today-at = today, { $time }
date-tomorrow-at = tomorrow, { $time }
date-yesterday-at = yesterday, { $time }
date-day-at = { $day }, { $time }
date-weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
date-month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-month-short = { $number ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

## The page of parts, in debug builds

title-parts = Parts

## Charts

chart-start = start
chart-session = session { $number }
chart-a-session = A session
chart-lower = Lower is better
chart-higher = Higher is better
chart-cutoff = Cut-off: { $score }
chart-as-table = As a table
chart-day = Day
chart-score = Score
chart-in-words = In words
chart-against = Against the start
chart-no-answer = no answer
chart-not-asked = not asked
chart-gap = Dashed: asked in between, no answer
chart-part = Some questions were left open
chart-person = Person
chart-trend = Trend
chart-attendance = Sessions

attendance-came = came
attendance-late = late or left early
attendance-told = away, had told us
attendance-away = away without word
