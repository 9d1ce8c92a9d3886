# Answering opinions: what authors, those who answer and those above are told
feedback-told-reply = Answer to opinion { $number } ({ $unit }): { $text }
feedback-told-late = It comes after its day because: { $reason }
feedback-told-next = Type “ý kiến của tôi” to read it again, to say whether it helped, or to ask again.
feedback-told-forwarded = Your opinion { $number } was passed on to { $unit }, which will answer. Reason: { $text }
feedback-told-succeeded = { $unit } was merged or dissolved. Your opinion { $number } is now answered by { $to }, by the same day.
feedback-told-closed = Your opinion { $number } was closed by { $unit }. Reason: { $text }

feedback-waiting-title = Opinions waiting for an answer: { $unit }
feedback-waiting-figures = { $fresh } new, { $soon } due soon (within 5 working days), { $late } late.
feedback-waiting-where = Read and answer: { $address }
feedback-late-title = { $items } opinions late for an answer in { $units } units below
feedback-late-unit = { $unit }: { $items } opinions late by more than 3 working days.
feedback-late-others = And { $units } other units.

feedback-not-forwarded-there = It cannot be passed on to { $unit }. Choose a unit above or another one that still exists; what is confidential or without a name does not go down into a cell.

audit-feedback-taken = Took an opinion
audit-feedback-given-back = Gave back an opinion
audit-feedback-replied = Answered an opinion
audit-feedback-noted = Noted something about an opinion
audit-feedback-forwarded = Passed an opinion on
audit-feedback-closed = Closed an opinion
audit-feedback-escalated = Told those above: { $items } opinions are late
audit-feedback-promised = Promised answers within { $days } working days
audit-feedback-canned-answer-saved = Saved a canned answer
audit-feedback-canned-answer-dropped = Dropped a canned answer
audit-feedback-topic-added = Added a topic for opinions
audit-feedback-topic-retired = Retired a topic for opinions

cli-feedback-nothing = There are no opinions.
cli-feedback-line = { $id } · { $unit } · { $level ->
        [named] named
        [confidential] confidential
       *[unlinkable] without a name
    } · { $status ->
        [new] new
        [taken] taken
        [answered] answered
        [closed] closed
        [reopened] reopened
       *[withdrawn] withdrawn
    } · { $text }
cli-feedback-replied = Answered; the author will be told.
cli-feedback-said = Taken in, number { $number }.
