# Members: what cannot be recorded, and why
reason-missing = Give the grounds or the reason, such as: Decision No. 12-QĐ/ĐU.
reason-too-long = The reason is longer than { $longest } characters. Please shorten it.
day-too-far = { DAY($day) } is more than a year from today. Please check the day.
day-before-start = This is before the first day, { DAY($start) }. Choose that day or a later one.
unit-closed = { $unit } does not stand on this day.

role-already = This member has held that role here since { DAY($since) }.
role-apart = The role cannot be given: this member is suspended or has left the Party.
role-unknown = There is no such role, or it ended before that day.
role-last = The top must not be left without an officer or an admin. Give the role to somebody else first.

move-same-unit = This member is at home in that very unit already.
move-planned = A move to { $unit } from { DAY($from) } is recorded already. Call that one off first.
move-before-home = The present home is recorded from { DAY($since) }. Choose that day or a later one.
move-overlaps-stay = This overlaps with the stay in { $unit } from { DAY($from) }.
move-gone = This cannot be recorded: on that day the person is no member any more. Record a new status first.
move-no-end = A move for good has no last day. Leave it empty, or choose a stay for a time.
stay-unknown = There is no such membership, or it ended before that day.
stay-is-home = A home ends only by a move elsewhere or by leaving the Party.

status-already = This status is recorded already, since { DAY($since) }.
status-gone = Since { DAY($since) } this person is no member any more; only official or probationary can be recorded, after that day.
status-no-end = This status has no last day. Leave it empty.
status-unknown = There is no such status, or it ended before that day.
status-replace = Official and probationary take each other’s place: record the new one, and the old one ends.

member-name-missing = The name must not be empty.
member-name-too-long = The name is longer than { $longest } characters.
member-phone-wrong = This is no phone number. Write it like 0912345678, or leave it empty.
member-email-wrong = This is no e-mail address. Write it like name@example.vn, or leave it empty.
member-joined-wrong = This is no day. Write it like 19/05/2020.
member-joined-in-future = The day of joining, { DAY($day) }, is still to come.
chat-unknown = There is no such channel, or it is no longer linked.
