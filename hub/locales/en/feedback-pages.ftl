# Opinions in the console: what waits, one item, what a unit offers and promises
nav-feedback = Opinions

today-feedback-title = Opinions sent to { $unit }
today-feedback-action = Read and answer

feedback-page-day = { DAY($day) }
feedback-page-kind = { $kind ->
    [question] Question
    [proposal] Proposal
    [reported] Reported from the people
   *[opinion] Opinion
}
feedback-page-level = { $level ->
    [named] Named
    [confidential] Author kept confidential
   *[unlinkable] Without a name
}
feedback-page-state = { $state ->
    [new] New
    [taken] In hand
    [answered] Answered
    [reopened] Asked again
    [withdrawn] Withdrawn
   *[closed] Closed
}
feedback-page-no-term = No day promised
feedback-page-late = { $days ->
    [0] Late since { DAY($day) }
    [one] { $days } working day late, since { DAY($day) }
   *[other] { $days } working days late, since { DAY($day) }
}
feedback-page-left = { $days ->
    [0] Last day today, { DAY($day) }
    [one] { $days } working day left, until { DAY($day) }
   *[other] { $days } working days left, until { DAY($day) }
}

feedback-inbox-no-desk = You have not been asked to answer opinions in any unit. Secretaries, their deputies and committee offices do.
feedback-inbox-lead = { $late ->
    [0] Waiting for an answer: { $waiting }.
   *[other] Waiting for an answer: { $waiting }, of which late: { $late }.
}
feedback-inbox-empty = Nothing is waiting. When members send questions, opinions, proposals or reports to the unit (in the chat, with /gopy), they stand here with the day by which they are answered.
feedback-inbox-none = There is nothing like what you chose.
feedback-inbox-report = Month by month
feedback-inbox-more = This page shows the first { $most } only. Choose more closely to see others.
feedback-inbox-item = Opinion
feedback-inbox-received = Received
feedback-inbox-due = Answer by
feedback-inbox-by = In the hands of
feedback-inbox-state = State

feedback-filter = Showing
feedback-filter-show = { $show ->
    [late] late
    [answered] answered
    [closed] closed
    [all] all
   *[open] waiting for an answer
}
feedback-filter-unit = Unit
feedback-filter-any-unit = All units
feedback-filter-state = State
feedback-filter-level = Confidentiality
feedback-filter-any-level = any level
feedback-filter-go = Show

feedback-door-title = Opinions without a name on our common work
feedback-door-open = The link below is the same for everybody. Print the code for the notice board or where you meet. What is written there shows here once at least { $items } wait and the day is over.
feedback-door-qr = Square code that opens the page of { $unit } for opinions without a name
feedback-door-shut-instead = { $unit } has fewer than { $eligible } members, so this page is not open: among few, a writer is easily guessed. Members use the page of { $instead }.
feedback-door-shut-all = { $unit } has fewer than { $eligible } members, so this page is not open: among few, a writer is easily guessed.

feedback-item-title = { $kind } no. { $number }
feedback-item-taken-by = { $name } is working on this.
feedback-item-taken-by-you = You are working on this.
feedback-item-take = I take it
feedback-item-take-over = I take it over
feedback-item-release = Give it back
feedback-item-said = What was said
feedback-item-author = Author
feedback-item-author-kept = The author is kept confidential; your answer will be brought to them.
feedback-item-author-nobody = Nobody knows the author. The answer shows on the receipt page.
feedback-item-topic = Topic
feedback-item-said-to = First sent to
feedback-item-late-reason = Why the answer is late
feedback-item-file-size = { $kilobytes } KB
feedback-item-history = What was done
feedback-item-useful = The author says that the answer was useful.
feedback-item-not-useful = The author says that the answer was not useful.
feedback-item-changed = Since you opened this page:
feedback-item-typed-kept = What you wrote is still below. Read it again, then send it.
feedback-item-close = Close
feedback-item-publish = Write a notice for everybody
feedback-item-file = Put into the library
feedback-item-back = Back to the opinions

feedback-entry = { $kind ->
    [reply] Answered
    [note] Internal note
    [took] Taken in hand
    [released] Given back
    [forwarded] Forwarded to { $to }
    [succeeded] Passed to { $to }: merged or dissolved
    [closed] Closed
    [reopened] Asked again
    [rated] Answer rated
   *[escalated] Those above were told that it is late
}
feedback-entry-by = { $kind ->
    [reopened] the author
    [rated] the author
   *[other] the system
}

feedback-reply-title = Answer
feedback-reply-again = Add to the answer
feedback-reply-goes = { $level ->
    [named] The answer goes to the author’s chat.
    [confidential] The system brings the answer to the author’s chat after a while. You do not know who that is, and need not.
   *[unlinkable] The answer shows on the receipt page. No message is sent.
}
feedback-reply-canned = Prepared answer
feedback-reply-insert = Insert
feedback-reply-text = Answer
feedback-reply-late-reason = Why the answer is late
feedback-reply-late-hint = Its day is over: the rule asks to say why.
feedback-reply-send = Send the answer

feedback-note-title = Internal note
feedback-note-hint = Only those who answer for the unit read it; the author does not.
feedback-note-text = Note
feedback-note-save = Keep the note

feedback-forward-title = Forward
feedback-forward-hint = { $level ->
    [unlinkable] The reason shows on the receipt page.
   *[other] The author is told where it went and why; the term begins anew today.
}
feedback-forward-unit = Forward to
feedback-forward-above = above
feedback-forward-beside = beside
feedback-forward-reason = Why
feedback-forward-send = Forward

feedback-close-title = Close this?
feedback-close-answered = It was answered. Once closed, nothing can be added to the answer.
feedback-close-unanswered = { $level ->
    [unlinkable] It has not been answered. The reason shows on the receipt page.
   *[other] It has not been answered. The reason is sent to the author.
}
feedback-close-reason = Reason
feedback-close-not = Do not close

feedback-taken = You have taken it in hand.
feedback-released = You have given it back.
feedback-replied = The answer is recorded.
feedback-noted = The note is kept.
feedback-forwarded = It was forwarded.
feedback-closed = It is closed.
feedback-gone-title = It is no longer here
feedback-gone = Your unit no longer has this; it may just have been forwarded. What you just did was not recorded.
feedback-gone-typed = What you wrote

feedback-publish-subject = Question and answer: { $topic }
feedback-publish-subject-plain = Answer to what members said
feedback-publish-body =
    A member asked:
    { $question }

    Answer:
    { $answer }
feedback-publish-begun = This is a draft; nobody has it yet. Read it, take out names and private details, then send it.

feedback-file-title = Put a question and its answer into the library
feedback-file-item = What was said
feedback-file-lead = Members of { $unit } can look it up, and the assistant quotes it when somebody asks the like.
feedback-file-warning = Take out names and private details. Who asked is not written down.
feedback-file-question-short = The question in short
feedback-file-question-short-hint = One sentence as others would ask it, such as: When will the bridge be mended?
feedback-file-question = The whole question
feedback-file-question-hint = Leave it empty where the short one says it all.
feedback-file-answer = The answer
feedback-file-missing = Write the question in short, and the answer.
feedback-file-put = Put into the library
feedback-file-not = Leave it
feedback-filed = The question and its answer are in the library.

feedback-settings-link = Topics, prepared answers, term
feedback-settings-title = Taking opinions in
feedback-settings-saved = Saved.
feedback-topics-title = Topics
feedback-topics-none = There are no topics: members write their own, or choose from those of the level above.
feedback-topics-name = New topic
feedback-topics-hint = Such as: Roads, Party fees, Cell meetings
feedback-topics-under = Under
feedback-topics-top = On its own
feedback-topics-add = Add the topic
feedback-topics-retire = Retire
feedback-canned-title = Prepared answers
feedback-canned-new = Add a prepared answer
feedback-canned-name = Its name
feedback-canned-save = Save it
feedback-canned-remove = Delete it
feedback-promise-title = Term
feedback-promise-now = The unit answers within { $days } working days now. The rule says 30 working days for cells and base committees, 60 for the level above and the province, 90 for the centre.
feedback-promise-days = Promised working days
feedback-promise-hint = Fewer than the rule. Empty: as the rule says.
feedback-promise-save = Save the term
