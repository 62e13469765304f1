### The end of a group and of a membership: what is to do, summaries, looking back, and questions afterwards.

endings-title-ending = Ending
endings-title-summary = Summary
endings-title-evaluation = Looking back
endings-title-back = Looking back
endings-title-own = My summaries

## Where the group is

endings-before-closed = { $held } of { $all } sessions lie behind this group. Its ending begins by itself after three quarters of them.
endings-before-open = This group goes on. The ending of one member can be announced here, three or four sessions ahead.
endings-begun = The ending has begun: { $held } of { $all } sessions lie behind this group.
endings-over = This group has met for the last time.
endings-over-hint = What is open here can still be done.

## Things to do

endings-of-group = For the group
endings-of-member = { $done } of { $of } things done
endings-members = For each member
endings-members-none = Nobody’s ending is under way.
endings-has-left = No longer in the group.
endings-last-day = Comes for the last time on { $day }.
endings-item-named = The end is named
endings-item-measures = Questions of the start, once more
endings-item-relapse-plan = A plan for hard times
endings-item-goals = Goals looked at together
endings-item-goodbye = A session to say goodbye
endings-item-letter = A closing letter
endings-hint-named = Say aloud in the session how many times you will still meet.
endings-hint-measures = Everything that was asked before the first session is asked again, for two weeks.
endings-hint-relapse-plan = The worksheet goes out as homework until the next session.
endings-hint-goals = Look at each goal together: how far it came, and what goes on.
endings-hint-goodbye = The last session has room for thanks, regrets and goodbye.
endings-hint-letter = A few personal lines to take along. Tick it off once they have it.
endings-done-by = { $name }, { $moment }
endings-tick = Done
endings-untick = Open it again
endings-ask-again = Ask again
endings-set-plan = Set it
endings-relapse-instruction = Write your plan for hard times: what your early signs are, what helps, and who can know. Bring it to our next session.

endings-announcing = Announce one ending
endings-announcing-what = In a group that goes on, a goodbye needs time. The others hear of it from you in the session, not from here.
endings-announce-who = Who is leaving
endings-announce-last = Their last session
endings-announce-hint = Three or four sessions ahead leaves room to say goodbye.
endings-announce = Announce it

## Those who left early

endings-leavers = Left before it was planned
endings-leavers-what = Reach out twice, offer one meeting, leave them help lines, then close it kindly.
endings-left-on = Left on { $day }.
endings-leaver-call = Called them
endings-leaver-letter = Wrote to them
endings-leaver-meeting = Offered one meeting
endings-leaver-help-lines = Gave help lines and other places
endings-leaver-closure = Closed it with a last letter
endings-leaver-closed = closed
endings-leaver-step = What you did
endings-leaver-words = How it went
endings-leaver-done = Put on record
endings-unreadable = These words cannot be read any more.

## Afterwards

endings-boosters = After the end
endings-boosters-what = One, three and six months after the end, everybody is asked again what was asked at the start.
endings-boosters-none = Planned once the group has ended.
endings-booster = { $months ->
    [one] After one month
   *[other] After { $months } months
}
endings-booster-due = Goes out on { $day }
endings-booster-sent = { $moment }, { $asked ->
    [one] one questionnaire
   *[other] { $asked } questionnaires
}
endings-booster-out = sent
endings-boosters-read = Answers are read by { $names }. An answer that suggests danger is passed on at once, as ever.

endings-looking = Looking back
endings-looking-later = Members are asked to look back once the ending has begun.
endings-looking-count = { $answered } of { $members } have looked back.
endings-looking-from = What they say is shown from { $from } answers on, without names and times.
endings-looking-open = See what they say

## What members said

endings-evaluation-seen = Nobody can see who said what. Answers are shown in batches, so that none can be told from when it came. Whoever waits for others is shown once the group is archived.
endings-evaluation-few = There is nothing to show yet. From { $from } answers on, they stand here.
endings-evaluation-counts = How often each answer was given
endings-evaluation-question = Question
endings-evaluation-one = 1, not at all
endings-evaluation-five = 5, very much
endings-evaluation-helped = What helped you most?
endings-evaluation-better = What would have been better for you?
endings-question-welcome = I felt welcome in this group.
endings-question-heard = I was heard when I spoke.
endings-question-led = I trusted those who led the group.
endings-question-useful = What we did here is of use in my life.
endings-question-rules = What we promised each other was kept.
endings-question-pace = The number of sessions and their length were right for me.
endings-question-again = I would tell a friend to come to such a group.

endings-back-ask = Your group is coming to its end.
endings-back-how = Seven short questions ask how it was for you. Your name is not kept with them.
endings-back-begin = Look back
endings-back-lead = Seven questions and room for words. It takes about three minutes, and you can leave at any time.
endings-back-seen = Those who lead see answers only once { $from } or more have come in. They never see a name or a time.
endings-back-low = not at all
endings-back-high = very much
endings-back-words = You can leave this open. People may know you by how you write.
endings-back-send = Send without my name
endings-back-done = There is nothing to fill in here now.
endings-back-later = If you have sent your answers: thank you. Nobody can find yours again, so they cannot be changed.

## Summaries

endings-summary-of = Summary of { $name }
endings-summary-lead = What this time was, for the record and for the person it is about.
endings-summary-to-write = summary to write
endings-summary-draft = summary begun
endings-summary-signed = summary signed
endings-summary-waits = waits for a second signature
endings-summary-given = summary given out
endings-open-summary = Open the summary
endings-summary-seen = Seen by those who lead and supervise. The member reads it once it is signed and you give it out.
endings-typed = What you typed after it was signed
endings-concerns = { $count ->
    [one] One concern about this person is open now.
   *[other] { $count } concerns about this person are open now.
}
endings-facts = From the record
endings-facts-then = From the record, when it was signed
endings-field-treatment = What we did
endings-field-course = How it went
endings-field-risk = Risk at the end
endings-field-onward = What comes next
endings-hint-treatment = What was done in the group and besides, and by whom.
endings-hint-course = What changed and what did not, in words that this person knows.
endings-hint-risk = What you asked, what was answered, and the level that you set.
endings-hint-onward = Who goes on with what: other help, the plan for hard times, when to come back.
endings-keep = Keep as a draft
endings-sign = Keep and sign
endings-sign-what = A signed summary stays as it is for ever. While you are in training, it waits for whoever supervises you.
endings-countersign-what = You say that you have read it and stand by it. The summary stays as it is.
endings-return-hint = Say what is missing, or what you would word otherwise. It becomes a draft again.
endings-names = This summary names another member.
endings-names-why = It will be read outside of this group. It can be signed without the name.
endings-give-out = Give it out
endings-give-out-what = { $name } can then read it among their own pages, also after the group has ended.
endings-given-at = Given out { $moment }.

endings-own-lead = What your therapists wrote when your time in a group ended. Some of it is in the words of the clinic: ask them about any that is not clear.
endings-own-none = There is no summary for you yet. It stands here once somebody has signed it and given it to you.
endings-own-of = Signed on { $day }
endings-own-seen = It stays as it is. If something in it is not right for you, tell whoever wrote it.

endings-fact-when = When
endings-fact-days = since { $from }
endings-fact-days-ended = { $from } to { $until }
endings-fact-sessions = Sessions
endings-fact-came = came to { $came } of { $held }
endings-fact-treatment = Treatment
endings-fact-given = { $what }
endings-fact-scores = { $first } at first, { $last } at last, in { $count ->
    [one] one answer
   *[other] { $count } answers
}
endings-fact-scores-class = { $first } at first, { $last } at last, in { $count ->
    [one] one answer
   *[other] { $count } answers
}: { $class }
endings-fact-goal = “{ $goal }”, { $first } at first, { $last } at last
endings-fact-attained = Attainment
endings-fact-attainment = { $first } at first, { $last } at last; 50 is as hoped
endings-from-seat = the seat in the group
endings-from-plan = the plan and the homework
endings-from-answers = the answers to questionnaires
endings-class-recovered = recovered
endings-class-improved = reliably better
endings-class-same = no reliable change
endings-class-worse = reliably worse
endings-class-few = no class, as there are fewer than two scores
endings-class-below = no class, as there was little room to improve
endings-class-unknown = no class, as no reliable change is known for it

## What stands in the way

endings-conflict-asked = This was asked again before.
endings-conflict-set = This plan was set before.
endings-conflict-no-measures = This group asks nothing that could be asked again.
endings-conflict-nobody = Nobody sits there now.
endings-conflict-not-yet = The ending of this group has not begun yet.
endings-conflict-looked-back = You have looked back already, or it is not time yet.
endings-conflict-once-more = Somebody else answered at the same moment. Please send it once more.
endings-conflict-step-done = This step stands on record already.
endings-conflict-changed = Somebody else has written here since you opened the page. Nothing was written over. Theirs is above, yours in the fields.
endings-conflict-not-signed = It is given out once it is signed.
endings-conflict-waits = It is given out once whoever supervises has signed beside it.
endings-conflict-beside = Somebody has signed beside it already. Nothing has changed.
endings-conflict-waits-for-none = This summary waits for no signature now.
endings-conflict-own = You signed this summary yourself. Somebody else has to sign beside you.
