### Signing in and out, joining, and one's own settings.

## Signing in

identity-title-sign-in = Sign in
identity-sign-in-lead = Good to see you.
identity-email = Your e-mail address
identity-passphrase = Your passphrase
identity-own-device = This is my own device. Keep me signed in for the day.
identity-sign-in = Sign in
identity-fault-sign-in = Address and passphrase do not fit together. Look at both once more
identity-shared = Somebody else uses this device
identity-shared-how = Leave the box empty and sign out at the end. The page locks after five minutes without you. “Leave this page” at the top blanks it at once and opens a neutral one; pressing Shift three times does the same. It does not clear the browser’s history: a private window does.
identity-lost = I cannot sign in
identity-lost-how = Call the practice. Its number stands under “Get help now”, at the top of every page. They give you a link that works once. They never ask for your passphrase or a code.

identity-title-code = One more step
identity-code-lead = Your passphrase is right. Now the code from your app.
identity-code = Code
identity-code-hint = Six digits from your app, or one of your recovery codes
identity-fault-code = This code is not right, or it was used before. Wait for the next one
identity-no-app = I do not have my app here
identity-no-app-how = Type one of the recovery codes that you kept when you began. Each works once, and it signs you out everywhere else. Without any of them, call the practice.

## Proving again

identity-title-locked = Welcome back
identity-locked-lead = Nothing happened here for a while, so this page was locked. Your passphrase opens it again.
identity-title-again = Show that it is you
identity-again-lead = What comes next is protected a little more. After this you have five minutes for it.
identity-fault-proof = This is not right. Look at it once more
identity-go-on = Go on
identity-somebody-else = I am somebody else

## Joining

identity-title-join = Welcome
identity-join-lead = Choose how you sign in from now on. It takes about two minutes.
identity-invited-email = The address that our letter came to
identity-fault-invited-address = This is not the address that was invited. Write the one that our letter came to
identity-new-passphrase = Choose a passphrase
identity-new-passphrase-hint = At least { $count } signs. Four or five words that do not belong together are easy to keep and hard to guess.
identity-new-passphrase-again = The passphrase once more
identity-fault-differs = The two are different. Type both once more
identity-fault-short = Choose a longer one, of 15 signs or more
identity-fault-short-beside = Choose a longer one, of 10 signs or more
identity-fault-common = Somebody would soon guess this one. Choose several words that do not belong together
identity-app = Open an app for one-time codes on your phone and let it read this picture.
identity-app-picture = A picture that an app for one-time codes reads
identity-app-letters = Or type this into the app:
identity-app-code = The code that your app shows now
identity-app-code-hint = Six digits. They change twice a minute.
identity-join = Begin
identity-title-link-over = This link is over
identity-link-over-lead = It was used already, or it is too old. If you have joined, you can sign in.
identity-link-over-new = If you cannot sign in, ask those who sent you the link for a new one.
identity-fault-address-taken = This address is somebody else’s here. Ask for another one
identity-fault-address-unusable = This address cannot be used here. Write another one, or ask your team
identity-conflict-address = This e-mail address belongs to somebody else here. Ask them for another one.

identity-title-codes = Your recovery codes
identity-codes-lead = If your phone is lost, one of these lets you in. Each works once.
identity-codes-once = Write them down or print this page now. They are not shown again.
identity-codes-kept = I have kept them

## Settings

identity-title-settings = Settings
identity-back = Back
identity-save = Save
identity-change = Change
identity-settings-sign-in = How you sign in
identity-second-factor = Codes from an app
identity-second-factor-offer = Somebody who knows your passphrase still cannot get in
identity-second-factor-add = Add
identity-second-factor-stands = Asked for after your passphrase
identity-second-factor-move = Use another app
identity-second-factor-without = Go without codes from an app
identity-codes = Recovery codes
identity-codes-left = { $count ->
    [0] None left
    [one] One left
   *[other] { $count } left
}
identity-codes-new = Make new ones
identity-settings-contacts = Your name, and how you are reached
identity-settings-devices = Where you are signed in
identity-login-since = Since { $moment }
identity-login-shared = shared device
identity-login-locked = locked
identity-login-here = This one
identity-login-end = Sign out there
identity-login-end-all = Sign out everywhere
identity-browser-on = { $browser } on { $system }
identity-browser = Another browser
identity-settings-look = How pages look
identity-look-which = Colours
identity-look-device = As this device says
identity-look-light = Light
identity-look-dark = Dark
identity-settings-record = Your record
identity-record-opened = Who opened my record
identity-record-data = What is kept about me

identity-done-passphrase = Your passphrase is changed.
identity-done-second-factor = Your app is taken.
identity-done-removed = You sign in with your passphrase alone now.
identity-done-look = Saved.
identity-done-contacts = Your name and contacts are changed.
identity-done-login = Signed out there.

identity-title-passphrase = Another passphrase
identity-title-second-factor = Codes from an app
identity-others-end = When you save, you are signed out on every other device.
identity-title-removal = Without codes from an app
identity-removal-lead = Your passphrase alone lets you in then. It must have 15 signs or more.
identity-fault-passphrase = This is not your passphrase
identity-fault-too-short-alone = Your passphrase is too short to stand alone. Choose a longer one first
identity-forbidden-without-second-factor = Who works here keeps codes from an app.
identity-title-codes-new = New recovery codes
identity-codes-new-lead = You get ten new codes. The old ones do not work any more.
identity-conflict-changed = Somebody else changed this in the meantime. What you wrote stands here still. Compare it, then open this page again.

## Names, and how somebody is reached

identity-title-contacts = Names and contacts
identity-contacts-called = Name
identity-contacts-called-own-hint = What you want to be called here. A first name is enough.
identity-contacts-called-hint = What they want to be called. A first name is enough.
identity-contacts-legal = Name on papers
identity-contacts-email = E-mail address
identity-contacts-email-own-hint = Mail goes there, and you sign in with it. If you change it, a short message tells the old one.
identity-contacts-email-hint = Mail goes there. Whoever has pages here signs in with it, and a short message tells the old address.
identity-contacts-phone = Telephone
identity-contacts-save = Keep this
identity-contacts-back = Leave it as it is

## Before the first start

identity-title-closed = Not open yet
identity-closed = This site is being set up. Whoever looks after it finds the way in on the console where the program runs.
