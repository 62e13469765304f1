### The demo: as whom to see it.

demo-title = See it as somebody
demo-lead = Choose a person. Everything works as it would for them.
demo-invented = All people here are invented. No mail is sent, and nothing you type leaves this machine.
demo-see-as = Go on as { $name }
demo-persona-member = Sits in the group that meets today
demo-persona-therapist = Leads three groups
demo-persona-coleader = Leads them as the second one
demo-persona-supervisor = Looks over the groups with the leaders
demo-persona-facilitator = Facilitates support groups
demo-persona-scheduler = Plans the calendar
demo-persona-admin = Looks after the site
