# Words of the console's pages about notices
notice-page-moment = { MOMENT($moment) }
status-means-acknowledged = Pressed “Đã nắm” or was told in person: the paper was received, which is not yet study.
status-means-seen = Stood on the screen, not acknowledged yet.
status-means-delivered = Has reached the device; whether it was read is not known.
status-means-handed-over = The channel took it; whether it has reached the device the channel does not say.
status-means-created = Waiting to be sent, also what was asked of a channel that has not answered yet.
status-means-unreachable = No channel reaches them: they have to be told in person.
status-means-failed = Given up after several attempts: they have to be told in person.
status-means-cancelled = Stopped before it was sent.

ledger-lead = { $acknowledged } of { $recipients } have acknowledged.
ledger-caption = How far the recipients have come
ledger-status = Status
ledger-people = People
ledger-means = What it means
ledger-total = In all: { $recipients ->
        [one] 1 person
       *[other] { $recipients } people
    }
ledger-in-person = Of those who have acknowledged, { $count } were told in person.
ledger-in-doubt = Of what is waiting, { $count } were asked of a channel that has not answered: they may have arrived or not.
ledger-duplicates = { $count } were sent again because the outcome was not known: at most so many arrived twice.

today-greeting = Good day, comrade { $name }. Today is { DAY($now) }.
today-nothing = Nothing waits for you today.
today-requests-title = Requests of members
today-requests = { $count } requests about personal data wait for an answer, within two working days.
today-requests-action = Answer
today-scheduled = Goes to { $recipients ->
        [one] 1 person
       *[other] { $recipients } people
    } at { MOMENT($sendAt) }.
today-scheduled-action = Look at it
today-overdue = Overdue since { MOMENT($dueAt) }
today-due = Due { MOMENT($dueAt) }
today-not-yet = { $notYet } of { $recipients } have not acknowledged.
today-unreachable = { $unreachable } cannot be reached by any channel and have to be told in person.
today-remind-action = See and remind
today-tell-action = See and tell in person

notices-compose = Write a notice
notices-none = There are no notices yet. The first you send will stand here, with how many have acknowledged it.
notices-title = Notice
notices-sent = Sent
notices-recipients = Recipients

compose-nowhere = You may not send notices in any unit.
compose-wrong = Something is not right yet. Please look at the lines in red below.
compose-files-again = The files just chosen were not kept. Please choose them again.
compose-unit = To the unit
compose-unit-code = Code of the unit
compose-unit-hint = All members of this unit and of the units below it receive it.
compose-unit-missing = Choose a unit.
compose-to = Recipients
compose-to-members = All members
compose-to-secretaries = Secretaries only
compose-title = Title
compose-title-missing = Write a title.
compose-body = Text
compose-body-hint = Short, in short sentences. The greeting is added by itself.
compose-document = A document with a number and a date
compose-kind = Kind
compose-kind-notice = Ordinary notice
compose-kind-directive = Directive
compose-number = Number
compose-issued-on = Day on the document
compose-files = Files
compose-files-hint = At most { $most }, each up to 20 MB. Never a classified paper.
compose-files-kept = Files already attached (untick to leave one out)
compose-ack = Ask for “Đã nắm”
compose-ack-hint = It means “I have received this”, not study and not consent.
compose-due = Due
compose-when = When
compose-when-now = At once
compose-when-at = At a certain time
compose-send-at = Sending
compose-day-of = { $what }: day
compose-day-hint = Day/month/year, such as 25/11/2026
compose-day-wrong = This is no day. The day comes first: 25/11/2026.
compose-day-missing = Write a day.
compose-time = Time
compose-time-hint = Such as 17:00
compose-time-wrong = This is no time. Write 17:00 or 17h30.
compose-moment-past = This is in the past.
compose-due-before = It must be due after it is sent.
compose-urgent = Urgent: sent in quiet hours too
compose-urgent-hint = Only where it cannot wait until the morning.
compose-preview = Preview
compose-preview-hint = Nothing is sent yet: next you see who receives it, and how it looks.

preview-title = Before it is sent
preview-not-sent = Not sent yet. Look at it, then press the button.
preview-nobody = Nobody would receive it. Choose another unit, or look at its list of members.
preview-quiet = In quiet hours it waits: it goes from { MOMENT($sendAt) }. If it cannot wait, go back and tick “Urgent”.
preview-to = To
preview-recipients = { $recipients ->
        [one] 1 person
       *[other] { $recipients } people
    }: { $to ->
    [cascade] the committees right below, and those who belong to it directly,
    [secretaries] the secretaries
   *[members] all members
} of { $unit } ({ $code })
preview-when = When
preview-at-once = As soon as it is sent
preview-ack = Acknowledgement
preview-ack-yes = With the button “Đã nắm”
preview-ack-no = Not asked for
preview-channels = By which channel
preview-channel = Channel
preview-no-channel = No channel yet
preview-no-way = Cannot be sent to now
preview-no-way-hint = Linked, but the channel does not let us write now: silent for too long, or the month has run out. They have to be told in person.
preview-cost = Cost
preview-cost-hint = By the prices that are known; the channel may charge otherwise.
preview-money = ~{ $cost } đ
preview-piece-free = { $count } messages for nothing
preview-piece-paid = { $count } paid messages (~{ $cost } đ)
preview-piece-template = { $count } by template (~{ $cost } đ)
preview-piece-phone = { $count } by template to a telephone number (~{ $cost } đ)
preview-piece-group = { $count } in the group
preview-piece-other = { $count } go by { $channel }
preview-piece-none = { $count } cannot be sent to now
preview-way-free = For nothing
preview-way-paid = Paid: silent for some days
preview-way-template = By an approved template, with title and number alone
preview-way-phone = By an approved template, to the telephone number
preview-way-group = In the unit’s group
preview-short-messages = { $channel } has only { $left } messages left this month.
preview-short-money = { $channel } has only { $left } đ left this month.
preview-short-rest = The rest goes by { $others }, for those who have it.
preview-short-nowhere = The rest cannot be sent and has to be told in person.
preview-without = { $count } have no channel and have to be told in person
preview-without-hint = Whoever links a channel in the next thirty days receives it then.
preview-looks = How it will look
preview-looks-hint = As you would receive it; others see their own names.
preview-parts-between = … and { $count } messages in between …
preview-send = Send to { $recipients ->
        [one] 1 person
       *[other] { $recipients } people
    }
preview-edit = Change it
preview-discard = Throw it away
preview-sent = Accepted, on its way to { $recipients ->
        [one] 1 person
       *[other] { $recipients } people
    }.
preview-discarded = Thrown away; nothing was sent.
list-others = … and { $count } others

notice-page-unit = Unit
notice-page-sender = Sender
notice-page-sent = Sent
notice-page-reminders = Reminders
notice-page-last-reminder = { $count }; the last at { MOMENT($sentAt) } to { $recipients } people
notice-page-cancelled = Cancelled at { MOMENT($cancelledAt) }. What had gone cannot be called back.
notice-page-scheduled = Not sent yet: it goes at { MOMENT($sendAt) }.
notice-page-part = A paper from above, for { $recipients } people. Below are only those within your reach.
notice-page-compacted = This notice is long over and was compacted on { MOMENT($compactedAt) }: its figures and acknowledgements are kept; the names of those who did not acknowledge are not.
notice-page-ledger = How far it has come
notice-page-reload = Load the latest numbers
notice-page-remind = Remind the { $count } who have not acknowledged
notice-page-people = Person by person
notice-page-export-xlsx = Download the list (Excel)
notice-page-export-csv = Download the list (CSV)
notice-page-cancel = Cancel what has not gone
notice-page-not-yet = Not acknowledged yet
notice-page-lost = To be told in person
notice-page-all-known = Everybody has acknowledged.
notice-page-none-lost = Nobody has to be told in person.
notice-page-tell-hint = Tick those you have met and told, then press the button below. It is kept on record who told them.
notice-page-told = I have told those who are ticked
notice-page-units = By unit
notice-page-all-units = See all { $count } units
notice-page-content = As it was sent
notice-page-no-text = No text, only files.
notice-page-whole-text = The whole text
notice-page-file-size = { $kilobytes } kB
notice-page-history = What was done with this notice

people-page-title = Person by person
people-page-status = Status
people-page-any-status = Any status
people-page-unit = Unit
people-page-any-unit = Any unit
people-page-filter = Filter
people-page-compacted = The notice was compacted on { MOMENT($compactedAt) }: of the list by name only those who acknowledged are left.
people-page-nobody = There is nobody like that.
people-page-person = Person
people-page-since = When
people-page-in-group = { $channel }, in the group
people-page-in-person = In person
people-page-in-doubt = The channel has not answered
people-page-correct = Correct
people-page-untell = Take back “told”
units-page-nowhere = Stopped before it was anybody's
units-page-acknowledged = Acknowledged
units-page-in-person = in person { $count }
units-page-waiting = Waiting
units-page-in-doubt = in doubt { $count }

steering-reminded = Reminding { $reminded ->
        [one] 1 person
       *[other] { $reminded } people
    }.
steering-nobody-to-remind = There is nobody left to remind.
steering-nobody-ticked = Nobody was ticked.
steering-told = Recorded: { $told } told in person. { $before ->
    [0] {""}
   *[other] { $before } had acknowledged before.
}
steering-untold = Taken back: { $member } was not told in person.
steering-cancelled = Cancelled: { $cancelled ->
        [one] 1 person
       *[other] { $cancelled } people
    } will not get it.
cancel-page-title = Cancel what has not gone?
cancel-page-warning = { $waiting } people will not get it. The { $gone } who have it keep it. This cannot be undone.
cancel-page-confirm = Cancel what has not gone
cancel-page-back = Do not cancel

devices-console = Signed in to the console
devices-console-hint = If you see a device that is not yours, end it at once.
devices-device = Device
devices-this = this one
devices-since = Since
devices-used = Last used
devices-end = End
devices-chats = Web chat is open on
devices-no-chats = Your web chat is not open on any device.
devices-my-channels = The channels by which I am reached
devices-this-warning = To come back on this device you will need a new link.
devices-ended = That device is signed out.
devices-ended-before = That device had been signed out already.

sheet-code = Member code
sheet-name = Name
sheet-unit = Unit code
sheet-status = Status
sheet-since = When
sheet-channel = Channel
sheet-without-names = ({ $count } people, names no longer kept)
sheet-in-person = In person
sheet-yes = yes
sheet-recipients-file = Recipients
sheet-audit-file = Audit
