# Papers after a meeting: minutes, resolution, conclusion, tasks, its own score
paper-unknown = This paper has not been begun.
paper-changed-meanwhile = { $name } saved this part after you opened the page, so your words were not written. Both what is kept and what you wrote stand below.
paper-approved = The paper was approved and stays as it is. A correction is written as a note.
paper-not-approved = The paper has not been approved, so this cannot be done yet.
paper-drafts-left = Something written by a model has not been read and taken by a person: { $parts }. It can be approved after that.
paper-meeting-not-closed = Close the meeting first: attendance is settled then.
paper-only-chair = { $chair } chairs the meeting, so { $chair } approves this paper.
paper-text-long = This part is longer than { $most } characters; please shorten it.
paper-field-missing = { $field ->
    [day] The day on the paper is not a day, such as 05/02/2026.
    [subject] The subject is missing.
    [issuer] The name of the issuing organisation is missing.
   *[note] The correction is missing.
}
paper-model-silent = The model brought no answer. Your notes have not been put into the paper; try again later or write yourself.
task-invalid = { $field ->
    [what] The task needs words, 500 characters at most.
    [who] Who does it is needed, 200 characters at most.
   *[due] The due day is not a day, such as 20/12/2026.
}
task-unknown = This task is not in the list any more.
quality-invalid = Points for “{ $title }” are a whole number from 0 to { $most }.

papers-title = Papers of the meeting
papers-meeting = The meeting was at { MOMENT($startsAt) }
papers-kind = { $kind ->
    [resolution] Resolution
    [conclusion] Conclusion
   *[minutes] Minutes
}
papers-not-begun = { $kind ->
    [minutes] Not begun. What is known will be filled in.
    [resolution] Not begun. Needed only where the cell passes a resolution.
   *[conclusion] Not begun. Needed only where the cell comes to a conclusion.
}
papers-begin = { $kind ->
    [resolution] Begin the resolution
    [conclusion] Begin the conclusion
   *[minutes] Begin the minutes
}
papers-open = Open
papers-approved = approved
papers-draft = being written
papers-approved-at = Approved at { MOMENT($approvedAt) }
papers-saved-at = Last saved at { MOMENT($changedAt) }
papers-docx = Download for Word (.docx)
papers-pdf = Download for print (.pdf)
papers-send = Send to the members
papers-sent = Sent to { $recipients } people, those who were absent too.
papers-who-has-it = Who has read it
papers-all = Papers of the meeting

tasks-title = Tasks
tasks-none = No task yet. Those written here go into the minutes and are recalled at the next meeting.
tasks-what = Task
tasks-who = Who does it
tasks-due = Due
tasks-due-hint = For example 20/12 or 20/12/2026
tasks-stand = State
tasks-open = open
tasks-done-at = done { DAY($doneAt) }
tasks-mark-done = Done
tasks-mark-open = Not done
tasks-remove = Remove
tasks-add = Add a task
tasks-added = The task was added.
tasks-removed = The task was removed.
tasks-now-done = Marked as done.
tasks-now-open = Marked as not done.

paper-saved-by = Last saved by { $name } at { MOMENT($changedAt) }.
paper-saved = Saved.
paper-can-follow = { $count } parts in which nobody has written have newer figures.
paper-follow = Update these parts
paper-followed = { $count } parts were updated.
paper-part-prefilled = Filled in from the meeting.
paper-part-edited = Written by somebody.
paper-part-empty = Nothing yet. An empty part is not printed.
paper-part-write = Write
paper-part-edit = Edit
paper-part-text = Text
paper-part-text-hint = A paragraph a line.
paper-part-close = Close
paper-part-save = Save this part
paper-part-kept = What is kept
paper-part-draft = draft
paper-part-draft-hint = A model wrote something here from notes. Read it, correct it and save, or take it as it is. The paper cannot be approved before that.
paper-part-take = Read, take as it is
paper-part-taken = The paragraph was taken.
paper-part-news = The meeting has something new that this part does not say:
paper-part-news-take = Add it below
paper-part-news-leave = Leave it out
paper-part-notes = Draft from notes
paper-part-notes-label = Short notes
paper-part-notes-hint = What you write here is sent to the model at { $host }. Write nothing classified.
paper-part-ask-draft = Make a draft
paper-part-drafted = There is a draft. Please read and correct it.
paper-frame = Head and signatures
paper-frame-save = Save head and signatures
paper-subject = Subject
paper-parent = Organisation above
paper-issuer = Issuing organisation
paper-place = Place
paper-day = Day on the paper
paper-taker = Taker of the minutes
paper-chair = Chair
paper-on-behalf = On behalf of
paper-on-behalf-hint = T/M CHI BỘ or T/M CHI ỦY, as the cell has it
paper-office = Office of who signs
paper-office-hint = BÍ THƯ or PHÓ BÍ THƯ, without K/T
paper-signer = Who signs
paper-approval = Approval
paper-approval-hint = Once approved the paper has its number and stays as it is. The print signed by hand is what counts; no seal is drawn.
paper-approve = Approve this paper
paper-now-approved = Approved, number { $number }.
paper-approved-by = Approved by { $name } at { MOMENT($approvedAt) }.
paper-note = Correction of { $day }: { $text }
paper-add-note = Write a correction
paper-note-text = The correction
paper-note-hint = Printed below the signatures with its day. The paper stays as it is.
paper-noted = The correction was written.
paper-send-hint = Sends the print to every member of the cell, those who were absent too, and asks them to acknowledge.
paper-notice-title = { $title } number { $number }: { $subject }
paper-notice-body = { $kind ->
    [resolution] The resolution of the meeting “{ $meeting }” of { DAY($startsAt) } is attached. Who was absent, please read it and act on it, then press Đã nắm.
    [conclusion] The conclusion of the meeting “{ $meeting }” of { DAY($startsAt) } is attached. Who was absent, please read it and act on it, then press Đã nắm.
   *[minutes] The minutes of the meeting “{ $meeting }” of { DAY($startsAt) } are attached. Who was absent, please read them, then press Đã nắm.
}

quality-title = The meeting’s own score
quality-open = Score it
quality-scored = The cell gave itself { $total } points.
quality-not-scored = Not scored. The score goes into the minutes.
quality-now = { $total } of { $most } points are saved, level { $level }.
quality-source = Criteria of { $source }. { $note }
quality-levels = Levels by total: { $levels }.
quality-criterion = { $title } (at most { $max })
quality-line = { $title }: { $points } of { $max } points
quality-proposed-time = Proposed { $points }: the meeting lasted { $heldMinutes } minutes, at least { $leastMinutes } are asked. Source: { $source }.
quality-proposed-attendance = Proposed { $points }: { $there } of { $called } were there, { $unexcused } absent without reason. Source: { $source }.
quality-save = Save the points
quality-saved = { $total } points were saved, level { $level }.
quality-settled = The minutes were approved, so the points stay.
