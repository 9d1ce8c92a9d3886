# Opinions and proposals: why one was not taken in, and the line in the audit

feedback-signed-door-needed = { $door ->
    [complaint] Complaints (about discipline, expulsion, decisions) are not taken here. Please write a letter with your full name to the committee or inspection commission that has authority. Nothing of what you just wrote was kept.
   *[denunciation] Denunciations, and what is said of the wrongdoing of one person, are not taken here. Please write a letter with your full name and address to the inspection commission of the committee that has authority. Nothing of what you just wrote was kept.
}
feedback-invalid = { $field ->
    [text] The text must not be empty, nor too long (2,000 characters; an answer 4,000). Please send a longer one in two parts.
    [topic] The topic is not on the list, or longer than 80 characters.
    [files] At most 5 files can be sent at a time.
    [file-size] A file is empty or too large: all files together may have up to 10 MB.
    [file-type] This type of file cannot be taken. Please send a picture, PDF, Word, Excel or plain text.
    [voice] A voice note cannot be sent in confidence: a voice tells who it is. Please write, or send it with your name.
    [file-gone] The attached files are more than a day old, so I no longer have them. Please send them again.
    [reason] Please say why, in a few words.
    [grounds] The reason for opening a link has 20 to 500 characters.
    [basis] State the ground in 5 to 200 characters.
    [days] From 1 to 90 working days.
   *[title] The title is missing or too long.
}
feedback-too-much-today = You have sent 10 today. Please go on tomorrow.
feedback-unknown = This opinion was not found.
feedback-already-read = Those who answer have seen it, so it can no longer be changed or withdrawn. You can send another one.
feedback-not-answered = This has not been answered yet.
feedback-already-reopened = This has been asked again once already. You can send a new one.
feedback-door-shut = Few people belong here, so nothing is taken without a name: who wrote it would be guessed. Please turn to the level above.
feedback-moved-on = Somebody has just worked on this. Please look again before going on.
feedback-late-reason-needed = It was due on { DAY($dueOn) }: please say why it is late.
feedback-over = This is closed or was withdrawn.

audit-feedback-said = Takes in an opinion that bears a name

cli-bench-feedback = { $submissions } opinions, { $unlinkable } of them without a name, database { $database }: { $accepted } accepted, { $lost } lost; half of them within { $p50Ms } ms, 95 per cent within { $p95Ms } ms, all within { $seconds } s; the report of { $reportItems } opinions of { $reportMembers } members is made in { $snapshotMs } ms and read within { $reportMs } ms, that of the province within { $reportProvinceMs } ms
