# Opinions in chat: written, sent, seen again, changed, withdrawn, the answer judged
command-feedback = Opinions, proposals
button-feedback = Give an opinion

feedback-talk-nowhere = You are not listed in any cell, so there is nowhere to send an opinion. Please tell your secretary or the party office.
feedback-talk-to = Whom is it for? You may write to a higher committee at once, not by way of your cell. Press a button, or type a name. To leave: cancel
feedback-talk-kind = What do you want to send? Press a button, or type: question / opinion / proposal / reported
feedback-talk-kind-question = Question
feedback-talk-kind-opinion = Opinion
feedback-talk-kind-proposal = Proposal
feedback-talk-kind-reported = Reported from the people
button-feedback-door = Complaint, denunciation
feedback-talk-topic = { $count ->
    [0] What is it about? Type a few words, such as: village road. If it needs none: skip
   *[other] What is it about? Choose one, or type a few words. If it needs none: skip
}
button-feedback-no-topic = Skip
feedback-talk-level = How do you want to send it?
feedback-talk-level-named = Named: whoever answers sees your name, and the day and hour at which you wrote.
feedback-talk-level-confidential = Confidential: readers do not see your name and get it the next morning, mixed with other confidential opinions of that day if there are any; the system keeps an encrypted link to bring you the answer; whoever runs the server could technically open it; two administrators together may open it for a stated reason, and you are told then.
feedback-talk-level-unlinkable = Without a name: written on a page of its own, without signing in; until it goes to its readers it is encrypted, afterwards it cannot be linked to anybody; there is no personal answer.
feedback-talk-level-typed = Press a button, or type: named / confidential / without a name
button-feedback-named = Named
button-feedback-confidential = Confidential
button-feedback-unlinkable = Without a name
feedback-talk-text = Please write it, in at most { $most } characters.
feedback-talk-text-files = { $voice ->
    [yes] You may add photos, PDF, Word, Excel or text files, or a voice note: at most 5, together up to 10 MB.
   *[no] You may add photos, PDF, Word, Excel or text files: at most 5, together up to 10 MB. Photos are drawn anew; names of files and of their authors are taken out.
}
feedback-talk-text-photos = { $voice ->
    [yes] You may add photos or a voice note: at most 5, together up to 10 MB.
   *[no] You may add photos: at most 5, together up to 10 MB. Photos are drawn anew.
}
feedback-talk-text-heard = A voice note sent with your name is handed to the server { $host }, which writes it down; you read it before it goes.
feedback-talk-text-confidential = Avoid what only you can know: readers may guess. What you type stays in this conversation and with the messenger.

feedback-talk-not-here = Without a name it cannot be done in a chat: the messenger and the system both know who writes here. Nothing of this has been kept.
feedback-talk-too-few = Too few people belong to { $unit }: even without a name one would guess, so nothing is taken there.
feedback-talk-page = Open the page “Unnamed opinions on common work” of { $unit } in your browser, without signing in; everybody uses this same address: { $url }
feedback-talk-no-page = So far no unit has enough people to take opinions without a name. You may send it confidential or named: /gopy

feedback-talk-door = { $door ->
    [complaint] Complaints are not taken here, and nothing has been kept. About discipline or removal: write to the committee or inspection commission in charge, with your name.
    [denunciation] Denunciations are not taken here, and nothing has been kept. Write to the inspection commission of the committee in charge, with your name and address.
   *[both] Complaints and denunciations are not taken here, and nothing has been kept. About discipline or removal: write to the committee or inspection commission in charge, with your name. Denunciations: write to the inspection commission of the committee in charge, with your name and address.
}
feedback-talk-door-else = If it is about common work, write it again without accusing anybody. To leave: cancel
feedback-talk-long = You wrote { $length } characters, and one opinion takes { $most }. All of it is kept. Press a button, or type: split / rewrite / cancel
feedback-talk-too-long = You wrote { $length } characters, and one opinion takes { $most }. Please copy it from your message, and make it shorter or several opinions.
button-feedback-split = Make it two
button-feedback-rewrite = Write it shorter
feedback-talk-file = I can only take photos, PDF, Word, Excel and text files, and voice notes. What you wrote is still here.
feedback-talk-file-taken = Received: { $files }.
feedback-talk-file-away = { $why ->
    [away] I could not get this file yet. Please send it again in a few minutes.
   *[gone] The messaging service does not have this file any more. Please send it again.
}
feedback-talk-photos = { $count ->
    [one] 1 photo
   *[other] { $count } photos
}
feedback-talk-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
feedback-talk-voices = { $count ->
    [one] 1 voice note
   *[other] { $count } voice notes
}
feedback-talk-file-name = { $kind ->
    [photo] photo { $name }
    [voice] voice note { $name }
   *[file] file { $name }
}
feedback-talk-voice = A voice tells who it is, so a voice note cannot go in confidence. Please choose: send it with your name, or leave it out and write. Press a button, or type: named / write / cancel
button-feedback-no-voice = Without voice note
feedback-talk-voice-heard = Your voice note was written down; please read it and mend what is wrong. The note itself goes along.
feedback-talk-voice-unheard = Your voice note could not be written down. It goes along as it is.
feedback-talk-voice-alone = (Voice note attached)
feedback-talk-preview-files = Attached: { $files }
button-feedback-unfile = Remove files
button-feedback-unfile-all = Remove all
feedback-talk-unfile = Which one should go?
feedback-talk-offer = I received { $files }. To send this to your cell or committee as an opinion, press the button, or type: send as an opinion. If not, I leave it unopened.
button-feedback-with-files = Send as an opinion
feedback-talk-offer-over = I no longer have those files. Please send them again, then press “Send as an opinion”.

feedback-talk-preview =
    To: { $unit }
    Kind: { $kind }
    About: { $topic }
    How: { $level }
feedback-talk-no-topic = nothing named
feedback-talk-preview-parts = Goes as { $count } opinions:
feedback-talk-send-question = Send it? Press “Send”, or type: send / edit / cancel. If there is more to say, go on typing.
button-feedback-send = Send
button-feedback-edit = Edit
button-feedback-stop = Cancel
feedback-talk-edit = What should be changed? Press a button, or type: text / to / kind / topic / level. To leave it as it is: send
button-feedback-part-text = Text
button-feedback-part-to = Addressee
button-feedback-part-kind = Kind
button-feedback-part-topic = About
button-feedback-part-level = How it is sent
feedback-talk-stopped = Nothing has been sent, and nothing of it is kept. When you want to: /gopy
feedback-talk-kept = What you wrote is still here: type edit to change it, cancel to drop it.

feedback-talk-received = Received, thank you. Number { $number }, to { $unit }. Answered by { DAY($due) } at the latest.
feedback-talk-received-confidential = Readers get it the next morning; the day of the answer counts from then. The answer will come here.
feedback-talk-received-how = To see it again, change or withdraw it while nobody has read it: type my feedback
button-feedback-own = My opinions

feedback-talk-own = What you sent. Press a number, or type its place in the list:
feedback-talk-own-none = You have not sent anything. To begin: /gopy
feedback-talk-own-more = … and { $count } older ones. To see one: type open and its number.
feedback-talk-own-line = Number { $number }: { $kind } to { $unit } – { $state }
feedback-talk-own-due = answered by { DAY($due) } at the latest
feedback-talk-own-facts = Sent on { DAY($day) }. How: { $level }.
feedback-talk-own-reply = { $unit } answered on { DAY($day) }:
feedback-talk-own-rated = { $useful ->
    [yes] You found it useful.
   *[no] You did not find it useful.
}
feedback-talk-state-new = nobody has read it
feedback-talk-state-taken = being looked into
feedback-talk-state-answered = answered
feedback-talk-state-closed = closed
feedback-talk-state-reopened = you asked again
feedback-talk-state-withdrawn = you withdrew it
button-feedback-withdraw = Withdraw
button-feedback-withdraw-yes = Withdraw it
button-feedback-keep = No, keep it
button-feedback-useful = Useful
button-feedback-not-useful = Not useful yet
button-feedback-no-why = Skip
button-feedback-reopen = Ask again
feedback-talk-change = Please write it again. To leave it as it is: no
feedback-talk-own-changed = Changed.
feedback-talk-withdraw = Withdraw number { $number }? Nobody will read it then. Press a button, or type: agree / no
feedback-talk-withdrawn = Number { $number } is withdrawn.
feedback-talk-useful-thanks = Noted: the answer is useful. Thank you.
feedback-talk-why = What is missing in the answer? Type a few words, or: skip
feedback-talk-why-thanks = Noted: the answer is not useful yet. Thank you.
feedback-talk-reopen = Please write what you want to ask again; each opinion can be asked about once more. To leave: no
feedback-talk-reopened = Your question has been passed on. The answer will come here.
