# Words of notices and directives
notice-greeting = Dear comrade { $name },
notice-number = No. { $number }
notice-number-and-date = No. { $number }, { DAY($issuedOn) }
notice-ask-acknowledgement = When you have read it, please press “Đã nắm” to say that you received it.
notice-typed-acknowledgement = When you have read it, please answer 1 or “da nam” to say that you received it.
notice-files-elsewhere = Attached ({ $count }): { $names }. This channel carries no files: please look on another channel, or ask the secretary of your cell.
notice-due = Due: { MOMENT($dueAt) }.
notice-group-greeting = Dear comrades,
notice-group-typed-acknowledgement = When you have read it, please answer here in the group: da nam
notice-group-answer-apart = Please do not answer here in the group but in your own chat with the assistant. { $how }
notice-group-files = { $count ->
    [one] One file comes
   *[other] { $count } files come
} with it: { $names }. Please see them in your personal message, or ask the secretary.
notice-group-shortened = (There is more. Please read the whole text in your personal message, or ask the secretary.)
notice-reminder-title = Reminder: { $title }
notice-reminder-body = Your cell has not received your acknowledgement of this document yet.
button-acknowledge = Đã nắm

notice-unknown = There is no notice { $id }.
notice-invalid = { $field ->
    [title] The title must have 1 to 300 characters.
    [body] The text must not be empty, and may have 200,000 characters at most.
    [attachments] At most 5 files can be attached.
    [attachment-size] An attached file must not be empty, and may have 20 MB at most.
    [idempotency-key] The idempotency key must have 1 to 200 plain characters without spaces.
    [expires-at] The time of expiry must be after the time of sending.
    [chase] This is no way of chasing: give 1 to 4 rising hours, at least 15 minutes apart and within 90 days; the first two must come before the due date; the notice must ask for an acknowledgement.
    [cascade] What goes level by level goes to the members; it cannot go to secretaries only.
    [members] At most 200 people are recorded as told at once.
   *[other] Something is wrong with { $field }.
}
notice-classified = { $where ->
    [attachment] An attached file carries the mark “{ $mark }”
   *[other] The text carries the mark “{ $mark }”
}, so it may not be sent through this system, and nothing was kept. Classified papers go through the registry and cipher service.
notice-no-recipients = There is nobody to receive it in unit { $unit }. Please check the unit's list of members.
notice-idempotency-conflict = This idempotency key was used for another notice. Please use a new one.
notice-no-acknowledgement-wanted = This notice asks for no acknowledgement or was cancelled, so nobody can be reminded.
notice-not-for-member = This notice was not sent (or not yet) to member { $member }.
notice-already-acknowledged = Member { $member } had acknowledged already.
notice-not-told-by-you = Only whoever recorded that member { $member } was told in person can take it back, and only within a day.
notice-compacted = This notice is long over and was compacted on { MOMENT($compactedAt) }: nobody can be reminded of it or recorded as told any more.
notice-reminded-just-now = A reminder has just been sent. The next is possible from { MOMENT($againAt) }.
notice-draft-gone = This draft is gone: sent, thrown away, or older than an hour. Please write the notice again.
notice-attachment-unknown = There is no such file.
notice-day = { DAY($day) }
