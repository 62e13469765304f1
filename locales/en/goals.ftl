### Goals: what a group is for, what its members want to change, and private steps.

goals-title-mine = My goals
goals-title-goal = A goal
goals-title-new = A new goal
goals-title-revise = Change a goal
goals-title-person = Goals
goals-title-group = Goals
goals-title-steps = My step

## Lists

goals-mine-lead = What you want to change, in your own words. You and whoever leads your group agree on it together.
goals-no-group = Goals belong to therapy groups. Once you sit in one, they stand here.
goals-left-group = A group that you have left
goals-none = No goal yet.
goals-ended-ones = Goals that have ended
goals-new = New goal
goals-new-mine = Write down a goal
goals-seen = Seen by you and by { $names }. Other members never see it.
goals-what-for = What our group is for
goals-set-aside = Set aside
goals-back = Back

## One goal

goals-now = Now: { $value }
goals-not-agreed = Not agreed yet.
goals-waits = Waits for a yes
goals-waits-for-you = Waits for your yes
goals-waits-long = It holds as soon as the other side has said yes.
goals-review-due = Time to look again
goals-review-due-long = It is time to look at this goal again. You can rate it, change it, or leave it behind.
goals-you = you
goals-somebody = somebody who led the group then
goals-fact-now = Now
goals-fact-start = At the start
goals-fact-weight = Weight
goals-weight-of = { $weight } of 3
goals-fact-review = Look at it again on
goals-fact-instrument = Goes with the questions
goals-fact-technique = Goes with the exercise
goals-revise = Change it
goals-proposed = A proposal
goals-proposed-change = A change is proposed
goals-proposed-by = Written by { $name }, { $time }
goals-agree = I agree
goals-keep = Leave it as it was
goals-earlier = How it was written before
goals-rated-by-you = You rate this goal.
goals-rated-by-member = The member rates this goal.
goals-rated-by-leader = Whoever leads your group rates this goal.
goals-rated-by-leaders = You, or whoever leads with you, rates this goal.

## Levels and ratings

goals-level-much-less = much less than hoped
goals-level-less = less than hoped
goals-level-hoped = as hoped
goals-level-more = more than hoped
goals-level-much-more = much more than hoped
# Beside a picture, where there is little room.
goals-zone-much-less = much less
goals-zone-less = less
goals-zone-more = more
goals-zone-much-more = much more
goals-value-level = { $level }, { $name }
goals-value-rating = { $value } of 10
goals-scale-low = not there at all
goals-scale-high = fully there
goals-rate-heading = How far is it now?
goals-rate-ask = Choose what fits best today
goals-rate-words = A few words about it
goals-rate-session = Which session does it look back on?
goals-no-session = None in particular
goals-session = Session { $number }, { $day }
goals-rate = Keep this rating
goals-optional = You can leave this empty.
goals-ratings = { $count ->
    [one] One rating
   *[other] All { $count } ratings
}
goals-rating-by = by { $name }, { $time }

## The course

goals-course = { $count ->
    [0] It began at { $first }, and nobody has rated it yet. Now: { $last }.
    [one] It began at { $first }, and is at { $last } after one rating.
   *[other] It began at { $first }, and is at { $last } after { $count } ratings.
}
goals-picture = A goal over time, with { $count ->
    [one] one rating
   *[other] { $count } ratings
}
goals-the-start = the start
goals-revised-then = changed here
goals-against-same = as at the start
goals-against-more = { $points } more
goals-against-less = { $points } less

## Attainment

goals-attained = All goals with levels, in one number
goals-attained-now = { $count ->
    [one] The number is { $score } now. It rests on one goal.
   *[other] The number is { $score } now. It rests on { $count } goals.
}
goals-attained-means = 50 means that goals are as hoped on the whole. Above 50 is more than hoped, below 50 is not there yet.
goals-attained-course = All goals together, over time
goals-attained-sentence = It began at { $first }, and is at { $last } now.
goals-attained-picture = All goals with levels in one number, at { $count } moments
goals-worked-out = How was this worked out?
goals-worked-out-table = Each goal in the number
goals-col-goal = Goal
goals-col-weight = Weight
goals-col-level = Level
goals-col-product = Weight × level
goals-not-rated-yet = not rated yet, so the start counts
goals-formula = Each level is multiplied by its weight, and all are added up. The sum is divided by what the weights allow for.
goals-formula-source = Goal attainment scaling after Kiresuk and Sherman (1968), with goals that go together by 0.3.

## Writing a goal

goals-new-lead = One thing at a time, small enough to notice it. It takes about five minutes, and you can change it later.
goals-revise-lead = What was agreed stays in the history. The new words hold once the other side has said yes.
goals-form-group = For which group?
goals-form-words-mine = What do you want to change?
goals-form-words = What does the member want to change, in their own words?
goals-form-words-hint = Something that you or others could see. For example: “Go out twice a week, also when it rains”.
goals-form-why-mine = Why does it matter to you?
goals-form-why = Why does it matter to them?
goals-form-kind = How do you want to see how far it is?
goals-kind-rating = With a number from 0 to 10
goals-kind-rating-about = Quick: one number each time
goals-kind-levels = With five levels
goals-kind-levels-about = You say beforehand what each level looks like
goals-form-start-rating = Where is it today, from 0 to 10?
goals-form-levels = The five levels
goals-form-levels-hint = Fill these in if you chose five levels. Begin with “as hoped”, and keep each to one thing.
goals-form-start-level = Where is it today?
goals-form-weight = How much does it count, from 1 to 3?
goals-form-rater = Who says how far it is?
goals-rater-me = I do
goals-rater-member = The member
goals-rater-leader = Whoever leads the group
goals-form-review = When do you look at it again?
goals-form-review-hint = In four to six weeks, for example.
goals-form-instrument = Questions that go with it
goals-form-technique = An exercise that goes with it
goals-none-of-them = None
goals-propose = Keep this goal
goals-propose-change = Propose this change
goals-leader-agrees = Whoever leads your group reads it, and says yes to it or talks with you about it.
goals-member-agrees = The member reads it on their own page, and says yes to it there.
goals-fault-review-past = Choose a day that is still to come

## The end of a goal

goals-end-heading = Leave this goal behind
goals-end-about = It stays readable, and is not rated any more.
goals-end-how = What became of it?
goals-end-words = A last word about it
goals-end = Put it away
goals-how-met = Met
goals-how-dropped = Let go of
goals-how-carried = Goes on after the group

## What the world has moved on from

goals-conflict-left = The membership in this group has ended. What was agreed can be read, and is not rated any more.
goals-conflict-ended = This goal has been put away. It can be read, and nothing is added to it any more.
goals-conflict-version = Somebody has written to this goal in the meantime. Look at what stands there now, then send again.
goals-conflict-versions = This goal has been changed very often. Put it away, and begin a new one.
goals-conflict-own-words = You wrote this yourself. The other side says yes to it.
goals-conflict-nothing-before = There is no earlier version to go back to. You can change it, or put it away.
goals-conflict-not-agreed = This goal is not agreed yet. It can be rated after that.
goals-conflict-other-rater = The other side rates this goal, as was agreed.
goals-conflict-ratings = This goal has been rated very often. Put it away, and begin a new one.
goals-conflict-many = Six goals are open, and that is a lot. Put one away before you add another.
goals-conflict-aims = There are twelve goals of the group already. Set one aside before you add another.
goals-conflict-aim-closed = This goal was set aside. Take it up again before you move it.
goals-conflict-steps = There is no room for more steps. Delete one that you do not need any more.

## A group's goals

goals-to-look-at = To look at
goals-nothing-waits = Nothing waits.
goals-everybody = Everybody’s goals
goals-nobody = Nobody sits here yet.
goals-no-aims = The group has no goals yet.
goals-aims-seen = Every member of the group reads these.
goals-aim-new = One more thing that the group is for
goals-aim-hint = In words for everybody, without anybody’s name.
goals-aim-add = Add it
goals-aim-standing = Works towards it
goals-aim-up = Move up
goals-aim-down = Move down
goals-aim-met = Met
goals-aim-drop = Let go
goals-aim-again = Take up again

## Private steps

goals-steps-lead = One small thing that you want to try. There is no need to show it to anybody.
goals-steps-seen = Only you can read this. Nobody who runs the group or the site has a page for it.
goals-no-support-group = Steps belong to support groups. Once you take part in one, you can write them here.
goals-step-new = What is my next step?
goals-step-hint = Small is fine. For example: “Answer my sister’s message”.
goals-step-write = Keep it for me
goals-step-written = Written { $time }
goals-step-done = Done
goals-step-aside = Set aside
goals-step-tick = Tick off
goals-step-put-aside = Set aside
goals-step-again = Take up again
goals-step-delete = Delete for good
goals-steps-past = Done, or set aside
goals-step-damaged = A step that cannot be read any more
