# Directives that go level by level: words in messages, in the chat, in the console
cascade-passed-on-by = Passed on by { $unit }
cascade-instruction = { $unit } adds: { $text }
cascade-ask-to-pass-on = If you lead a committee: when you have read it, pass it on to your units by { MOMENT($passOnBy) }; type: pass on

cascade-no-units = { $unit } has no units below it, so nothing can go level by level. Send it straight to the members.
cascade-straight = This notice goes straight to its recipients, not level by level.
cascade-nothing = Nothing waits to be passed on in { $unit }: it has not come, it was passed on already, or nobody waits below.
cascade-cancelled = “{ $title }” was cancelled and is not passed on any more.
cascade-due-later = The level above has set { MOMENT($dueAt) }. A level below may set the same or an earlier moment.
cascade-due-past = The due date you set is over. Set a moment to come.
cascade-instruction-long = An added instruction has at most 4,000 characters. What is longer is a document of its own.
cascade-gone = Somebody has it already, or it was passed on more than 10 minutes ago: it cannot be taken back. If need be, cancel what has not gone on the page of the notice, and those who have it are told.

cascade-withdrawn-title = A document was withdrawn
cascade-withdrawn = “{ $title }” from { $unit } was withdrawn and is not to be passed on any more. Please stop carrying it out and wait for word.
cascade-withdrawn-level = { $unit } has taken back its passing on of “{ $title }”. Please wait; when it is passed on again you will get a new message.

cascade-chase-title = Documents to be passed on
cascade-chase-lead = From the level above, and not passed on by your unit yet:
cascade-chase-line = – { $title } ({ $unit }, by { MOMENT($passOnBy) })
cascade-chase-closing = To pass on, type: pass on
cascade-escalation-title = Units below are late in passing on
cascade-escalation-lead = Past their time, these units have not passed it on:
cascade-escalation-notice = { $title }: { $units ->
    [one] 1 unit
   *[other] { $units } units
}
cascade-escalation-unit = – { $unit } (due { MOMENT($passOnBy) })
cascade-escalation-others = and { $units } other units
cascade-escalation-closing = See the console (type /console); where need be, a level above can pass it on in a unit’s stead, and the record says who did.

cascade-took = { $days ->
    [0] { $hours ->
        [0] { $minutes } min
       *[other] { $hours } h { $minutes } min
    }
   *[other] { $days } d { $hours } h
}
cascade-stand-issued = issued
cascade-stand-passed-on = passed on
cascade-stand-acknowledged = acknowledged
cascade-stand-seen = seen
cascade-stand-delivered = on the device
cascade-stand-handed-over = handed to the channel
cascade-stand-waiting = waiting to be sent
cascade-stand-nobody = reached nobody
cascade-late = late
cascade-in-stead = passed on in its stead by { $name }
cascade-chased = asked again
cascade-escalated = the level above was told

cascade-section = Level by level
cascade-figures = { $units } units have their part: { $acknowledged } acknowledged, { $passedOn } of { $toPassOn } passed it on, { $late } late.
cascade-nobody = { $nobody } units have nobody who received it: no committee, or no channel. Tell them in person, or pass it on in their stead.
cascade-see = See the levels
cascade-pass-on = Pass on
cascade-pass-on-for = Pass on: { $unit }
cascade-wait = This waits for { $unit } to pass it on by { MOMENT($passOnBy) }.
cascade-page-title = A document on its way, level by level
cascade-page-issuer = Issued by { $unit }
cascade-page-below = Below { $unit }
cascade-page-hint = A unit’s name leads to what is below it. “Seen” and “on the device” stand only where a channel says so.
cascade-page-nobody-below = It has come to no unit below yet.
cascade-page-unit = Unit
cascade-page-stand = How far
cascade-page-came = Sent
cascade-page-took = Took
cascade-page-below-figures = Passed on below
cascade-page-people = Acknowledged
cascade-page-due = due { MOMENT($passOnBy) }
cascade-page-of = { $count } of { $all }
cascade-page-back = Up to the whole tree
cascade-page-reload = Load the page again
cascade-cancel-warning = This goes level by level: what the levels below have passed on stops as well, and those who have it are told that it was withdrawn.
cascade-take-back = Take the passing on back

cascade-form-title = Pass a document on
cascade-form-from = From { $from } to { $unit }, to be passed on by { MOMENT($passOnBy) }.
cascade-form-in-stead = You pass it on in the stead of { $unit }. The record bears your name.
cascade-form-to = { $units ->
    [0] Goes to { $recipients } members of { $unit }.
   *[other] Goes to the committees of { $units } units right below { $unit } and to those who belong to it directly: { $recipients } people.
}
cascade-form-without = No committee to receive it in: { $units }. These units are kept as waiting, and can be passed over from above.
cascade-form-above = What the levels above have added
cascade-form-instruction = What your level adds
cascade-form-instruction-hint = May be empty. The levels below see it before the document.
cascade-form-due = Due for the levels below
cascade-form-due-above = The level above has set { MOMENT($dueAt) }; earlier only. Empty keeps it.
cascade-form-due-none = May be empty.
cascade-form-preview = Preview
cascade-form-preview-title = Before it is passed on
cascade-form-send = Pass on to { $recipients } people
cascade-form-back = Change
cascade-sent = Passed on to { $recipients } people.
cascade-sent-before = It had been passed on before; nothing was sent again.
cascade-taken-back = Taken back before anybody had it. It waits to be passed on again.

today-cascade-waiting = To be passed on
today-cascade-wait = { $unit }, by { MOMENT($passOnBy) }.
today-cascade-held-up = Late below
today-cascade-late = { $late } units are past their time to pass it on.
today-cascade-nobody = { $nobody } units have nobody who received it.

compose-to-cascade = Level by level: to the committees right below; each acknowledges, adds what it has to say and passes it on, down to the cells. Always asks for an acknowledgement.

cascade-chat-waiting = { $count ->
    [one] 1 document waits for you to pass it on
   *[other] { $count } documents wait for you to pass them on
}
cascade-chat-line = { $place }. { $title } ({ $unit }), by { MOMENT($passOnBy) }
cascade-chat-choose = Type a number to pass that one on, or press a button.
cascade-chat-nothing = Nothing waits for you to pass it on.
cascade-chat-preview = To pass on: { $title }
cascade-chat-to = { $units ->
    [0] To { $recipients } members of { $unit }.
   *[other] To { $recipients } people: the committees of { $units } units right below { $unit } ({ $names }), and those who belong to it directly.
}
cascade-chat-others = and { $count } others
cascade-chat-due = Due from above: { MOMENT($dueAt) }.
cascade-chat-own-due = Due as you set it: { MOMENT($dueAt) }.
cascade-chat-instruction = You add: “{ $text }”
cascade-chat-ways = Press a button, or type: add instruction / set due date / pass on now / later
cascade-chat-ask-instruction = Type what you want to add (or type: no)
cascade-chat-ask-date = Type the due date for the levels below, such as 25/12 or 25/12 17h (or type: no)
cascade-chat-date-wrong = I could not read that date. Type it like 25/12 or 25/12 17h (or type: no)
cascade-chat-confirm = Pass “{ $title }” on to { $recipients } people? What has gone cannot be taken back. To agree, press the button or type: agree
cascade-chat-later = Nothing was passed on. When you want to, type: pass on
cascade-chat-done = “{ $title }” was passed on to { $recipients } people, { MOMENT($at) }.
cascade-chat-done-later = “{ $title }” will go to { $recipients } people at { MOMENT($sendAt) }, after the quiet hours. For 10 minutes you can take it back: press the button or type: take back
cascade-chat-done-before = It had been passed on before ({ $recipients } people); nothing was sent again.
cascade-chat-taken-back = Taken back before anybody had it. To pass it on again, type: pass on
cascade-chat-nothing-to-take-back = There is nothing just passed on that could be taken back.
button-pass-on = Pass on
button-pass-on-for = Pass on: { $unit }
button-passing-add = Add an instruction
button-passing-date = Set an earlier due date
button-passing-now = Pass on now
button-passing-later = Later
button-passing-yes = Yes, pass on
button-passing-no = Not yet
button-passing-back = Take back

cli-cascade-lead = { $title } ({ $issuer })
cli-cascade-figures = { $units } units: { $acknowledged } acknowledged, { $passedOn } of { $toPassOn } passed on, { $late } late, { $nobody } with nobody
cli-cascade-line = { $name } ({ $code }): { $state }
cli-passed-on = { $recipients } recipients in { $units } units right below: { $id }
