# Asking the assistant in the chat
command-ask = Ask the assistant
button-ask = Ask the assistant
button-asking-more = More
button-asking-read = Read [{ $number }]
button-asking-near = Read document { $number }
button-asking-helped = 👍 That helps
button-asking-not = 👎 Not right
button-asking-hand-over = Ask the secretary
button-asking-search = Search the library
button-asking-send = Send the question
button-asking-keep = Do not send
button-asking-reason = { $reason ->
    [wrong] Wrong
    [missing] Incomplete
    [unclear] Unclear
    [outdated] Outdated
   *[other] Other
}

asking-talk-begin = What do you want to know? Just type it as you would say it, such as: bao nhieu tuoi thi duoc vao dang. Please write no secrets and nothing private of others.
asking-talk-too-long = Your question has { $length } characters; I read up to { $most }. Please make it shorter.
asking-talk-sources = Sources:
asking-talk-replaced-by = { $state ->
    [confirmed] replaced by { $number }
   *[found] perhaps replaced by { $number }
}
asking-talk-remark-replaced = { $state ->
    [confirmed] { $number } has been replaced by { $by }.
   *[found] { $number } may have been replaced by { $by } (nobody has confirmed it).
}
asking-talk-remark-expired = { $number } is no longer in force.
asking-talk-remark-budget = For today the assistant only quotes and does not put things in its own words.
asking-talk-remark-no-model = For now the assistant only quotes and does not put things in its own words.
asking-talk-not-ready = The library is still being read ({ $percent }%), so I cannot answer yet. Please ask again in a few minutes.
asking-talk-missing = The library does not have { $documents }, so I cannot answer for it.
asking-talk-refused = { $why ->
    [no-such-answer] No document says clearly what you ask, so I do not venture an answer.
    [not-sure] Something is near your question, but I am not sure that it answers it.
    [missing-document] The document you ask about is not in the library.
   *[other] I found no answer in the library.
}
asking-talk-looked-for = I looked for: { $words }.
asking-talk-near = Nearest documents:
asking-talk-no-more = There are no further passages. You can search the library.
asking-talk-no-such-number = The answer has no such number.
asking-talk-helped = Thank you.
asking-talk-why = What was not right? Press a button, or type: wrong, missing, unclear, outdated, other. Your name is not kept with it.
asking-talk-not-helped = Thank you, it has been noted without your name. You can ask the secretary or search the library.
asking-talk-hand-over =
    This question will go to the secretary of your cell, under your name:
    “{ $question }”
    Shall I send it? Press a button, or type: send / no
asking-talk-handed-over = Your question has gone to { $unit }. Number: { $number }. I tell you here when it is answered; to see it type: my feedback
asking-talk-not-handed-over = I have not sent it.
asking-talk-small = { $talk ->
    [greeting] Good day. If you want to look something up or ask something, just type it here.
    [thanks] You are welcome.
    [who-are-you] I am the cell's assistant, a computer program. I bring notices, remind of meetings, take opinions, and answer from the documents of the library, with sources. What they do not say I do not answer.
    [goodbye] Goodbye. Write whenever you need something.
    [cross] I am sorry that I was of no help. Please try other words, or ask the secretary of your cell.
   *[off-topic] That is outside of what the assistant of the cell does. I help with Party documents, meetings and opinions.
}
