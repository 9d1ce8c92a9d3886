# The assistant: what cannot be done, matters of one's own, words of the command line
assistant-question-invalid = A question needs words, and at most 1,000 characters.
assistant-answer-unknown = There is no such answer, or it is older than thirty days. Please ask again.
assistant-already-judged = You have judged this answer already.
assistant-gap-unknown = There is no such question, or somebody has dealt with it.

own-no-unit = I cannot say this of your cell. Please ask the secretary or the committee's office.
own-leaders = Who leads { $unit }:
own-leader = { $role ->
        [secretary] Secretary
        [deputy] Deputy secretary
       *[committee] Committee member
    }: { $name }
own-leaders-none = Nobody is written down as leading { $unit }.
own-members-count = { $unit } has { $members } members: { $official } official, { $probationary } probationary.
own-unit = You belong to { $unit }.
own-unit-below = You belong to { $unit }, under { $above }.
own-unit-too = For a time you also take part in { $unit }.
own-status = { $status ->
        [official] You are an official member
        [probationary] You are a probationary member
        [reduced] Your duties are reduced
        [exempt] You are exempt from duties and meetings
        [temporarily_exempt] You are exempt from duties and meetings for a time
        [away] You take part elsewhere for a time
        [visiting] You take part here for a time
        [transferring] Your transfer is under way
        [suspended] You are suspended
        [removed] You are written down as removed
        [expelled] You are written down as expelled
        [resigned] You are written down as having resigned
       *[deceased] You are written down as deceased
    } (written down as of { DAY($since) }).
own-status-none = Nothing is written down of your status.
own-status-wrong = If this is wrong, please tell the secretary.
own-waiting = { $count } notices wait for your “Đã nắm”:
own-waiting-notice = – { $name }
own-waiting-due = – { $name } (due { MOMENT($dueAt) })
own-waiting-none = No notice waits for you.
own-opinions = You have sent { $count } opinions:
own-opinion = – No. { $number }, to { $unit } on { DAY($on) }: { $state ->
        [new] received, nobody has looked at it yet
        [taken] being looked at
        [answered] answered
        [closed] closed
        [reopened] you asked again
       *[withdrawn] you took it back
    }.
own-opinion-due = – No. { $number }, to { $unit } on { DAY($on) }: { $state ->
        [new] received, nobody has looked at it yet
        [taken] being looked at
        [answered] answered
        [closed] closed
        [reopened] you asked again
       *[withdrawn] you took it back
    }. Answered by { DAY($dueOn) }.
own-opinions-more = And { $count } older ones.
own-opinions-none = You have sent no opinion yet.
own-attendance = In { $year } you were called to { $meetings } meetings so far: you came to { $came } ({ $late } late), { $excused } excused, { $absent } absent.
own-attendance-none = In { $year } no meeting of yours has been closed yet.
own-meetings = Your meetings:
own-meeting = – { $moment }: { $title } ({ $unit }){ $hasPlace ->
        [yes] , at { $place }
       *[no] {""}
    }. { $answer ->
        [open] It is going on.
        [yes] You said you come.
        [no] You said you cannot come.
       *[none] You have not answered yet.
    }
own-meeting-held = – Held: { $moment }, { $title }.
own-meeting-items = Agenda:
own-meeting-item = { $number }. { $title }
own-meeting-no-items = There is no agenda yet.
own-meetings-none = You are called to no meeting at the moment. The hub tells you when there is one.
own-meetings-none-then = No meeting calls you in that time. The next one:

cli-ask-talk = { $talk ->
        [greeting] Hello. I answer questions about documents in the library, with quotations.
        [thanks] You are welcome.
        [who-are-you] I am the assistant: I look for answers in the library's documents and quote them; where I find none I say so.
        [goodbye] Goodbye.
        [cross] I am sorry that I was of no help. Please try other words.
       *[off-topic] I cannot help with this. You may ask about documents and rules, or about your own meetings.
    }
cli-ask-refused = { $why ->
        [missing-document] The document that is asked for is not in the library.
        [no-such-answer] No such number, date or amount was found.
        [nothing-near] Nothing was found that comes near the question.
        [not-ready] The library is still being read. Please ask again in a few minutes.
       *[not-sure] Something comes near, but may not answer the question, so nothing is claimed.
    }
cli-ask-missing = Not there: { $documents }.
cli-ask-looked-for = Looked for: { $words }.
cli-ask-near = Nearest documents: { $documents }.
cli-ask-source = [{ $number }] { $document }, { $locator }
cli-assistant-no-usage = No question has been put to the model.
cli-assistant-usage = { DAY($day) }  { $unit }  { $model }: { $questions } questions, { $tokensIn } tokens read, { $tokensOut } written
cli-ask-replaced = { $confirmed ->
        [yes] { $number } was replaced by { $by }.
       *[no] { $number } may have been replaced by { $by }.
    }
cli-ask-expired = { $number } is no longer in force.
