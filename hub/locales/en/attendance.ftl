# Answers before a meeting, check-in, the voting base

attendance-closed = The meeting is over, was cancelled, or has not been called.
attendance-not-open = The meeting is not open, so it has no check-in code.
attendance-not-closed = The meeting is not over: mark it in the attendance list.
attendance-no-excuse = This member has not said that he or she is not coming.
attendance-delay = Minutes of delay are from 1 to { $longest }.
attendance-reason-missing = Please say why it is corrected.
attendance-too-late-to-correct = It could be corrected until { MOMENT($until) }. The minutes stand.

attendance-quorum-rule = { $kind ->
    [more-than] more than { $share } of the official members summoned ({ $source })
   *[at-least] at least { $share } of the official members summoned ({ $source })
}

attendance-sheet-title = Attendance of { $unit }, { $year }
attendance-sheet-month = Month
attendance-sheet-cell-code = Cell code
attendance-sheet-cell = Cell
attendance-sheet-member-code = Member code
attendance-sheet-member = Member
attendance-sheet-meetings = Meetings
attendance-sheet-expected = Summoned
attendance-sheet-present = Present
attendance-sheet-late = Late
attendance-sheet-excused = Excused
attendance-sheet-absent = Absent
