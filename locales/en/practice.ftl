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
practice-gap-vetting-identity = Nobody has vouched yet for who the facilitator is.
practice-gap-vetting-conduct = The facilitator has not agreed to the code of conduct yet, or needs to do so again.
practice-gap-vetting-references = Nobody has vouched yet that two people recommend the facilitator.
practice-gap-vetting-background = The facilitator’s background check is missing, or has ended.

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

## What is still to set up

practice-title-set-up = Set up this site
practice-tabs = The site
practice-tab-door = Front door
practice-set-up-lead = { $done } of { $all } done. You can stop at any point; the list waits here.
practice-set-up-stop = Some things hold up the rest.
practice-set-up-stop-why = Members can be invited once those that are marked are done.
practice-set-up-member = Before the first member
practice-set-up-session = Before the first session
practice-step-change = Change
practice-step-do = Do this
practice-site-heading = How the site is
practice-site-version = Version
practice-site-sees = What you see here
practice-site-sees-nothing = No answers, notes or letters. Whatever you open is written down.

practice-step-place = Name, place and clock
practice-step-place-done = The site has a name, a country and a clock.
practice-step-place-open = Say in which country the practice is. The law of that place decides whose licence counts.
practice-step-therapist = First therapist
practice-step-therapist-done = Somebody holds a checked licence where the practice is.
practice-step-therapist-unchecked = A licence is on record. Somebody still has to check it with whoever gave it.
practice-step-therapist-open = Admit a therapist and record their licence. Support groups need a facilitator with a training instead.
practice-step-mail = E-mail
practice-step-mail-done = Mail is handed to the mail server that the settings file names.
practice-step-mail-demo = This is a demo: mail is shown and never sent.
practice-step-mail-open = No mail server is set, so no invitation can leave. Set “smtp” in the settings file.
practice-step-backups = Backups
practice-step-backups-done = A backup is made every day, sealed for its recipient.
practice-step-backups-open = None yet. Set “backup-recipient” in the settings file, and keep its key away from this machine.

## Settings

practice-title-settings = Settings
practice-site-name = Name of this site
practice-site-name-hint = People see it in the browser and in mail. Choose one that says nothing about what you do.
practice-country = Country
practice-choose-country = Choose a country
practice-region = State or province
practice-region-hint = Where it licenses by itself, as in the United States and Canada. The code, like CA or ON.
practice-zone = Time zone
practice-zone-hint = Like Europe/Dublin or America/New_York
practice-language = Language of mail and of the front door
practice-contact = How members reach the team
practice-contact-hint = One line, like 01 555 0100 or the front desk
practice-duty-hours = When somebody reads what members write
practice-duty-hours-hint = One line, like Monday to Friday, 9 to 17. Members see it before they write.
practice-leave-url = Where “Leave this page” goes
practice-leave-url-hint = A harmless page that nobody wonders about, like the weather
practice-members-to-run = Members needed for a session
practice-members-to-run-hint = With fewer, the leader is asked to call it off or to do something else. Three is usual.
practice-save = Keep this

## Staff

practice-title-people = People who work here
practice-title-person = Somebody who works here
practice-title-admit = Admit somebody to the staff
practice-title-roles = What they do here
practice-admit = Admit somebody
practice-admit-send = Admit and invite
practice-admit-seen = Only people who look after the site see this page. The person can see and change what stands here about them.
practice-correct = Correct names and contacts
practice-gone = No longer here
practice-left = Left on { $day }
practice-called = Name
practice-called-hint = As people here say it
practice-legal = Name on their papers
practice-email = E-mail
practice-email-hint = The invitation goes there, and works for this address only
practice-phone = Phone
practice-optional = You can leave this empty
practice-roles = What they do here
practice-worked-until = Worked here until
practice-comes-back = { $called } has left. Choose what they do here now, and they get a new invitation.
practice-end-heading = { $called } no longer works here
practice-end-what = Every sign-in ends at once, on every device. What they wrote and did stays on record. Their groups need another leader.
practice-end-work = End their work here

## Licences and trainings

practice-title-papers = Licences and trainings
practice-title-licence = Record a licence
practice-title-training = Record a training
practice-papers = Licences and trainings
practice-papers-none = Nothing is on record yet. Without a checked licence or training, nobody can open a group.
practice-papers-none-here = Nothing is on record yet. Open a person’s page to record their licence or training.
practice-papers-lead = What needs a look stands first. The holder and you are told 60 days before one ends.
practice-record-lead = It counts once somebody has checked it with whoever gave it.
practice-add-licence = Record a licence
practice-add-training = Record a training
practice-profession = Profession
practice-profession-hint = As the licence says it, like clinical psychologist
practice-training = Training in leading groups
practice-training-hint = Like certified group psychotherapist, or the name of your own course
practice-number = Number
practice-issuer = Given by
practice-issuer-hint = The board or body, as its register is called
practice-place = Holds in
practice-everywhere = Everywhere
practice-last-day = Last day
practice-last-day-hint = The last day on which it holds
practice-last-day-none = Leave this empty if it does not end
practice-no-end = Does not end
practice-supervisor = Practises under
practice-supervisor-hint = A trainee’s licence counts only together with the licence of whoever supervises them
practice-alone = Nobody: practises alone
practice-paper = Licence or training
practice-paper-state = How it stands
practice-paper-ended = Ended
practice-paper-unverified = Not checked yet
practice-paper-ending = Ends soon
practice-paper-valid = Holds
practice-verify = I have checked this
practice-verified = Checked
practice-withdraw = Take off the record

## What has to be known of a facilitator

practice-vettings = What is known of them
practice-vettings-about = No paper lies here. Say that you have seen it, and until when it counts.
practice-title-vetting = Vouch for somebody
practice-vetting-identity = Identity
practice-vetting-identity-about = You have seen a document with their name and picture.
practice-vetting-conduct = Code of conduct
practice-vetting-conduct-about = They have read it, and agreed to it by their signature.
practice-vetting-references = References
practice-vetting-references-about = Two people who know them well have recommended them.
practice-vetting-background = Background check
practice-vetting-background-about = The check that your law or practice asks for was done, and speaks for them.
practice-vouch = Vouch for it
practice-vouch-seen = I have seen this for { $name }
practice-vouched = Vouched for, { $time }
practice-vouched-until = Counts until { $day }
practice-renew = Renew
practice-asks-background-check = Nobody facilitates before their background was checked
