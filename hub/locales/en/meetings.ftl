# What is said of a meeting: invited, changed, cancelled, reminded
meeting-title = { $ofCell ->
    [yes] { $kind ->
        [thematic] Thematic meeting of the cell, { $month }/{ $year }
        [regular_thematic] Regular and thematic meeting of the cell, { $month }/{ $year }
        [extraordinary] Extraordinary meeting of the cell, { $month }/{ $year }
        [congress] Congress of the cell { $year }
       *[regular] Regular meeting of the cell, { $month }/{ $year }
    }
   *[no] { $kind ->
        [thematic] Thematic meeting, { $month }/{ $year }
        [regular_thematic] Regular and thematic meeting, { $month }/{ $year }
        [extraordinary] Extraordinary meeting, { $month }/{ $year }
        [congress] Congress { $year }
       *[regular] Regular meeting, { $month }/{ $year }
    }
}
meeting-moment = { $onTheHour ->
    [yes] { $hours }:00
   *[no] { $hours }:{ $minutes }
}, { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[0] Sunday
} { DAY($moment) }

meeting-invitation-title = Invitation: { $title }
meeting-congress-title = You are called to: { $title }
meeting-when = Time: { $moment }.
meeting-where = Place: { $place }.
meeting-online = Online: { $link }
meeting-length = Length: { $minutes } minutes.
meeting-agenda = Agenda:
meeting-rapporteur = presented by { $name }
meeting-minutes = { $minutes } minutes
meeting-documents = Documents: { $names }.
meeting-calendar = Add to the calendar: { $address }
meeting-ask-tapped = Press “I come” or “I cannot come”, or answer “yes”, “absent because …”.
meeting-ask-typed = Answer “yes” or “absent because …”.
button-attend = I come
button-absent = I cannot come

meeting-change-title = Changed: { $title }
meeting-now-named = Name of the meeting: { $title }.
meeting-now-kind = It is now a { $kind ->
    [thematic] thematic meeting
    [regular_thematic] regular and thematic meeting
    [extraordinary] extraordinary meeting
    [congress] congress
   *[regular] regular meeting
}.
meeting-now-when = New time: { $moment }.
meeting-now-where = New place: { $place }.
meeting-now-nowhere = It is no longer held at the place named before.
meeting-now-online = Online, at a new address: { $link }
meeting-now-not-online = It is no longer held online.
meeting-answer-again = Everything else stays. The time has changed: please answer again.
meeting-rest-as-before = Everything else stays; it begins at { $moment }.
meeting-cancellation-title = Cancelled: { $title }
meeting-cancelled = The meeting at { $moment } does not take place.
meeting-cancelled-because = Reason: { $reason }

meeting-reminder-title = Reminder: { $title }
meeting-not-answered = Please say whether you can come.
meeting-handbook-title = For the official handbook app: { $title }
meeting-handbook = The meeting at { $moment } has documents: { $documents }.
    A day before it they should also stand in the official handbook app (42-HD/BTCTW).
    Page of the meeting: { $address }
meeting-report-title = Minutes to finish: { $title }
meeting-report = The minutes of the meeting at { $moment } have not been approved yet.
    Within { $days } days the documents are finished and reported to the level above (42-HD/BTCTW).
    Page of the minutes: { $address }

meeting-unknown = There is no meeting { $id }.
meeting-idempotency-conflict = This idempotency key was used for another meeting. Please use a new one.
meeting-invalid = { $field ->
    [title] The title of a meeting has up to 300 characters.
    [starts-at] The time of the meeting must be a moment within the next two years.
    [minutes] A meeting lasts from 5 minutes to 48 hours.
    [place] The place has up to 300 characters.
    [link] The address of an online meeting begins with http or https.
    [reminders] There are at most 5 reminders, from 5 minutes to 60 days before the start.
    [repeat] This way of repeating is not understood.
    [items] An agenda has at most 40 items of 1 to 300 characters and 1 to 600 minutes each.
    [late-after] Somebody is late after 0 to 240 minutes.
    [guests] The list of guests has up to 1,000 characters.
    [reason] The reason has up to 300 characters.
    [idempotency-key] An idempotency key has 1 to 200 characters of ASCII without spaces.
    [documents] A meeting has at most 10 documents.
    [document-size] A document has a name, is not empty and has at most 20 MB.
    [month] A month is written as 2026-12.
   *[other] The field { $field } of the meeting is not right.
}
meeting-past = { MOMENT($startsAt) } has passed: no meeting can be called for it.
meeting-no-members = There is nobody to call in the unit { $unit }. Please check its members.
meeting-over = The meeting is over or cancelled and is not changed any more.
meeting-not-called = This meeting is only proposed; nobody has been invited yet.
meeting-runs = The meeting has been called or goes on: its time is not changed any more.
meeting-not-begun = The meeting has not begun and cannot be closed. If it does not take place, cancel it.
meeting-document-unknown = There is no such document.

meeting-warning-short = { $minutes } minutes are less than the least of { $least } minutes ({ $source }).
meeting-warning-day-off = The day of the meeting falls on { $name } ({ $source }).
meeting-warning-day-off-better = The day of the meeting falls on { $name } ({ $source }). It could be { MOMENT($better) } instead.
meeting-warning-too-few-official = The cell has only { $official } official members, fewer than { $least }: it cannot meet as a cell ({ $source }).
meeting-warning-quiet-hours = The meeting begins in the night. Perhaps another hour was meant.
meeting-warning-clash = At that time there is “{ $title }”, which begins at { MOMENT($startsAt) }.
