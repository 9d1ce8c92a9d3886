# The words of the console's frame
console-skip = To the main content
nav-label = Parts of the console
nav-today = Today
nav-notices = Notices
nav-meetings = Meetings
nav-people = Units, members
nav-channels = Channels
nav-audit = Audit
nav-devices = My devices and channels
nav-sign-out = Sign out
list-more = More
form-optional = (optional)
form-invalid = “{ $field }” is missing or not right. Press your browser’s Back button, mend it and send again; what you filled in is still there.
form-expired = This page was open too long and could not be sent. Go back, reload the page and send again.
form-foreign = This request came from another site and was not taken. Open the console and do it there.

home-title = Cầu Nối
home-lead = Where cells send notices and members answer.
home-chat = I am a member: open the chat
home-console = I am a secretary or officer: open the console

signin-title = Sign in to the console
signin-as = You are signing in as { $name }.
signin-own-device = Sign in on your own device only. This link works once.
signin-button = Sign in
signin-how-title = How to get into the console
signin-how-chat = In your chat with Cầu Nối (Telegram, Zalo or on the web) type: /console
signin-how-link = The assistant answers with a link that works once, for 10 minutes. Open it.
signin-how-command = No chat yet: ask the administrator of the server for a link.
signin-needed = You need to sign in to see this page.
signin-over = This sign-in link was used, has expired or is not right. Ask for a new one.
problem-sign-in = How to sign in
problem-chat = Back to the chat
problem-home = To Today
problem-back = Or press your browser’s Back button.
