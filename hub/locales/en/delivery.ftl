# Channels, what did not arrive, compacting old notices
channel-state-well = Works well
channel-state-open = Does not answer
channel-state-trying = Being tried again
channel-state-blocked = Blocked for a drill
channel-state-off = Not switched on

dead-none = Within the last 30 days everybody was reached.
dead-no-channel = no channel

cli-delivery-waiting = waiting { $waiting }, in doubt { $inDoubt }, longest wait { $seconds } seconds
cli-delivery-to-expand = Not put on a channel yet: { $count } recipients
cli-drill-blocked = Drill: { $channel } is silent. End it with unblock.
cli-drill-unblocked = { $channel } answers again. What was waiting goes by itself.
cli-delivery-replayed = Sent on their way again: { $replayed }
cli-delivery-would-replay = { $waiting } people can be sent it again. Add --yes to send.
cli-delivery-compacted = Compacted { $notices } notices, { $deliveries } deliveries.

delivery-nobody-to-resend = There is nobody to send it to again: no channel reaches them yet, or the notice was cancelled, is stale, or they were told in person.
delivery-resend-changed = The number is another one now: { $count }. Nothing was sent; look again and press once more.

channels-title = Channels
channels-hint = How each channel is doing, how many people still wait, and what to do next.
channels-reload = Load the latest numbers
channels-to-expand = { $count } people are being put on their channels.
channels-people = { $count } people
channels-minutes = { $minutes } minutes
channels-waiting = Waiting
channels-oldest = Longest wait
channels-in-doubt = Not known whether it arrived
channels-rate-title = Rate allowed
channels-rate = { $perMinute } messages a minute
channels-rate-none = no limit
channels-paused = The channel asked us to wait until
channels-since = Since
channels-probe = Tried again at
channels-dead = Not reached
channels-dead-hint = People within your reach to whom no channel brought a notice of the last 30 days, and who have not been told in person.

channel-todo-well = Nothing to do.
channel-todo-open = The hub tries again by itself and uses another channel for whoever has one. Tell people in person what is urgent. If it lasts more than an hour, call whoever runs the server.
channel-todo-trying = The channel has just answered again and is being tried with a few messages. Wait some minutes.
channel-todo-blocked = A drill: whoever runs the server has taken the channel away, and messages go by the others. They unblock it when the drill is over.
channel-todo-off = The server does not use this channel. If you need it, call whoever runs the server.

dead-title = People who were not reached
dead-reason = Why
dead-channel = Channel
dead-todo = What to do
dead-who = List
dead-see = See names
dead-resend = Send again
dead-resend-all = Send again to all
dead-reason-no-channel = No channel linked yet
dead-reason-no-chat = Unlinked or stopped the channel
dead-reason-blocked = Has blocked the assistant
dead-reason-returned = The letter came back
dead-reason-invalid = The channel does not take this content
dead-reason-too-many-attempts = Tried many times without success
dead-reason-channel-down = Their channel does not answer
dead-reason-in-doubt = Not known whether it arrived, and stale by now
dead-reason-too-large = The attachment is too large for the channel
dead-reason-no-content = The content is gone
dead-reason-other = Another reason: { $reason }
dead-todo-invite = Invite them to link a channel again; the notice then comes by itself. Tell them in person what is urgent.
dead-todo-unblock = Ask them to unblock the assistant; the notice then comes by itself. Tell them in person what is urgent.
dead-todo-channel-back = Once the channel answers it goes by itself, unless it is stale by then. What is urgent: tell them in person.
dead-todo-mailbox = Ask for the right e-mail address, correct the list, and invite again. If it is urgent, tell them in person.
dead-todo-tell = Tell them in person.
dead-todo-resend = Press “Send again”. If that fails too, tell them in person.

resend-title = Send again
resend-warning = It will be sent again to exactly { $count } people whom a channel can reach now. Those without a channel cannot be sent it yet.
resend-confirm = Send again to { $count } people
resend-back = No, go back
resend-done = On the way again to { $count } people.
