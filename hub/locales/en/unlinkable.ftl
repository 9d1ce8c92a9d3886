# The page for what is said without a name
unlinkable-title = Suggestions without a name, about our common work
unlinkable-to = To: { $unit }
unlinkable-what = This is for general suggestions, without a name. It is not for denunciations, complaints or the wrongdoing of a particular person: those must bear a full name and address and go to the body in charge. { $ofCell ->
    [yes] The cell committee
   *[no] The committee
} sums up what was said and answers everybody together at a meeting, nobody in private.
unlinkable-receipt-why = Afterwards you are shown a receipt in words. Whoever holds it can see what became of the suggestion and any reply; nobody can be answered in another way.
unlinkable-kind = You would like to send
unlinkable-kind-of = { $kind ->
    [question] A question
    [proposal] A proposal
    [reported] Something heard from the people
   *[opinion] An opinion
}
unlinkable-proposal = A proposal that wants an answer within a term must bear your name: type /gopy in the chat.
unlinkable-topic = What it is about
unlinkable-topic-none = Not chosen
unlinkable-topic-other = Something else
unlinkable-text = Text
unlinkable-text-hint = At most 2,000 characters. Please do not write your own name or that of anybody else.
unlinkable-files = Pictures, files
unlinkable-files-hint = At most 5 files, 10 MB together: pictures, PDF, Word, text. Pictures are made anew, without place and camera. No recordings of voices.
unlinkable-send = Send

unlinkable-truth = Who can know what
unlinkable-truth-page = This page does not ask who you are and uses no cookie. The system writes no network address, no device and no visit of this page into any log.
unlinkable-truth-company = Nobody reads a suggestion until at least { $items } are waiting together and the day is over. They are passed on in random order; the day is kept, the hour is not. What has waited for more than { $days } days without enough company goes to the level above.
unlinkable-truth-link = A suggestion cannot be linked to anybody once it is passed on; before that it is protected by encryption.
unlinkable-truth-words = The way you write and details that few know may also tell who you are. Please write about common work only.
unlinkable-truth-outside = Your browser, phone and network provider may know that you opened this page; that is outside our hands.

unlinkable-nothing-kept = Nothing has been stored. What you wrote is still below.
unlinkable-files-again = Files have to be chosen again.
unlinkable-signed = { $door ->
    [complaint] This looks like a complaint.
   *[denunciation] This looks like a denunciation, or speaks of the wrongdoing of a particular person.
} This page does not take it. It must bear a full name, an address and a signature and go to the body in charge, such as the committee or its inspection commission. If it is only about common work, please write it in other words.
feedback-kind-missing = Please choose one of the four: a question, an opinion, a proposal, something heard from the people.
feedback-too-many-at-once = Many people are using this page right now. Please try again in { $seconds } seconds.

unlinkable-shut = Fewer than { $eligible } members belong here, so whoever writes would be guessed. That is why nothing is taken here without a name.
unlinkable-shut-instead = Send to { $unit }
unlinkable-shut-none = None of the levels above can take it either. Type /gopy in the chat to say it in another way.
unlinkable-not-kept = What you wrote, which was not stored

unlinkable-taken = Your suggestion was taken in
unlinkable-keep = Please copy this receipt; we do not keep it. If it is lost, nobody can find it again.
unlinkable-keep-how = Twelve syllables without accents. Capitals do not matter, and it can be read out to somebody who writes it down.
unlinkable-close = When you have copied it, close this page. If you share this device with others, clear the browser’s history too.

unlinkable-which = Each unit has a link of its own, the same for everybody. Use the link of the one you would like to write to: type /gopy in the chat to see it.
unlinkable-follow = See what became of a suggestion
unlinkable-receipt = Receipt
unlinkable-receipt-hint = The twelve syllables that you copied, in their order. Accents, capitals and spaces do not matter.
unlinkable-look = Look
feedback-no-such-receipt = There is nothing with this receipt. Please check each syllable.
unlinkable-fact-unit = To
unlinkable-fact-kind = Kind
unlinkable-fact-day = Day
unlinkable-day = { DAY($day) }
unlinkable-fact-state = State
unlinkable-state = { $state ->
    [waiting] Waiting, read by nobody yet. It is passed on when at least { $items } are waiting together and the day is over.
    [new] Passed on to those who read it
    [answered] Answered
    [closed] Closed
   *[taken] Being looked into
}
unlinkable-said = What was written
unlinkable-replies = Replies
unlinkable-no-reply = There is no reply here yet.
unlinkable-reply-from = { $unit }, { DAY($day) }
