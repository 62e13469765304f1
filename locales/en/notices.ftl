### What people are told. Mail says no more than that something waits.

notices-paper-ending = A licence or training of somebody who works here ends soon. Record the new one.
notices-own-paper-ending = Your licence or training on record ends soon. Give the new one to whoever looks after the site.
notices-job-set-aside = Something that happens by itself was tried many times without success. Please look at it.
notices-concern-waits = A concern waits for somebody to take it. Please open it now.
notices-concern-overdue = The time to decide about a concern has passed. Please open it now.
notices-place-offered = A place is kept for you. Look until when, and say whether you want it.
notices-offer-answered = Somebody has answered your offer of a place.
notices-seat-taken = Somebody new has a seat in your group.
notices-seat-waits = Somebody has done all their steps. Their seat waits for you to look at it.
notices-decision-waits = A decision about somebody who wants to join waits for your signature.
notices-signature-taken-back = A member has taken a signature back. Their seat is on hold. Talk with them.
notices-member-left = A member has left your group. There was no goodbye yet.
notices-offer-made = A free place is kept for somebody who waited. They have been told.
notices-offer-unheard = A free place is kept for somebody who cannot be reached from here. Call them before the offer ends.
notices-offer-over = Somebody did not answer an offer of a place in time.
notices-hold-over = The day has come until which a member wanted to be away. Talk with them.
notices-place-not-covered = A member now takes part from a place where nobody who leads the group is licensed. No session can begin until that is settled.
notices-enquiry-came = Somebody asks for a place in your group. Read it when you can.
notices-joining-asked = Somebody wants to join a group with your address. If it was you, go on here. If not, there is nothing to do.
notices-letter-came = A letter was written to you. Read it when you have a quiet minute.
notices-letter-answered = Somebody has answered your letter.

notices-matter-waits = Something in a thread waits for somebody to look after it.
notices-matter-overdue = Nobody has looked after something in a thread in time. Please look now.
notices-post-decided = There is news about something that you wrote in a thread.
notices-post-answered = Somebody has answered what you wrote in a thread.
notices-contact-asked = There is news about exchanging contacts in your group.

notices-incident-waits = Something was put on record after a meeting. Please read it, and close it when it is settled.
notices-breach-reported = Somebody has reported that a confidence was broken. Please read it now.
notices-breach-due = A time limit in a case about a broken confidence is near, or over. Please open it now.
notices-breach-second = A decision in a case about a broken confidence waits for a second person.
notices-breach-reopened = A case about a broken confidence is open again: something more came to light. Please open it now.
notices-breach-news = There is news about something that you reported.
notices-goal-review = It is time to look at a member’s goal again.
notices-own-goal-review = It is time to look at one of your goals again.
notices-correction-asked = Somebody asks for something in their record to be put right.
notices-correction-answered = What you asked to be put right was answered.

notices-mail-subject = A message from { $site }
notices-mail-nudge = There is something new for you at { $site }. Sign in to see it:
notices-mail-invitation =
    Hello { $called },
    you are invited to { $site }. Open this link to choose how you sign in. It works for { $days } days, and once:
notices-mail-invitation-until =
    Hello { $called },
    you are invited to { $site }. Something waits there for your answer until { $day }, { $time }. Open this link to choose how you sign in. It works once:
notices-mail-address =
    The address at which { $site } reaches you has been changed, and mail goes to the new one from now on.
    If that was not you, tell the people you know there.
notices-mail-closing =
    You get this because you have an account or an invitation at { $site }.
    If that is not so, you can throw this away.

notices-title = What is new
notices-none = Nothing new. What you need to know will stand here.
notices-new = New
notices-read-all = I have read these
