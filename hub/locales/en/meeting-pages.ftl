# Console pages of meetings: the list, calling, one meeting
meetings-call = Call a meeting
meetings-year = The year
meetings-month = Cells in month { $now }
meetings-coming = Coming and open
meetings-over = Over
meetings-none = No meeting has been called.
meetings-none-call = There is no meeting. Press “Call a meeting”: choose day and time, look at it, then send the invitations.
meetings-meeting = Meeting
meetings-when = When
meetings-where = Place
meetings-online = Online
meetings-stands = State
meetings-state = { $state ->
    [proposed] Not sent yet
    [called] Called
    [open] Open
    [closed] Closed
   *[cancelled] Cancelled
}
meetings-kind = { $kind ->
    [thematic] Thematic
    [regular_thematic] Regular and thematic
    [extraordinary] Extraordinary
    [congress] Congress
   *[regular] Regular
}
meetings-distance = { $unit ->
    [days] { $count ->
        [one] 1 day
       *[other] { $count } days
    }
    [hours] { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
   *[minutes] { $count } minutes
}

meeting-form-nowhere = You may call meetings nowhere. Secretaries and their deputies do.
meeting-form-wrong = Some fields are not right: see the red lines below them.
meeting-form-unit = Unit
meeting-form-unit-missing = Please choose a unit.
meeting-form-of = Of: { $unit }
meeting-form-day = Day
meeting-form-day-wrong = This is no day. Write it as 03/12/2026.
meeting-form-time-wrong = This is no time. Write it as 19:30.
meeting-form-places = Places so far: { $places }
meeting-form-kind = Kind
meeting-form-agenda = Agenda ({ $count })
meeting-form-item = Item { $place }
meeting-form-item-minutes = Item { $place }: minutes
meeting-form-item-rapporteur = Item { $place }: who presents it
meeting-form-minutes-short = Minutes
meeting-form-rapporteur-short = Who presents it
meeting-form-item-add = Add an item
meeting-form-item-remove = Remove
meeting-form-go-on = Go on
meeting-form-repeat = Repeats
meeting-form-repeat-none = Only this one
meeting-form-repeat-date = On this date each month, such as “the 3rd”
meeting-form-repeat-weekday = On this weekday each month, such as “the first Thursday”
meeting-form-repeat-own = Otherwise, as written below
meeting-form-rule = How it repeats
meeting-form-rule-hint = Such as: chu nhat cuoi hang thang, ngay 5 hang quy; or an RRULE
meeting-form-rule-wrong = This is not understood. Write it as “ngay 5 hang thang”.
meeting-form-reminders = Reminders ({ $count })
meeting-form-reminders-hint = Who comes gets a short word, who is silent is asked again. At most five.
meeting-form-before = { $distance } before
meeting-form-others = Title, length, online, guests
meeting-form-title = Title
meeting-form-title-hint = Empty: made of kind and month
meeting-form-minutes = Length
meeting-form-minutes-hint = In minutes. Empty: the least its kind should last
meeting-form-link = Address to join online
meeting-form-link-hint = Begins with https://
meeting-form-guests = Guests
meeting-form-guests-hint = Names and offices as they stand in the minutes
meeting-form-nobody = Nobody yet
meeting-form-late-hint = Minutes after the start; who comes later is late
meeting-form-preview-hint = Nothing is sent yet. The next page shows the invitation and how many get it.

meeting-preview-not-sent = Not sent. Look it over, then send the invitations.
meeting-preview-called = Called
meeting-preview-people = { $count } people, { $unit }
meeting-preview-reminders = Reminders
meeting-preview-no-reminders = None
meeting-preview-documents = Documents
meeting-preview-documents-hint = At most 10 files of 20 MB each. The invitation names them.
meeting-preview-send = Send { $count } invitations
meeting-preview-invitation = The invitation
meeting-preview-better = Move to { MOMENT($better) }
meeting-preview-next = The next ones
meeting-preview-next-hint = Two weeks before each you are asked before anybody is invited.
meeting-preview-next-day = { MOMENT($startsAt) }
meeting-preview-next-moved = { MOMENT($startsAt) } instead of { DAY($from) } ({ $name })
meeting-called-told = { $count } people have been invited.

meeting-page-cancelled = This meeting was cancelled.
meeting-page-proposed = The series proposes this meeting and nobody has been told. Look at day and time, then send it.
meeting-page-code = Check-in code
meeting-page-list = The list
meeting-page-papers = Minutes
meeting-page-base = Voting base
meeting-page-facts = About the meeting
meeting-page-nowhere = Not given
meeting-page-called-by = Called by
meeting-page-chair = In the chair
meeting-page-taker = Writes the minutes
meeting-page-late = Late
meeting-page-late-after = { $minutes } minutes after the start
meeting-page-change = Change the meeting
meeting-page-cancel = Cancel the meeting
meeting-page-answers = Answers
meeting-page-figures-only = Names are seen by those who lead the cell alone.
meeting-page-chase = Remind the { $count } who are silent
meeting-page-absent = { $count } do not come
meeting-page-coming = { $count } come
meeting-page-coming-late = { $name }, about { $minutes } minutes late
meeting-page-silent = { $count } are silent
meeting-page-excuse = { $excuse ->
    [asked] Waits for you
    [accepted] Accepted
   *[returned] Asked back
}
meeting-page-question = A question to the comrade
meeting-page-answer-for = Answer for somebody
meeting-page-member = Member
meeting-page-answer = Answer
meeting-page-reason-absent = Why, where absent
meeting-answered-for = { $answer ->
    [yes] Recorded: the comrade comes.
   *[no] Recorded: the comrade does not come.
}
meeting-question-missing = Not asked: write the question first.
meeting-excuse-decided = { $decision ->
    [accept] The absence is accepted
   *[ask] The question is recorded
}{ $told ->
    [yes] {" "}and the comrade is told.
   *[no] , but no channel reaches the comrade. Please say it in person.
}

meeting-page-came = Attendance
meeting-page-invited = Called
meeting-page-marked = { $mark }: { $count }
meeting-page-corrections = Corrected ({ $count })
meeting-page-correction = { $name }: { $before } became { $after }. Reason: { $reason } ({ $by }, { MOMENT($at) })
meeting-page-correct = Correct the attendance
meeting-page-correct-hint = Until { MOMENT($until) }, with a reason that is kept.
meeting-page-mark = Was
meeting-page-why = Why
meeting-corrected = Corrected.

meeting-page-last = From last time
meeting-page-decided = { $kind ->
    [resolution] Resolution
   *[conclusion] Conclusion
} { $number }: { $title }
meeting-page-task = { $what } – { $who }{ $done ->
    [yes] {" "}(done)
   *[no] {""}
}
meeting-page-task-due = { $what } – { $who }, due { DAY($due) }{ $done ->
    [yes] {" "}(done)
   *[no] {""}
}
meeting-page-agenda = Agenda
meeting-page-agenda-change = Change the agenda
meeting-agenda-title = The agenda
meeting-agenda-hint = Items without a title are not kept. Nobody is told of this change.
meeting-agenda-save = Save the agenda
meeting-agenda-saved = The agenda is saved.
meeting-page-documents = Documents
meeting-page-handbook = Documents also go into the official handbook app, a day before the meeting.
meeting-page-document-add = Add documents
meeting-page-document-send = Upload
meeting-page-document-remove = Remove
meeting-documents-added = { $count } documents added.
meeting-document-removed = The document is removed.
meeting-page-reach = Whom the invitation reached
meeting-page-reached = Reached { $reached }, under way { $underWay }, missed { $missed }.
meeting-page-missed = { $missed } could not be reached on any channel. Please tell them in person.
meeting-page-steps = What is done before and after
meeting-page-step = { $kind ->
    [remind] Reminder, { $distance } before
    [handbook] Documents into the handbook app, { $distance } before
   *[report] Minutes to be finished, { $distance } after
}
meeting-page-step-state = { $state ->
    [waiting] At { MOMENT($dueAt) }
    [done] { $people } told
    [needless] Not needed any more
   *[cancelled] Dropped
}

meeting-scope = This meeting repeats
meeting-scope-one = Only this one
meeting-scope-following = This one and all that follow
meeting-change-page-title = Change: { $title }
meeting-change-hint = Members are told only what is otherwise. If the time moves, they are asked again.
meeting-change-save = Save
meeting-change-told = { $count ->
    [0] Saved. Nobody had to be told.
   *[other] Saved, and { $count } people are told.
}
meeting-cancel-title = Cancel the meeting?
meeting-cancel-tells = The { $count } people who were called are told. This cannot be taken back.
meeting-cancel-proposed = Nobody has been told of this meeting, so nobody is told now.
meeting-cancel-reason = Reason
meeting-cancel-not = Keep it
meeting-cancel-told = { $count ->
    [0] The meeting is cancelled.
   *[other] The meeting is cancelled and { $count } people are told.
}
meeting-close-title = Close the meeting?
meeting-close-there = Present: { $present }.
meeting-close-unknown = { $unknown } have not been marked. Who was excused is settled so, the others are absent without excuse.
meeting-close-then = After that attendance is corrected for seven days, with a reason.
meeting-closed-told = The meeting is closed. Next: the minutes.

today-meeting-open = Open: { $title }
today-meeting-proposed = The series proposes { $moment }. Nobody has been invited.
today-meeting-unclosed = Was to be at { $moment } and is not closed: attendance is not settled. If it was not held, cancel it.
today-meeting-minutes = The minutes are not done. Held at { $moment }.
