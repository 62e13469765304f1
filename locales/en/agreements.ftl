### Texts that people agree to.

## What cannot be done

agreements-conflict-newer = This text has changed while you were reading. Please read the new one.
agreements-conflict-withdrawn = This signature was taken back before.

agreements-fault-title = Begin the text with a title, like # Group agreement
agreements-fault-same = This is word for word the text that is in use. Change something, or leave it as it is
agreements-fault-name = Write your name, as you sign with it

## Their names

agreements-name-privacy-notice = Privacy notice
agreements-name-informed-consent = Consent to treatment
agreements-name-group-agreement = Group agreement
agreements-name-telehealth = Meeting online
agreements-name-participation = House rules

## A member's own

agreements-title-privacy = Privacy
agreements-title-own = What you have signed
agreements-title-copy = A text you signed
agreements-own-lead = Each text stays here exactly as you signed it. You can take a signature back at any time.
agreements-none = You have signed nothing here yet.
agreements-signed-on = Signed: { $time }
agreements-tag-taken-back = taken back
agreements-taken-back = You took this signature back. The text stays here, so that you can see what it was.
agreements-signed-by = Signed by
agreements-signed-at = When
agreements-edition = Edition
agreements-taken-back-at = Taken back
agreements-fingerprint = The fingerprint of this text
agreements-fingerprint-about = It belongs to this exact wording (SHA-256). If one letter were changed, it would be another.
agreements-take-back-heading = Take my signature back
agreements-take-back-about = A group cannot be without these signatures, so your seat is put on hold until you sign again or leave. Your leader is told and will talk with you.
agreements-take-back = Take it back

## For whoever looks after the site

agreements-title-texts = Texts to sign
agreements-title-edition = A text to sign
agreements-texts-lead = What members read and sign. Have each text looked over by somebody who knows the law where you are.
agreements-published = Edition { $number }, in use since { $time }
agreements-shipped = As it came with the program
agreements-in-use = What is in use now: edition { $number }
agreements-newer-shipped = What comes with the program
agreements-wording = The text
agreements-wording-hint = The first line is the title and begins with #. Headings begin with ##, lines of a list with a hyphen.
agreements-renewal = Must those who signed the edition before sign again?
agreements-renewal-asked = Yes, what is agreed to has changed
agreements-renewal-asked-about = Every member is asked to read and sign it again.
agreements-renewal-not-asked = No, a slip was mended
agreements-renewal-not-asked-about = Signatures under the edition before still count.
agreements-publish-note = An edition that is published stays. Whoever signed an earlier one keeps a copy of that one.
agreements-publish = Publish this edition

## What is still to set up

agreements-step = Texts that people agree to
agreements-step-drafts = Drafts in plain words are in use. Read them with your lawyer and make them yours.
agreements-step-own = The practice has texts of its own.
