# Words of the command line
cli-notice-sent = Accepted for { $recipients } recipients. Notice: { $id }
cli-notice-cancelled = Cancelled { $count } that had not gone.
cli-notice-reminded = Reminding { $count } who have not acknowledged.
cli-notice-told = Recorded: { $member } was told in person.
cli-status-recipients = Recipients: { $count }
cli-status-in-person = Of the acknowledged, told in person: { $count }
cli-status-in-doubt = Asked of the channel without an answer yet: { $count }
cli-status-duplicates = Sends repeated after doubt (at most so many arrived twice): { $count }
cli-status-unreachable = Cannot be reached, please tell in person: { $members }
cli-status-failed = Given up after several tries, please tell in person: { $members }
cli-imported = Created { $created }, updated { $updated }, unchanged { $unchanged }, errors { $errors }.
cli-import-row = Row { $row }: { $message }
cli-invited = Made { $count } invitations.
cli-migrated = { $count ->
    [0] The database is up to date.
   *[other] The database was brought up to date: { $names }
}
cli-backed-up = Backed up to { $file } ({ $bytes } bytes). A backup holds no keys: keep the keys directory elsewhere.
cli-restored = Restored { $count } rows.
cli-no-file = Cannot read the file { $file }.
cli-not-utf-8 = The file { $file } is not UTF-8 text. Please save it as UTF-8.
cli-internal = Something went wrong inside. The log says more.

status-created = Created, not handed over yet
status-handed-over = Handed over to the channel
status-delivered = Delivered
status-seen = Seen
status-acknowledged = Acknowledged
status-failed = Failed
status-unreachable = Cannot be reached
status-cancelled = Cancelled

backup-unreadable = This file is not a backup of Cầu Nối, or it is damaged.
backup-not-empty = The target database holds data. Restore only into a new database.
backup-other-schema = The backup is newer than this software (it has { $migration }). Update the software, then restore.
cli-bench-chats = { $chats } open web chats, database { $database }: the notice stood on every page after { $receivedWithinMs } ms ({ $p50Ms } ms on half of them, { $p99Ms } ms on 99 of 100); lost { $lost }, doubled { $doubled }, delivered { $delivered }; memory { $rssMb } MB
cli-bench-people = { $members } members, database { $database }: a search takes { $p50Ms } ms (median), { $p95Ms } ms (95 of 100)
cli-bench-fanout = { $recipients } recipients, database { $database }, queue { $queue }: the hub sends { $hub } messages a second, { $ratioToCeiling } of a bare undici loop ({ $ceiling }) and { $ratioToGrammy } times a bare grammY loop ({ $grammy }); lost { $lost }, duplicates { $duplicates }; first message after { $firstMs } ms; memory { $rssMb } MB; { $cpuUsPerMessage } µs of processor a message
cli-bench-lanes = { $recipients } recipients, database { $database }, queue { $queue }: of 100 taps 95 were answered within { $idleMs } ms when idle, { $busyMs } ms during the broadcast ({ $taps } taps, 99 of 100 within { $busyWorstMs } ms, { $perSecond } messages a second beside them); lost { $lost }
cli-bench-pacing = { $seconds } s with { $workers } workers, database { $database }, queue { $queue }: { $sent } of { $allowed } allowed messages (share { $share }), { $answered } taps answered within them; the provider said no { $violations } times; a cell’s notice of fifty took { $cellSeconds } s beside the broadcast
cli-bench-webhook = { $events } events of Zalo’s, { $perSecond } a second, database { $database }: { $accepted } accepted, half of them answered within { $p50Ms } ms, 99 in a hundred within { $p99Ms } ms, lost { $lost }
cli-bench-search = { $passages } passages of { $documents } documents, built in { $buildMs } ms, nothing else held up for longer than { $longestHoldMs } ms, { $rssMb } MB in all: half of the questions searched within { $p50Ms } ms, 95 per cent within { $p95Ms } ms, for a reader of a tenth within { $withRightsP95Ms } ms; a changed document found after { $updateMs } ms, searches meanwhile within { $updatingP95Ms } ms
cli-bench-checkin = { $members } members checked in by code within { $seconds } s, database { $database }, queue { $queue }: half of them marked and answered within { $p50Ms } ms, 95 per cent within { $p95Ms } ms; lost { $lost }, double { $double }
cli-bench-fanout-peer = BullMQ, one job a message: { $bullmq } messages a second
cli-bench-growth = { $notices } notices to { $recipients } people each, database { $database }: { $bytesPerDelivery } bytes a delivery (table { $tableBytesPerDelivery }, index { $indexBytesPerDelivery }); updates that touched no index: { $heapOnly }; lost { $lost }
cli-bench-compacted = After compaction in { $seconds } s: { $compacted } bytes a delivery
cli-bench-expand = { $recipients } recipients, database { $database }: accepted in { $acceptSeconds } s, rows made in { $seconds } s ({ $perSecond } a second), the first slice after { $firstSliceMs } ms

capacity-title = One notice to { $people } members, over one account, takes:
capacity-machine = This machine, with no channel’s limit
capacity-telegram = Telegram, 30 messages a second
capacity-telegram-paid = Telegram, paid, 1,000 messages a second
capacity-zalo-growth = Zalo OA, plan Growth, 100 requests a minute
capacity-zalo-comprehensive = Zalo OA, plan Comprehensive, 2,000 requests a minute
capacity-zalo-bot = Zalo Bot, 3,000 messages a month
capacity-minutes = { $count } min
capacity-hours = { $count } h
capacity-days = { $count } days
cli-mail-taken = { $taken ->
    [failed] Noted: the letter did not arrive; the notice goes on by another channel where there is one.
    [delayed] The letter is late and still being tried: nothing to note.
   *[ignored] No letter of ours that came back: ignored.
}
cli-meeting-called = { $invited } invited. Meeting: { $id }
cli-meeting-opened = The check-in code of this minute: { $code }
cli-meeting-closed = The meeting is closed.
cli-meeting-cancelled = The meeting is cancelled, { $told } told.
cli-meeting-answers = { $invited } invited: { $yes } come, { $no } do not, { $unknown } have not answered
cli-meeting-attendance = { $present } present, { $late } late, { $excused } excused, { $absent } absent, { $unknown } unknown
cli-meeting-quorum-met = Voting: { $present } present, { $required } of { $base } needed: a resolution can pass ({ $rule })
cli-meeting-quorum-not-met = Voting: { $present } present, { $required } of { $base } needed: no resolution can pass ({ $rule })
cli-indexed = Taken into the library: { $indexed }, unchanged { $unchanged }, refused { $refused }, failed { $failed }
cli-found-nothing = No passage was found.
cli-found = { $number } { $title }
    { $locator }
    { $text }
