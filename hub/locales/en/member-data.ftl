# A member's data: seen, erased; requests
request-empty = Nothing is written yet.
request-unknown = There is no such request, or whoever made it has had the data erased.
request-answered = This request has been answered.
erase-code-wrong = The code does not match, so nothing was erased. Please type the member's code.

requests-title = Requests of members
requests-lead = The law asks for an answer within two working days. The answer goes to the chat of whoever asked.
requests-none = No request waits for an answer.
requests-due = Answer by { DAY($dueOn) }
requests-overdue = Overdue
requests-from = { $name } ({ $code }), { $unit }
requests-asked-at = Made at { MOMENT($at) }
requests-kind = { $kind ->
    [correction] Correction of data
   *[other] Other request
}
requests-answer = Answer
requests-answer-hint = Write as you would speak. Where data must be corrected, correct first, then answer.
requests-send = Send the answer
requests-told = Answered; it arrived in the member's chat.
requests-not-told = The answer is recorded, but no channel reaches the member. Please tell them in person.

data-title = Data of { $name }
data-lead = Members have the right to see and to erase their data. Each download and each erasure is written into the audit.
data-download-title = Full copy
data-download-lead = One JSON file with everything the system keeps about the member: details, units, statuses, roles, consent, channels, notices received, requests, devices, audit. Hand it to the member only.
data-download = Download
data-erase-title = Erase
data-erase-lead = Only where the member asks for it, or there is no reason left to keep the data. It cannot be undone.
data-erase-open = Erase the data…
data-erase-goes = What goes
data-erase-goes-list = Name, code, phone, e-mail, day of joining, statuses, all chats and channels, requests, drafts, invitations, signed-in devices, API tokens. Notices not sent yet to this member are cancelled.
data-erase-stays = What stays, without a name
data-erase-stays-list = Consent and the day it was withdrawn (to prove that the law was kept); the figures of each notice; when somebody was in which unit and in which role; the audit; notices the member sent to others (the party organisation has to archive them).
data-erase-backups = Daily backups still hold this data for at most seven days, then they go. Backups kept elsewhere must be deleted there.
data-erase-code = Type the member's code to confirm
data-erase-do = Erase; this cannot be undone
data-erased = The data is erased. The audit says so.
data-erased-in-words = Erased the data of { $member }: chats { $chats }, deliveries without a name { $deliveries }, cancelled { $cancelled }.
cli-signin = { $url } (works once, until { MOMENT($expiresAt) })
