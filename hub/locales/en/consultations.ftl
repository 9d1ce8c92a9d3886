## core
consultation-notice-title = { $kind ->
    [draft] Your opinion on a draft: { $title }
    [poll] A poll: { $title }
   *[survey] A survey: { $title }
}
consultation-notice-asks = { $kind ->
    [draft] Please read the draft ({ $questions } passages), and agree or comment on each.
    [poll] This is a poll, not a vote. It has { $questions } questions.
   *[survey] It has { $questions } questions and takes a few minutes.
}
consultation-level-promise = { $level ->
    [named] With your name: those who lead the unit that asks read your name with your answers.
    [confidential] In confidence: nobody reads who answered what. Until it ends the hub keeps an encrypted link, so that you can change your answers; whoever operates the server can technically open it. When it ends, the link is deleted. If fewer than five answer, nobody reads anything.
   *[unnamed] Without a name: you draw a paper and answer on it. The server knows that you drew a paper, and does not note which. You have to trust that it does so when it gives out the paper. Once sent it cannot be changed; a lost paper is not replaced. If fewer than five answer, nobody reads anything.
}
consultation-notice-until = Answers are taken until { MOMENT($closesAt) }.
consultation-answer-button = Answer
consultation-answer-tapped = Press “Answer” to begin.
consultation-answer-typed = To answer, type: lay y kien
consultation-reminder-title = { $kind ->
    [draft] Reminder, your opinion on a draft: { $title }
    [poll] Reminder of a poll: { $title }
   *[survey] Reminder of a survey: { $title }
}
consultation-reminder-body = { $level ->
    [unnamed] { $unit } invites you to draw a paper and answer. This goes to all who drew none: nobody knows who has answered.
    [confidential] { $unit } invites you to answer. The hub knows only that you have not; nobody reads who answered what.
   *[named] { $unit } invites you to answer.
}
consultation-cancelled-title = { $kind ->
    [draft] No longer asked about a draft: { $title }
    [poll] A poll was stopped: { $title }
   *[survey] A survey was stopped: { $title }
}
consultation-cancelled-body =
    { $unit } does not go on with it. Reason: { $reason }
    { $level ->
        [named] All answers were deleted.
       *[other] All answers were deleted, and nobody read them.
    } Thanks to those who answered.
consultation-results-title = What was answered: { $title }
consultation-results-body = { $unit } has the results. Thank you.
consultation-see-results = See results
consultation-results-tapped = Press “See results”.
consultation-results-typed = To see them, type: ket qua tham do
consultation-results-lead = { $unit }: { $answered } of { $eligible } asked have answered.
consultation-results-too-few = { $unit }: { $eligible } were asked, fewer than { $smallest } answered, so nothing is told.
consultation-results-how = { $level ->
    [named] Who does not belong to the unit that asks sees groups of { $smallest } and more only. This is a poll, not a vote.
   *[other] Only groups of { $smallest } and more are told; smaller ones are taken together, or not told. This is a poll, not a vote.
}
consultation-answered = Answered by
consultation-not-told-apart = not told apart
consultation-of-passage = { $agrees ->
    [yes] Agrees
   *[no] Has something to say
}
consultation-all = all
consultation-unit = Unit

consultation-invalid = { $field ->
    [title] Please give it a title of up to 200 characters.
    [introduction] The introduction may have up to 4,000 characters.
    [questions] It needs at least one question; a poll has at most 3, all others at most 60.
    [question] Question { $number }: it needs its words, up to 500 characters.
    [options] Question { $number }: it needs 2 to 12 different options (a ranking: up to 8) of up to 200 characters each. Where one alone is chosen, use the form “one”.
    [scale] Question { $number }: the scale begins at 0 or 1 and ends at 10 at most.
    [passage] Question { $number }: the passage may not be empty, nor longer than 4,000 characters.
    [only-if] Question { $number }: it can only depend on an earlier question of which one is chosen.
    [closes-at] The deadline must be an hour to ninety days ahead; an extension later than before.
    [level] Not on this level: live counts are for named ones alone; unnamed ones are answered on paper alone.
    [audience] Please choose who is asked.
   *[reason] Please give a reason of up to 500 characters.
}
consultation-draft-unreadable = { $why ->
    [encrypted] { $file } has a password and could not be read. Take it off and choose the file again, or paste the text.
    [no-text] { $file } holds no letters; it may be a picture. Choose the file it was made from, or paste the text.
    [broken] { $file } is damaged or too large to be read. Choose another file, or paste the text.
   *[unknown-format] { $file } is no DOCX, PDF or TXT. Save it as DOCX, or paste the text.
}
consultation-answers-invalid = { $why ->
    [missing] Question { $number } needs an answer.
    [too-long] Question { $number }: too long (one answer 2,000 characters, one passage 1,000, all together 6,000).
   *[not-allowed] Question { $number } does not take such an answer.
}
consultation-unknown = There is no such consultation, or you are not asked.
consultation-moved-on = Somebody has just changed it. Please look again, then change it.
consultation-not-being-prepared = It has been opened: what is asked stays as it is.
consultation-over = It takes no answers.
consultation-too-few = Only { $eligible } would be asked. This level needs at least { $least }, or whoever answers could be guessed.
consultation-reminded-today = They were reminded today. Once a day is enough.
consultation-not-closed = There are no results yet. Answers are taken until { MOMENT($closesAt) }.
consultation-not-shared = The results are kept by the unit that asked.
consultation-paper-drawn = You have drawn a paper. Each draws one; nobody knows which it was, so it cannot be replaced.
consultation-paper-unknown = There is no such paper, it was used, or it is over.

## chat
consultation-talk-none = No consultation waits for you now. To see results of earlier ones, type: results
consultation-talk-waiting = Consultations that wait for you:
consultation-talk-answered = You have answered all of them. To look again or change, choose one:
consultation-talk-line = { $number }. { $title } ({ $unit }), until { MOMENT($until) }
consultation-talk-choose = Press a name, or type its number.
consultation-talk-opening = { $unit } asks: { $title }. { $count } questions, open until { MOMENT($until) }.
consultation-talk-no-vote = This is an opinion poll, not a vote.
consultation-talk-promise-live = While it is open, everybody who is asked sees the counts.
consultation-talk-chat-stays = What you type stays in this chat and with the messaging app. Do not write what only you can know: readers could guess.
consultation-talk-long = The draft has { $count } passages. This page is easier to read (it opens once, within 10 minutes): { $url }
consultation-talk-here = To answer right here, passage by passage, press the button, or type: here
button-consultation-here = Answer here
consultation-talk-question = Question { $number }/{ $count }
consultation-talk-how-one = Choose one: press a button, or type its number.
consultation-talk-how-several = Choose any: type their numbers, such as: 1 3
consultation-talk-how-several-most = Choose { $most } at most: type their numbers, such as: 1 3
consultation-talk-how-ranking = Put all { $count } in order, the first one first: type their numbers, such as: 2 1
consultation-talk-how-scale = From { $from } ({ $low }) to { $to } ({ $high }): type a number.
consultation-talk-how-text = Write your answer.
consultation-talk-how-passage = If you agree, press the button, or type: agree. If you have something to say, just write it.
consultation-talk-ways = Type: { $ways }
consultation-talk-may-skip = skip
consultation-talk-may-go-back = back
consultation-talk-may-stop = stop (what you answered is kept)
consultation-talk-so-far = So far: { $answer }
consultation-talk-kept = You wrote a moment ago: “{ $text }”. To make it the answer, press “Use this”, or type: use this
button-consultation-use-kept = Use this
button-consultation-skip = Skip
consultation-talk-left-out = (not answered)
consultation-talk-required = This question needs an answer. If you cannot answer now, type: stop
consultation-talk-not-allowed = That is no answer to this question.
consultation-talk-not-understood = I did not understand the answer.
consultation-talk-agree-or-say = Do you agree with this passage, or have you something to say?
consultation-talk-your-words = Please write what you have to say. If you would rather not, type: agree, or: skip
consultation-talk-too-long = You wrote { $length } characters; there is room for { $most } here. Please write less.
consultation-talk-door-else = If it is about what is asked, please write it again without accusing a person.
consultation-talk-kept-for-later = There is no room for words here. I keep what you wrote and bring it to the next question that takes words; if there is none, I remind you after sending.
consultation-talk-file = Pictures, files and voice messages cannot be taken here. Please answer in words.
consultation-talk-review = Please look at it before it goes: { $title }
consultation-talk-send-question = Shall it go? Press “Send”, or type: send / change 2 (question 2) / stop
button-consultation-send = Send
button-consultation-change = Change
button-consultation-stop = Later
consultation-talk-change = Which question? Type its number. If none: send
consultation-talk-sent = You have answered: { $title }
consultation-talk-may-change = It can be changed until { MOMENT($until) }: press “Change”, or type: change 2 (question 2)
consultation-talk-resumed = { $title }: what you answered is still here, not sent yet.
consultation-talk-stopped = Nothing has been sent. What you answered is kept here, encrypted, for seven days. To go on: /laykien
consultation-talk-unchanged = What you sent stays as it is.
consultation-talk-thanks = Received, thank you. You can change it until { MOMENT($until) }: type change
consultation-talk-left-over =
    What you wrote in between has not gone anywhere: “{ $text }”
    To send it as an opinion, press the button, or type /gopy and send it again.
consultation-talk-over = “{ $title }” is closed and takes no more answers.
consultation-talk-cancelled = “{ $title }” was cancelled. All answers have been deleted.
consultation-talk-over-draft = What you had begun was not sent, and is not kept any more.
consultation-talk-not-here = It is asked without names, so it cannot be answered in a chat: the messaging app and the system both know who writes here.
consultation-talk-draw = Open your own page to draw a paper (it opens once, within 10 minutes): { $url } You answer with it on a page without signing in.
consultation-talk-drawn = You have drawn a paper; the system does not know which. Answer with it at { $url }. A lost paper is not replaced.
button-consultation-results = See the results
consultation-talk-results-list = With results:
consultation-talk-results-none = There are no results to be seen yet.
consultation-talk-results-live = Counted just now; it is still open.
command-consultations = Consultations

## commands
cli-consultation-nothing = There are no consultations.
cli-consultation-line = { $id } · { $unit } · { $state ->
        [preparing] being prepared
        [open] open
        [closed] closed
       *[cancelled] cancelled
    } · { $answered }/{ $eligible } · { $title }
cli-consultation-created = { $id } is prepared; nobody is asked yet.
cli-consultation-opened = Open; { $eligible } are asked.
cli-consultation-results = { $answered } of { $eligible } answered. For the figures add --json
cli-consultation-closed = Closed.
cli-consultation-cancelled = Cancelled; all answers were deleted.
cli-consultation-reminded = { $count ->
        [-1] Reminded; how many is not told while few have answered.
       *[other] Reminded { $count }.
    }
cli-consultation-answered = The answer was taken in.
consultation-file = Wrong at { $field }: { $problem }
