# One's own data, in chat
my-console-link =
    Open this link to enter the console:
    { $url }
    It works once, until { TIME($expiresAt) }. Do not pass it on: whoever opens it acts in your name.

my-unlink-question = If you disconnect, notices no longer come to this chat and I no longer know you here. To come back you need a new invitation code. Are you sure?
my-unlinked = This chat is disconnected. To receive notices again ask your secretary for a new invitation code. Thank you.
my-unlink-not = This chat stays connected.

my-withdraw-question =
    How far do you want to withdraw your consent?
    1. Stop: no more notices; you may take them up again at any time.
    2. Disconnect: this chat no longer belongs to you in the system.
    3. Delete my data: everything, on every channel; this cannot be undone.
    Press a button, or type 1, 2 or 3.
my-withdraw-not = Everything stays as it was.

my-erase-question =
    You want your data deleted. This cannot be undone.
    • What goes: name, code, phone, e-mail, day of admission, all linked chats, requests, signed-in devices.
    • What stays, without your name: your consent and the day it was withdrawn (to prove that it was done right), how many received each notice, when you belonged to which unit and in which role, the audit, and notices you sent to others (the party organisation has to archive them).
    • After that no notices come here. Your file in the party organisation does not change: this system does not replace it.
    If you are sure press “Delete my data” or type: agree
my-erase-not = Nothing was deleted.
my-goodbye = Your data is deleted right after this message, and this is the last one I send. Thank you.

my-data =
    What the system keeps about you:
    • Name: { $name }; code: { $code }
    • Unit: { $unit }
    • Day of admission: { $joined }
    • Phone: { $phone }; e-mail: { $email }
    • Chats: { $channels }
    • Consents: { $consents }, the latest { MOMENT($consentAt) }
    • Notices received: { $notices }, acknowledged: { $acknowledged }
    • Requests made: { $requests }; entries on status and roles: { $standing }
    Only the secretary, the committee and the office of your unit and those above can see it, and only to send notices.
my-data-none = none
my-data-full-asked = Please send me the full copy of my data.
my-request-taken = Your request is recorded. The office or your secretary will answer by { DAY($dueOn) }, in this chat.
my-correct-question = What is not right, and how should it be? Please write one message, such as “I was admitted on 19/5/2018”. To leave it type: no
my-correct-not = No request was made.

button-unlink-yes = Disconnect
button-unlink-no = No, keep it
button-withdraw-stop = 1. Stop
button-withdraw-unlink = 2. Disconnect
button-withdraw-erase = 3. Delete my data
button-erase-yes = Delete my data
button-erase-no = No, keep it
button-data-full = Ask for the full copy
button-data-correct = Something is not right

command-channels = Channels for notices
command-data = My data
command-console = Enter the console

my-phone-kept = Your telephone number has been added to the list. Thank you.
my-phone-known = The list already has this telephone number. Thank you.
my-phone-asked = The list has another number. I have passed the new one on to those who keep the list, and you will get an answer.
my-phone-unreadable = I could not read this telephone number. Ask the secretary of your cell to correct it if needed.
my-phone-request = My right telephone number is { $phone } (sent from Zalo).
