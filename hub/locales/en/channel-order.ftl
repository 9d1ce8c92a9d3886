# The order of channels: a unit’s, a member’s
channel-order-up = Up
channel-order-down = Down
channel-order-changed = The order of channels was changed.
channels-order-wrong = The order of channels is not right: each channel once, and at least one.

unit-channels = Order of channels
unit-channels-title = Order of channels of { $unit }
unit-channels-usual = Goes by the usual order.
unit-channels-own = This unit has an order of its own.
unit-channels-above = Goes by the order of { $unit }. A change made here gives this unit its own.
unit-channels-hint = A notice goes on the first channel; where that does not reach somebody, on the next. The order holds for members here and in units below without an order of their own. Who chose an order keeps it. A channel that is off or not linked is passed over.
unit-channels-inherit = As the level above

chats-title = Order of channels of { $name }
chats-title-own = The order of your channels
chats-none = No channel is linked yet.
chats-chosen = This order was chosen and does not change with the unit.
chats-by-unit = Goes by the unit’s order.
chats-follow-unit = As the unit

my-channels =
    Notices go to the first channel; only where that fails to the next:
    { $list }
    To put a channel first type its number. To order them all type the numbers, such as: { $last } 1. To stop one type: stop { $last }. To start it again type: resume { $last }
my-channels-chosen = You chose this order. To go by your unit’s type: as my unit
my-channels-mailbox = To get letters too type: add email
my-channels-one = You have one channel: { $channel }. Notices go there.
my-channels-ordered = Done. From now on notices go in this order:
my-channels-by-unit = From now on your unit’s order holds:
my-channels-none-left = Now there is no channel left on which notices reach you.
my-channel-first = From now on notices go to { $channel } first.
my-channel-stopped = No more notices on { $channel }. To get them again type /kenh and follow what it says.
my-channel-resumed = Notices come on { $channel } again.
my-channel-blocked = You have blocked us on { $channel }. Open { $channel }, unblock us and write us a message there.
my-channel-unclear = Shall { $channel } come first or stop? To stop it type “stop” and its name, to put it first its name and “first”.
my-channel-state =
    { $state ->
        [stopped] { $channel } (stopped)
        [blocked] { $channel } (blocked)
       *[active] { $channel }
    }
my-channel-here = { $channel } (this chat)
button-channels-unit = As my unit
