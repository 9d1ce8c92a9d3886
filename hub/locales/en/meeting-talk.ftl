# Meetings in the chat: answering invitations, checking in, calling and running
meeting-talk-line = “{ $title }”, { $moment }
meeting-talk-line-at = “{ $title }”, { $moment }, at { $place }
meeting-talk-when-where = { $moment }, at { $place }
meeting-talk-stale = This button is of no use any more: the meeting is over, cancelled, or you are not called to it. Your next meeting: type /hop
meeting-talk-closed = This meeting is over or cancelled, so that nothing more is recorded. Your next meeting: type /hop

meeting-talk-ask = Thank you. Do you come to { $meeting }? Press a button, or type: I will attend / I cannot come because …
meeting-talk-noted-yes = Recorded: you come to { $meeting }. If that changes, write “I cannot come because …”.
meeting-talk-leaves-early = For leaving early please ask whoever chairs the meeting.
meeting-talk-noted-late = Recorded: you come to { $meeting }, about { $minutes } minutes late. If that changes, write “I cannot come because …”.
meeting-talk-noted-late-how = Recorded: you come to { $meeting }, late. By how many minutes? Type the number, or leave it.
meeting-talk-noted-no = Recorded: you do not come to { $meeting }. If that changes, write “I will attend”.
meeting-talk-noted-no-because = Recorded: you do not come to { $meeting }. Reason: { $reason }. Your secretary will see it and answer. If that changes, write “I will attend”.
meeting-talk-condolence = Our condolences to you and your family.
meeting-talk-ask-reason = Recorded: you do not come to { $meeting }. Please say why: press a button or type a few words. If that changes, write “I will attend”.
meeting-talk-reason-other = Please type the reason in a few words.
meeting-talk-reason-none = You need not say why. If you want to say more later, write “I cannot come because …”.
meeting-talk-which = Which meeting do you mean? Type its number:
meeting-talk-unsure = Thank you. When you know about { $meeting }, write “I will attend” or “I cannot come because …”.
meeting-talk-change = What shall be recorded for { $meeting }? Press a button, or type: I will attend / I cannot come because …
meeting-talk-unclear = I am not sure whether you come to { $meeting }. Press a button, or type: I will attend / I cannot come because …
meeting-talk-perhaps-absent = Do you mean that you do not come to { $meeting }? Press a button, or type: I cannot come because … / I will attend
meeting-talk-two-questions = Do you mean { $meeting }, or that you received “{ $notice }”? Press a button, or type: I will attend / I cannot come because … / da nam
button-reason-work = Away on duty
button-reason-illness = Illness
button-reason-family = Family matters
button-reason-other = Another reason

meeting-talk-when = { $moment }, about { $minutes } minutes.
meeting-talk-where = At { $place }.
meeting-talk-where-unknown = The place has not been given. Please ask your secretary.
meeting-talk-length = About { $minutes } minutes.
meeting-talk-link = Join online: { $link }
meeting-talk-link-none = There is no link to join this meeting online. Please ask your secretary.
meeting-talk-documents = Documents: { $names }. They are also in the official handbook app.
meeting-talk-documents-none = No documents have been sent with it.
meeting-talk-agenda = Agenda:
meeting-talk-agenda-none = The agenda has not been given. Please ask your secretary.
meeting-talk-who = In the chair: comrade { $name }.
meeting-talk-who-unknown = Nobody is named for the chair; usually it is the secretary.

meeting-talk-absence = Comrade { $name } does not come to { $meeting }. Reason: { $reason }
meeting-talk-accepted = You agreed that comrade { $name } is absent, and the comrade is told.
meeting-talk-accepted-more = { $count } more absences wait for you.
meeting-talk-accepted-told = Your secretary agreed to your absence from { $meeting }. If that changes, write “I will attend”.
meeting-talk-question-ask = What do you want to ask comrade { $name }? Type the question, or: no
meeting-talk-question-not = Nothing was asked. It still waits for you under /hop.
meeting-talk-question-told = About your absence from { $meeting } your secretary asks: “{ $question }”. Please answer right here.
meeting-talk-question-sent = Comrade { $name } was asked. The answer comes here.
meeting-talk-question-unsent = The question did not reach comrade { $name }: no channel is left. Please ask in person.
meeting-talk-question-answered = Your answer went to your secretary. Thank you.
meeting-talk-answer-to-question = Comrade { $name } answers: “{ $answer }”
meeting-talk-absent = Not coming: { $count }
meeting-talk-absent-line = • { $name }: { $reason }{ $excuse ->
    [asked] {" "}(waits for you)
    [accepted] {" "}(accepted)
    [returned] {" "}(asked back)
   *[none] {""}
}
meeting-talk-absent-no-reason = no reason given
meeting-talk-absent-none = Nobody has said that they do not come.
meeting-talk-absent-typed = Press a button, or type a name: dong y { $name } / hoi lai { $name }
button-excuse-accept = Accept
button-excuse-ask = Ask back
button-excuse-accept-of = Accept: { $name }

meeting-talk-none = No meeting has been called.
meeting-talk-is-open = It is going on. Type the six digits on the screen to check in.
meeting-talk-then = After that:
meeting-talk-proposed = Waits for you to send the invitation: { $meeting }. Type: agree, or another time.
meeting-talk-own-none = You have not answered: press a button, or type I will attend / I cannot come because …
meeting-talk-own-yes = You said that you come.
meeting-talk-own-late = You said that you come, about { $minutes } minutes late.
meeting-talk-own-no = You said that you do not come{ $excuse ->
    [asked] ; your secretary has not decided yet.
    [accepted] ; your secretary agreed.
    [returned] ; your secretary asked back, please answer here.
   *[none] .
}
meeting-talk-own-checked-in = You checked in at { TIME($at) }.

meeting-talk-answers = Coming: { $yes } · not coming: { $no } · silent: { $unknown }
meeting-talk-forecast = { $majority ->
    [yes] Enough to carry a resolution if all who said so come: { $coming } voters, { $required } of { $base } needed.
    [open] Not sure to be enough for a resolution: so far { $coming } voters come, { $required } of { $base } needed. It hangs on the silent.
   *[no] Not enough for a resolution, even if all the silent come: { $required } of { $base } needed, { $coming } come.
}
meeting-talk-run-typed = You may type: open check in · new code · end the meeting · who has not answered · remind · who is absent · new meeting
meeting-talk-present = Present: { $present }/{ $invited }
meeting-talk-quorum = Voting: { $voters } voters present, { $required } votes of { $base } needed{ $met ->
    [yes] . Enough.
   *[no] . Not enough yet.
}
meeting-talk-open-early = { $meeting } is still a long way off. Open check-in right now? Press a button, or type: mo ngay. Otherwise there is nothing to do.
meeting-talk-opened = Check-in is open. The code now: { $code }. It changes every minute; for the next one type: new code.
    Show it on a screen: { $url } (to sign in to the console type /console).
meeting-talk-code = The code now: { $code }. Present: { $present }/{ $invited }.
meeting-talk-close-question = End the meeting? Present: { $present }. Unknown: { $unknown }, recorded as absent (excused where you agreed); this can be corrected for 7 days. Press “End”, or type: agree / no
meeting-talk-close-waiting = { $count } absences with a reason are undecided. To see them first, type: ai vang.
meeting-talk-close-not = The meeting goes on.
meeting-talk-ended = The meeting is closed. Present: { $present }, excused: { $excused }, absent: { $absent }. Write the minutes at: { $url }
meeting-talk-silent = Not answered yet: { $count }. Press “Remind”, or type: remind
meeting-talk-silent-more = … and { $count } more.
meeting-talk-silent-none = Everybody has answered.
meeting-talk-reminded = Reminded those who have not answered: { $count }.
meeting-talk-reminded-not = Nobody more was reminded: all have answered, were reminded within this hour, or the meeting has begun. Reminded: { $count }.
meeting-talk-called = The invitation went to { $count } members. To see their answers type /hop
meeting-talk-proposal-time = Send the invitation to { $meeting }? Press a button, or type: agree / no
meeting-talk-proposal-not = Nothing was sent. The invitation still waits for you under /hop.
button-meeting-open = Open check-in
button-meeting-open-now = Open now
button-meeting-later = Later
button-meeting-code = New code
button-meeting-close = End the meeting
button-meeting-end = End
button-meeting-go-on = No, it goes on
button-meeting-silent = Not answered ({ $count })
button-meeting-absent = Not coming ({ $count })
button-meeting-remind = Remind
button-meeting-confirm = Send the invitation
button-meeting-open-proposal = Send, at the proposed time
button-meeting-call = Call a new meeting
button-meeting-show = See the meeting

meeting-call-not-yours = Meetings are called by the secretary and the deputy. To see your meetings type /hop
meeting-call-ask-unit = Which unit do you call?
meeting-call-ask-kind = What kind of meeting?
meeting-call-kind-regular = Regular
meeting-call-kind-thematic = Thematic
meeting-call-kind-regular-thematic = Regular and thematic
meeting-call-kind-extraordinary = Extraordinary
meeting-call-kind-congress = Congress
meeting-call-ask-when = When? Type it as you say it, such as: 19h30 thứ 5 tuần này
meeting-call-day = On { DAY($day) }.
meeting-call-doubt = { $what ->
    [hour] At what hour? For example: 19h30
    [day] On what day? For example: 3/12
    [lunar] This is a day of the lunar calendar. Please check the solar one.
    [past] That moment is over. Please choose another.
    [period] Please name a day, such as 3/12
    [which] I see two different days or hours. Please type one day and one hour.
   *[impossible] There is no such day or hour. Please type it again, such as: 19h30 3/12
}
meeting-call-guess = Do you mean { $moment }? Press the button, or type: agree
meeting-call-ask-where = Where? Press a button, or type the place. If there is none yet: not yet
meeting-call-ask-minutes = How long? For example: 90 phút, 2 tiếng
meeting-call-ask-title = Please type the name of the meeting.
meeting-call-when = Time: { $moment }
meeting-call-where = Place: { $place }
meeting-call-where-plain = (The invitation carries the place exactly so. To write it with its marks, type it again, such as: tại nhà văn hóa thôn)
meeting-call-nowhere = Place: not yet known
meeting-call-link = Link: { $link }
meeting-call-length = Length: { $minutes } minutes; { $items } items in the customary order
meeting-call-repeat = Repeats: { $rule }
meeting-call-next = Later ones, which wait for your yes: { $days }
meeting-call-next-day = { DAY($day) }{ $isMoved ->
    [yes] {" "}(moved off { $moved })
   *[no] {""}
}
meeting-call-invited = Calls: { $count } ({ $unit })
meeting-call-send-question = Send the invitation? Press “Send”, or type: send / edit / no
meeting-call-edit-what = What is to be changed? Press a button, or type it at once, such as: 20h, tại nhà văn hóa, 120 phút
meeting-call-stopped = Nothing was sent. When you need it, type /hop moi
button-call-no-place = Not yet known
button-call-send = Send
button-call-better = Move to { $moment }
button-call-edit = Change
button-call-stop = No
button-call-edit-when = Time
button-call-edit-where = Place
button-call-edit-kind = Kind
button-call-edit-minutes = Length
button-call-edit-title = Name

check-in-chat-present = Checked in at { TIME($at) }: you are present at { $title }.
check-in-chat-late = Checked in at { TIME($at) }: you are present at { $title }, late.
check-in-chat-already = You checked in to { $title } at { TIME($at) }; nothing more is needed.
check-in-chat-wrong = This code is not right or has changed. Look at the screen again and type the six digits that stand there now; if it does not work, your secretary can mark you.
check-in-chat-wait = Too many wrong codes. Please wait until { TIME($until) } and type again, or let your secretary mark you.
check-in-chat-none-open = No meeting of yours is open for check-in. Type the code again when it is.
check-in-chat-for-another = A conversation checks in its own member alone. The other comrade types the code on their own phone, or the secretary marks them.

button-hand = I want to speak
