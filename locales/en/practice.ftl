### The practice: settings, staff, roles, licences, and what a site needs before it opens.

## What is missing before a group may open or meet

practice-gap-leader = Nobody leads this group yet. Appoint a leader who works here.
practice-gap-home = The practice has not said where it is. Somebody who looks after the site fills that in, under the settings.
practice-gap-missing = Nobody who leads this group has a licence for { $place }.
practice-gap-expired = The licence for { $place } ended on { $day }. Nobody else who leads this group has one that holds there.
practice-gap-unverified = The licence for { $place } is on record, but nobody has checked it yet.
practice-gap-unsupervised = The licence for { $place } is a trainee’s, and no supervisor is on record whose own licence holds there.
practice-gap-facilitator = Nobody facilitates this group yet. Appoint a facilitator who works here.
practice-gap-training-missing = No training in leading groups is on record for the facilitator.
practice-gap-training-unverified = The facilitator’s training is on record, but nobody has checked it yet.
practice-gap-training-ended = The facilitator’s training has ended and needs to be renewed.

## What cannot be done

practice-fault-place = Choose a country and, where it licenses by state or province, that too
practice-fault-line = Write one line that is not too long
practice-fault-zone = Choose a time zone, like Europe/Dublin
practice-fault-leave = Write a web address that begins with https://
practice-fault-members-to-run = Choose a number between 1 and 20
practice-fault-roles = Choose at least one
practice-fault-region = Licences are given by state or province there. Fill in which one
practice-fault-supervisor = Choose somebody else who works here
practice-conflict-last-administrator = Somebody has to look after the site. Give this to somebody else first.
practice-conflict-many-credentials = There are as many licences and trainings on record as we keep for one person. Take an old one off first.
practice-forbidden-own-credential = Somebody else has to check your papers. Ask the other person who looks after the site.

## Roles

practice-role-administrator = Looks after the site
practice-role-administrator-about = Settings, staff, licences, keys. Sees no answers, notes or letters.
practice-role-clinician = Therapist
practice-role-clinician-about = Leads therapy groups. Needs a licence on record.
practice-role-facilitator = Facilitator
practice-role-facilitator-about = Leads support groups. Needs a training on record.
practice-role-scheduler = Plans the calendar
practice-role-scheduler-about = Sees dates, seats and names. Sees no answers, notes or letters.
practice-role-supervisor = Supervisor
practice-role-supervisor-about = Sees what a leader sees, in the groups that name them.
