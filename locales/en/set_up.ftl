### The first start of a site.

set-up-title = Set up this site
set-up-lead = You are the first one here. You look after the site: people, settings, keys and backups. You see nothing that members write.
set-up-called = What you are called here
set-up-legal = Your full name
set-up-begin = Begin
