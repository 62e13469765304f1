### The demo: as whom to see it, and the letters it does not send.

demo-title = See it as somebody
demo-lead = Choose a person. Everything works as it would for them.
demo-invented = All people here are invented. No mail is sent, and nothing you type leaves this machine.
demo-door = See what a visitor sees who is not signed in
demo-mail-about = What would have gone out by mail stands on a page of its own, invitations with their links too.
demo-mail-read = Read the letters
demo-see-as = Go on as { $name }
demo-persona-member = Sits in the group that meets next
demo-persona-fellow = Sits there too: for another browser in the live room
demo-persona-therapist = Leads three groups, and reads signs of danger
demo-persona-coleader = Leads two of them as the second one
demo-persona-supervisor = Looks over the groups with those who lead them
demo-persona-facilitator = Facilitates a support group
demo-persona-participant = Takes part in that support group, which meets now
demo-persona-finished = Sat in a therapy group that has ended
demo-persona-scheduler = Plans the calendar
demo-persona-admin = Looks after the site

demo-title-mail = Letters
demo-mail-lead = What would have gone out by mail, the newest first. None of it is sent.
demo-mail-none = No letter has been written yet.
demo-mail-to = To { $address }
