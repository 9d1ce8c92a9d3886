# Words of the web chat
webchat-app-name = Cầu Nối
webchat-app-description = Get your cell's notices and answer them on your phone
webchat-title = Cell assistant
webchat-devices = My devices
webchat-back = Back to the chat
webchat-log = Messages
webchat-older = Earlier messages
webchat-to-newest = To the newest messages
webchat-empty = No messages yet. New notices will appear here.
webchat-from-us = Cell assistant:
webchat-from-you = You:
webchat-when = { TIME($at) } · { DAY($at) }
webchat-kilobytes = { $size } KB
webchat-megabytes = { $size } MB
webchat-write = Write an answer
webchat-send = Send
webchat-menu = Menu
webchat-new = New message ↓
webchat-refresh = Look for new messages
webchat-connecting = Connecting again…
webchat-offline = You are offline. New messages will appear when you are back.
webchat-sending = Sending…
webchat-trying-again = Not sent yet, trying again…
webchat-not-sent = Not sent.
webchat-not-pressed = Not sent. Please press again.

webchat-join-title = Get notices on this page
webchat-join-lead = Type the invitation code of 8 characters that your cell secretary gave you.
webchat-join-code = Invitation code
webchat-join-button = Continue
webchat-join-wrong = This is no invitation code yet. A code has 8 letters and digits, such as K7QF-2MXD. Please look at your invitation again.
webchat-join-where = No code? Ask your cell secretary. Nothing needs to be installed, and no account is needed.

webchat-taken-title = A chat is open on this device
webchat-taken = The chat of a member is open on this device. Each device serves one person, so that nobody reads another's messages.
webchat-taken-open = Open that chat
webchat-taken-end = End that chat on this device

webchat-link-title = Open the chat on this device
webchat-link-lead = Press the button below and your chat opens on this device.
webchat-link-button = Open the chat
webchat-link-own = Only on a device of your own. The link works once; please do not pass it on.
webchat-link-over = This link has been used, has expired or is wrong. Make a new one on your other device, or type an invitation code.

webchat-devices-title = My devices
webchat-devices-lead = Your chat is open on these devices. End it at once on any that you do not know.
webchat-device-this = This device
webchat-device-since = Open since { MOMENT($at) }
webchat-device-used = Last used: { DAY($at) }
webchat-device-end = End on this device
webchat-device-end-other = End on that device
webchat-device-end-sure = End
webchat-device-end-this = The chat closes on the device in your hand. To open it again you need a new invitation code.
webchat-device-add-title = Add a device
webchat-device-add-lead = To see this chat on another device of yours, make a link that works once.
webchat-device-add = Make a link
webchat-new-link-title = Link for another device
webchat-new-link-lead = On the other device, scan this picture with the camera before { TIME($at) }.
webchat-new-link-or = Or open this address on the other device:

webchat-ended-title = The chat has ended on this device
webchat-ended = Your chat was ended on this device, or has moved to another one. Notices no longer come here.
webchat-ended-unexpected = If that was not you, tell your cell secretary at once.
webchat-ended-join = Type an invitation code

webchat-no-device = The chat is no longer open on this device. Please reload the page.
webchat-message-unknown = This message is not in your chat.
webchat-file-unknown = This file is not in your chat.
webchat-text-empty = You have not written anything.
webchat-text-too-long = A message has at most { $longest } characters. Please shorten it or send several.

webchat-attach = Send a photo or file
webchat-attach-which = Photos, PDF, Word, Excel, text files or a sound recording: at most { $most }, together up to 10 MB
webchat-attach-send = Send
webchat-no-file = You have not chosen a file.
webchat-files-too-large = At most 5 files, together up to 10 MB. Please send fewer.
webchat-files-of-members = Please enter your invitation code first; files can be sent after that.
