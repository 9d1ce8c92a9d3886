# A unit's group on Zalo
group-linked = This group is connected now. Notices of the unit may be sent here. When you have read one, please answer here: da nam
group-code-spent = This code has been used, or is older than 30 minutes. Please take a new one.
group-linked-told = The group is connected to { $unit }. How it is used can be chosen on the unit’s page, under Zalo groups.
group-code = The code that connects the group of { $unit }: { $code }
    Anybody in the group types it there before { TIME($until) }. It connects one group only, and the assistant must be in the group.
group-which-unit = For which unit do you need the code?
group-not-yours = The code for a group is taken by the secretary, the deputy or an officer, and only where Zalo is switched on.
group-no-channel = There is no channel that can send to groups. Please ask whoever runs the system to switch on Zalo.
group-unknown = This group is not known. It may have been disconnected.

groups-title = Zalo groups of { $unit }
groups-lead = A group is read by all. Only notices to all members are for it; reminders and what concerns one person are not.
groups-none = No group is connected yet.
groups-unnamed = Zalo group
groups-since = Connected since { DAY($linkedAt) }; { $members } members are known to be in it.
groups-mode = When a notice goes to all members
groups-mode-fallback = Post it only where somebody in the group cannot be sent it personally
groups-mode-beside = Send it personally, and post it too
groups-mode-instead = Whoever is in the group gets it there alone
groups-save = Save
groups-mode-set = Saved.
groups-another = Connect a group
groups-another-hint = Take a code; anybody in the group then types it there. The group has to be one of the organisation’s Zalo account.
groups-make-code = Take a code
groups-code-title = A code for a group
groups-code-how = Type this code in the group before { TIME($until) }. It connects one group only. The assistant will say so in the group.
groups-code-once = The code is shown once. If it is lost, take another.
groups-end = Disconnect
groups-end-title = Disconnect a group
groups-end-warning = From then on nothing is posted in “{ $group }”. A new code is needed to connect it again. Are you sure?
groups-ended = The group is disconnected.
