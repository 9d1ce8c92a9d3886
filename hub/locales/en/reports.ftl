# Reports on opinions: figures of closed months that tell of no small group
nav-feedback-report = Report on opinions

report-title = Opinions, { $month }/{ $year }
report-month = { $month }/{ $year }
report-lead = { $unit } and the units below it
report-total = { $count } opinions were received.
report-total-more = { $count } opinions were received, and a few more, or perhaps none, that are counted with others so that nobody can be told.
report-nothing = No opinion was received this month.
report-too-few = There are not yet { $smallest } opinions that could be shown without telling of anybody. There may be none.
report-no-figures = This month has no figures yet.
report-not-closed = { $month }/{ $year } is not closed. Figures come three days after the month ends, and never change from then on.
report-how = Each figure is of at least { $smallest } people. Where there are fewer it says “{ $few }”, which may be none, or they are counted with others; adding and subtracting does not bring them back. Figures are made once, after the month.
report-few = < { $smallest }
report-few-in-words = Fewer than { $smallest }, or counted with others
report-together = Taken together
report-together-units = Several units taken together
report-no-topic = No topic
report-own = To { $unit } itself
report-kind = { $kind ->
    [question] Question
    [opinion] Opinion
    [proposal] Proposal
    [reported] Reported from the people
   *[together] Taken together
}
report-state = { $state ->
    [new] New
    [taken] Being worked on
    [answered] Answered
    [closed] Closed
    [reopened] Asked again
   *[together] Taken together
}
report-by-unit = By unit
report-by-topic = By topic
report-by-kind = By kind
report-by-state = By state
report-proposals = Proposed most often
report-proposal = About
report-proposal-people = People
report-people = { $size } people
report-proposals-none = Nothing was proposed by { $smallest } people or more that could be told without telling of anybody.
report-proposals-how = Each was proposed by at least { $smallest } people, given as a range. Other proposals, if there are any, are not told of.
report-proposal-items = { $count } opinions sent to where you answer
report-proposal-unnamed = Without a name
report-proposal-received = received { DAY($day) }
report-answering = Answers
report-median = Time to answer, median
report-median-days = { $days } working days
report-late = Answered late
report-in-time = Answered in time
report-useful = Answer was of use
report-not-useful = Answer was of no use
report-not-shown = Not shown, so that nobody can be told
report-cells = Details
report-unit = Unit
report-topic = Topic
report-kind-column = Kind
report-state-column = State
report-count = Opinions
report-show = Show
report-choose-month = Month
report-download-xlsx = Download as a table (XLSX)
report-download-docx = Download as a letter (DOCX)
report-paper-title = REPORT ON OPINIONS
report-no-unit = You have no unit whose reports you read.

report-open-month = { $month } is not closed. Figures come three days after the month ends.
report-no-month = There is no such month.
audit-feedback-report-exported = Downloaded a report on opinions
audit-feedback-proposals-given-to-model = Gave { $items } named proposals of { $month } to the model to be grouped
