# Words of the pages on which members are asked, and of the one for unnamed papers
consultation-page-list = Asking for opinions
consultation-page-mine = What I am asked
consultation-page-new = Ask for opinions
consultation-page-to-asking = What party organisations ask
consultation-page-empty = Nothing has been asked yet. Here you ask members about a draft, in a poll or a short survey, remind those who have not answered, and read the results.
consultation-page-no-desk = Secretaries, deputy secretaries and committee offices ask for opinions. When you are asked, you find it under What I am asked.
consultation-page-kind =
    { $kind ->
        [draft] Draft
        [poll] Poll
       *[survey] Survey
    }
consultation-page-kind-what =
    { $kind ->
        [draft] Asks about a draft, passage by passage: agreed, or what there is to say.
        [poll] Asks one to three questions quickly. It is an opinion poll, not a vote.
       *[survey] Asks several questions; some only of those who chose something earlier.
    }
consultation-page-choose-kind = What do you want to ask?
consultation-page-choose-form = How is this question answered?
consultation-page-form =
    { $form ->
        [one] Choose one
        [several] Choose several
        [ranking] Put in order
        [scale] Give a mark
        [passage] Passage of a draft
       *[text] Write freely
    }
consultation-page-form-what =
    { $form ->
        [one] You name options, one of them is chosen.
        [several] You name options, one or more are chosen.
        [ranking] You name things, they are put in order of importance.
        [scale] A mark is given, such as 1 to 5.
        [passage] A passage is read and agreed with, or commented on.
       *[text] The answer is written in one’s own words.
    }
consultation-page-new-of =
    { $kind ->
        [draft] Ask about a draft
        [poll] New poll
       *[survey] New survey
    }
consultation-page-state =
    { $state ->
        [preparing] Being prepared
        [open] Open
        [closed] Closed
       *[cancelled] Cancelled
    }
consultation-page-state-column = State
consultation-page-moment = { MOMENT($moment) }
consultation-page-day = { DAY($moment) }
consultation-page-time = { TIME($moment) }
consultation-page-until = Answer by
consultation-page-answered-column = Answered
consultation-page-answered =
    { $answered ->
        [-1] Not told while few have answered ({ $eligible } are asked)
       *[other] { $answered } of { $eligible } people
    }

## Writing

consultation-page-title = Title
consultation-page-title-hint = Those who are asked see it, such as: Day of our thematic meeting
consultation-page-introduction = Introduction
consultation-page-introduction-hint = Why it is asked, and what the results are for.
consultation-page-unit = Party organisation
consultation-page-unit-hint = Members of this one and of all below it are asked.
consultation-page-unit-below = Or one of those below
consultation-page-unit-below-hint = Type its code, such as SLT-01-CB01. Empty: the one that is chosen asks.
consultation-page-audience = Who is asked
consultation-page-audience-of =
    { $audience ->
        [secretaries] The secretaries
       *[members] All members
    }
consultation-page-level-legend = By name or not
consultation-page-level =
    { $level ->
        [named] By name
        [confidential] Confidential
       *[unnamed] Without names
    }
consultation-page-level-what =
    { $level ->
        [named] those who ask in this very organisation read who answered what.
        [confidential] nobody reads who answered what; answers can be changed until the end. At least 5 people must be asked.
       *[unnamed] everybody draws a paper and answers on a page without signing in. At least 10 people must be asked.
    }
consultation-page-shared = Those who are asked may read the results afterwards
consultation-page-shared-hint = Figures only; what was written is read by those who ask alone.
consultation-page-live = Show the counts while it goes on
consultation-page-live-hint = Only where it is by name.
consultation-page-first-question = First question: { $form }
consultation-page-wording = Question
consultation-page-options = Options
consultation-page-options-hint = One a line, 2 to { $most }, no two alike.
consultation-page-most = How many at most
consultation-page-most-hint = Empty: as many as one likes.
consultation-page-scale-number =
    { $end ->
        [from] Lowest mark (0 or 1)
       *[to] Highest mark (up to 10)
    }
consultation-page-scale-words =
    { $end ->
        [low] The lowest mark means
       *[high] The highest mark means
    }
consultation-page-scale-default =
    { $end ->
        [low] not good yet
       *[high] very good
    }
consultation-page-place = Where the passage stands
consultation-page-place-hint = Such as: Article 3
consultation-page-passage = Passage
consultation-page-required = Must be answered
consultation-page-branch = Ask only those who chose
consultation-page-branch-none = Ask everybody
consultation-page-branch-of = Question { $number }: { $option }
consultation-page-only-if = Only if in question { $number } you chose: { $options }
consultation-page-draft = The draft
consultation-page-draft-text = Paste the text of the draft
consultation-page-draft-text-hint = It is divided into passages by articles, sections and numbers; you look them over on the next page.
consultation-page-draft-file = Or choose a file
consultation-page-draft-file-hint = DOCX, PDF with text, or TXT.
consultation-page-begin = Continue
consultation-page-begin-hint = Nothing is sent yet. On the next page you add questions and look it over before opening it.
consultation-page-begun = Saved. Look the questions over; nothing has been sent.
consultation-page-saved = Saved.
consultation-page-save = Save
consultation-page-back = Back
consultation-page-edit = Edit
consultation-page-preparing =
    { $kind ->
        [draft] A draft that is being prepared; nothing has been sent.
        [poll] A poll that is being prepared; nothing has been sent.
       *[survey] A survey that is being prepared; nothing has been sent.
    }
consultation-page-questions = What is asked ({ $count })
consultation-page-question = Question { $number }. { $wording }
consultation-page-question-title = Question { $number }
consultation-page-of-question = question { $number }
consultation-page-move =
    { $what ->
        [up] Up
        [down] Down
        [merge] Join with the passage above
       *[drop] Remove
    }
consultation-page-freed = { $freed } questions that were asked of some are now asked of everybody, since what they depended on does not come before them any more.
consultation-page-add = Add a question
consultation-page-add-of = Add a question: { $form }
consultation-page-full = There are { $most } questions; no more can be added.
consultation-page-settings = Who is asked, and until when
consultation-page-settings-edit = Change this
consultation-page-results = Results
consultation-page-discard = Throw away
consultation-page-discarded = Thrown away.
consultation-page-to-opening = Preview and open

## Opening

consultation-page-opening = Preview and open
consultation-page-opening-what =
    { $audience ->
        [secretaries] { $eligible } secretaries are asked, to answer by { MOMENT($moment) }.
       *[members] { $eligible } members are asked, to answer by { MOMENT($moment) }.
    }
consultation-page-opening-fixed = Once it is open its questions cannot be changed; it can only be extended, closed early or cancelled.
consultation-page-open = Open, and send to { $eligible } people
consultation-page-opened = Open. { $eligible } people are asked.
consultation-page-preview = Those who are asked will see

## Following

consultation-page-drawn = Drew a paper
consultation-page-opened-at = Opened at
consultation-page-ended-at = Closed at
consultation-page-reminded-at = Last reminder
consultation-page-silent = Have not answered
consultation-page-silent-known =
    { $level ->
        [named] Those who ask in this very organisation can read the names.
        [confidential] Cầu Nối knows whom to remind, and names nobody.
       *[unnamed] Nobody knows. Cầu Nối only knows who has not drawn a paper.
    }
consultation-page-name = Name
consultation-page-remind =
    { $level ->
        [unnamed] Remind those who drew no paper
       *[other] Remind those who have not answered
    }
consultation-page-reminded =
    { $reminded ->
        [-1] Those who have not answered were reminded. How many is not told while few have answered.
       *[other] { $reminded } people were reminded.
    }
consultation-page-extend = Extend
consultation-page-close = Close early
consultation-page-cancel = Cancel
consultation-page-notice = The notice that was sent
consultation-page-by-name = Who answered what
consultation-page-nobody-yet = Nobody has answered yet.
consultation-page-results-link =
    { $final ->
        [yes] Results
       *[other] Counts so far
    }
consultation-page-deed =
    { $deed ->
        [extending] Extend
        [closing] Close early
       *[cancelling] Cancel it
    }
consultation-page-deed-what =
    { $deed ->
        [extending] It now ends at { MOMENT($moment) }. It can end later, never sooner.
        [closing] { $named ->
            [yes] Once closed it is not opened again.
           *[no] Once closed it is not opened again. Single answers are deleted; figures and written words are kept, and nothing tells which words are one person’s.
        }
       *[cancelling] All answers are deleted for good. Those who were asked are told, with the reason.
    }
consultation-page-done =
    { $deed ->
        [extending] Extended.
        [closing] Closed.
       *[cancelling] Cancelled. The answers were deleted.
    }
consultation-page-new-day = New end: day
consultation-page-reason = Reason
consultation-page-reason-hint = Those who were asked read it.

## Results

consultation-page-results-of = Results: { $title }
consultation-page-not-final = Still open: figures may change.
consultation-page-few-how = Groups under { $smallest } people are not told apart, so that nobody can guess who chose what.
consultation-page-answered-question = { $answered } people answered this question.
consultation-page-not-shown = Not told: too few answered, or all alike.
consultation-page-answer-column = Answer
consultation-page-count =
    { $form ->
        [ranking] Mean place
       *[other] People
    }
consultation-page-few = < { $smallest }
consultation-page-mean = { $mean }
consultation-page-mean-not-shown = not told
consultation-page-pooled = Together: { $options }
consultation-page-texts = What was written ({ $count }), in no order
consultation-page-by-unit = By party organisation

## Those who are asked

consultation-page-mine-lead =
    { $waiting ->
        [0] Nothing waits for your answer.
       *[other] { $waiting } wait for your answer.
    }
consultation-page-mine-empty = When a party organisation asks for your opinion, it appears here, and so do the results.
consultation-page-own-state =
    { $state ->
        [waits] Waits for you
        [answered] Answered
        [drawn] Paper drawn
        [closed] Closed
       *[cancelled] Cancelled
    }
consultation-page-asked-by = { $unit } asks for your opinion.
consultation-page-open-until = Answer by { MOMENT($moment) }.
consultation-page-over =
    { $state ->
        [closed] This is closed; no more answers are taken.
       *[cancelled] This was cancelled. The answers were deleted.
    }
consultation-page-promise =
    { $level ->
        [named] { $unit } reads your name with your answers.
        [confidential] Nobody reads what you answered. Until it is closed the system keeps an encrypted link, so that you can change your answers; whoever runs the server could technically open it. On closing the link is deleted.
       *[unnamed] The server knows that you drew a paper and does not record which. This takes trust that it does so while papers are handed out.
    }
consultation-page-promise-few = If fewer than 5 answer, nobody reads anything. Where you write freely, leave out what only you know: readers could guess.
consultation-page-promise-results =
    { $shown ->
        [live] Those who are asked see the counts while it goes on.
        [closed] Those who are asked may read the results afterwards.
       *[no] Only those who ask read the results.
    }
consultation-page-poll-only = This is an opinion poll, not a vote.
consultation-page-several =
    { $most ->
        [0] Choose one or more.
       *[other] Choose { $most } at most.
    }
consultation-page-scale-ends = From { $from } ({ $low }) to { $to } ({ $high })
consultation-page-ranking = Give each a place of its own: 1 comes first, { $last } last.
consultation-page-your-words = Your answer
consultation-page-agree = Agree
consultation-page-comment = Something to say
consultation-page-comment-words = About { $place }
consultation-page-answered-own = You have answered; it can be changed until { MOMENT($moment) }.
consultation-page-send =
    { $again ->
        [yes] Send the answers again
       *[no] Send the answers
    }
consultation-page-thanks = Your answers were received. Thank you. They can be changed until { MOMENT($moment) }.
consultation-page-draw = Draw a paper
consultation-page-draw-1 = You draw a paper: twelve syllables, shown once.
consultation-page-draw-2 = With it you answer on a page without signing in, on this device or another. What was sent cannot be changed.
consultation-page-draw-3 = A lost paper is not replaced, since nobody knows which one you drew.
consultation-page-drawn-already = You have drawn a paper. Nobody knows which, so a lost one is not replaced.
consultation-page-to-paper = To the page for papers
consultation-page-paper = Your paper
consultation-page-paper-keep = The paper is shown this once. If you do not answer now, copy it; it is good until { MOMENT($moment) }.
consultation-page-paper-use = Answer with this paper
consultation-page-paper-other = On another device: open this site of Cầu Nối, add /phieu after its name, and type the syllables of the paper.

## The page for papers

consultation-paper-title = Answer with a paper without a name
consultation-paper-what = Type or paste the syllables of your paper to see the questions and answer.
consultation-paper-words = Syllables of the paper
consultation-paper-words-hint = Twelve of them. Dashes, spaces and capitals do not matter.
consultation-paper-show = Show the questions
consultation-paper-once = A paper is used once. What was sent cannot be read again nor changed.
consultation-paper-send = Send the answers
consultation-paper-done = Your answers were received
consultation-paper-done-what = Thank you. The paper is used up and good for nothing more.
consultation-paper-close = You can close this page, and destroy your copy of the paper.
consultation-paper-truth = What this page keeps, and what it does not
consultation-paper-truth-page = There is no sign-in; nothing is left in the browser; neither the network address nor the device is recorded.
consultation-paper-truth-words = Answers carry no time. After closing only figures and written words are kept, and nothing tells which words were on one paper.
consultation-too-many-wrong-papers = Many people type wrong papers at once. Please try again in { $seconds } seconds.

## Today, opinions

today-consultation = { $unit } asks for your opinion. Answer by { MOMENT($moment) }.
today-consultation-action = Answer
today-consultation-closing = It closes at { MOMENT($moment) }.
today-consultation-closing-action = Follow it
