# Words of the pages on which one asks the assistant
assistant-page-title = Ask the assistant
assistant-page-lead = Ask about documents of the Party and of your cell, or about matters of your own.
assistant-page-promise = The assistant answers only from documents of the library that you may read, and shows where. What it does not find, it says it did not find.
assistant-page-private = Write no state secrets, and no names or private matters of others. Question and answer are kept for 30 days, for you alone.
assistant-page-to-library = Search the library myself
assistant-page-question = Your question
assistant-page-question-hint = Such as: Bao nhiêu tuổi thì được kết nạp vào Đảng?
assistant-page-follow-up = Ask on
assistant-page-follow-up-hint = It is understood after the question above, such as: And probationary members?
assistant-page-ask = Ask
assistant-page-answer = Answer
assistant-page-asked = You asked
assistant-page-ask-anew = Ask something else
assistant-page-quoted = What documents say
assistant-page-written = Answered from documents
assistant-page-sources = Where it stands
assistant-page-citation = Open source number { $number }
assistant-page-more = More quotations ({ $count })
assistant-page-status = { $status ->
    [replaced] Replaced
   *[expired] Expired
}
assistant-page-replaced-by = { $confirmed ->
    [yes] Replaced by { $number }.
   *[no] Perhaps replaced by { $number }.
}
assistant-page-remark-replaced = { $confirmed ->
    [yes] Document { $number } has been replaced by { $by }.
   *[no] Document { $number } may have been replaced by { $by }.
}
assistant-page-remark-expired = Document { $number } has expired.
assistant-page-remark = { $kind ->
    [budget] Today's share of written answers is used up, so documents are quoted word for word.
   *[no-model] The assistant cannot write answers just now, so documents are quoted word for word.
}
assistant-page-refused = { $why ->
    [missing-document] The library does not have the document you ask for.
    [no-such-answer] The figure, day or name you ask for was not found in the documents.
    [nothing-near] Nothing about this was found in the documents you may read.
    [not-sure] Some documents are near, but not enough to answer with certainty.
   *[not-ready] The library is being prepared. Ask again in a few minutes.
}
assistant-page-missing = Not in the library: { $documents }
assistant-page-looked-for = Looked for: { $words }
assistant-page-near = Documents near the question
assistant-page-search = Search the library
assistant-page-talk = { $talk ->
    [greeting] Hello. Ask about documents, meetings of your cell or matters of your own.
    [thanks] You are welcome. Ask whenever you need.
    [who-are-you] I am the assistant of Cầu Nối. I look in the library of documents and show where things stand; what I do not find I say I did not find.
    [goodbye] Goodbye.
    [cross] I am sorry that I was of no help. Please try other words, or ask the secretary of your cell.
   *[off-topic] The library of documents has nothing on this, so I do not answer. Ask about documents, meetings of your cell or matters of your own.
}
assistant-page-judge = Did the answer help
assistant-page-helped = 👍 It helped
assistant-page-not-helped = 👎 It did not
assistant-page-why-not = Why
assistant-page-complaint = { $complaint ->
    [wrong] Wrong
    [missing] Incomplete
    [unclear] Unclear
    [outdated] Outdated document
   *[other] Another reason
}
assistant-page-send = Send
assistant-page-judge-nameless = What you say is kept without your name.
assistant-page-judged = Thank you for saying so.
assistant-page-hand-over = Hand the question to the secretary
assistant-page-hand-over-what = This question will go to the secretary of your cell:
assistant-page-hand-over-name = The secretary will see your name: { $name }. The answer comes to you in the chat.
assistant-page-hand-over-yes = Hand it over
assistant-page-hand-over-no = Do not
assistant-page-handed-over = Handed over to { $unit }, number { $number }.

# Questions without an answer
assistant-page-gaps = Questions without an answer
assistant-page-gaps-lead = What members asked and the library could not answer. Who asked is not kept.
assistant-page-gaps-none = There is no such question now.
assistant-page-gap-question = Question
assistant-page-gap-asked = Times asked
assistant-page-gap-times = { $asked ->
    [few] 1 to 4
    [some] 5 to 9
   *[many] 10 and more
}
assistant-page-gap-last = Last in
assistant-page-gap-what = What was done
assistant-page-gap-filled = Filled
assistant-page-gap-dismiss = Dismiss
assistant-page-gap-decided = { $state ->
    [filled] Noted: the library has been filled for this question.
   *[dismissed] The question was dismissed.
}
assistant-page-judgements = What was said of answers
assistant-page-month = Month
assistant-page-month-of = { $month }/{ $year }
assistant-page-helped-count = Helped
