# Opening who said something in confidence: two administrators decide, the author is told
feedback-not-unsealed = { $why ->
    [named] This opinion bears a name; there is nothing to open.
    [unlinkable] This opinion was said without a name: the system keeps nothing that leads to its author.
    [erased] The link is gone: its author’s data were erased.
    [answers] You answer this opinion, or did something about it, so you may not know its author. Another administrator may.
    [open] A request about this opinion is not finished yet.
    [own] This is your own request: another administrator has to agree.
    [not-own] Only who asked may see it.
    [untold] The author has not been told yet. Please wait, usually up to half an hour.
    [appointed] You were made an administrator by who asks this. Another administrator has to agree.
    [over] This request is over, or its time has passed.
   *[command] Agreeing and seeing take two who sign in to the console; they are not done at the command line.
}
feedback-told-unsealed =
    About your confidential opinion { $number }: two administrators of { $top } decided to open the link to its author, at { MOMENT($at) }.
    Asked by: { $asker }. Agreed by: { $agreer }.
    Reason: { $reason }
    Ground: { $basis }
    { $asker } may see your name once, within 24 hours. Those who answer the opinion do not learn it.

unsealing-title = Open the author of a confidential opinion
unsealing-lead = Whoever spoke in confidence was promised that it is kept. Open a link only where it must be, on stated grounds. It takes two administrators; the author is told who opens it and why before anybody sees. Every step is recorded for ever. Those who answer the opinion take no part.
unsealing-none = No requests yet.
unsealing-item = Opinion { $number }, { $unit }
unsealing-state = { $state ->
    [asked] Waits for another administrator
    [agreed] Agreed, not seen
    [seen] Seen
    [withdrawn] Taken back
    [refused] Refused
   *[expired] Out of time
}
unsealing-until = By { MOMENT($until) }
unsealing-by = Asked by
unsealing-with = Agreed by
unsealing-who = { $name }, { MOMENT($at) }
unsealing-reason = Reason
unsealing-reason-hint = 20 to 500 characters. The author reads it.
unsealing-basis = Ground
unsealing-basis-hint = Such as: document number … of … The author reads it.
unsealing-untold = The author is being told, usually within half an hour. It can be seen after that.
unsealing-press = { $deed ->
    [agreement] I agree to open it
    [seeing] See the author, once
    [withdrawal] Take the request back
   *[refusal] I do not agree
}
unsealing-ask = Ask to open a link
unsealing-number = Number of the opinion
unsealing-ask-send = Send the request
unsealing-asked = The request is recorded. Another administrator has to agree within 72 hours.
unsealing-agreed = Agreed. The author is told; then who asked may see once, within 24 hours.
unsealing-ended = The request is ended. Nobody can see anything.
unsealing-seen-title = Author of opinion { $number }
unsealing-author = { $name } ({ $code })
unsealing-once = This page is shown once. It is your duty to keep it secret and to protect its author.
unsealing-back = To the requests

today-unsealing-title = Request to open the author of a confidential opinion
today-unsealing = { $count } requests wait for another administrator.
today-unsealing-action = See the request

audit-feedback-unsealing-asked = Asked to open the author of a confidential opinion
audit-feedback-unsealing-agreed = Agreed to open the author of a confidential opinion
audit-feedback-unsealing-withdrawn = Took back a request to open the author of a confidential opinion
audit-feedback-unsealing-refused = Refused to open the author of a confidential opinion
audit-feedback-unsealing-seen = Saw the author of a confidential opinion

cli-unsealing = { $id } · opinion { $number } · asked by { $name } · { $state ->
        [asked] waits for another
        [agreed] agreed
        [seen] seen
        [withdrawn] taken back
        [refused] refused
       *[expired] out of time
    }
