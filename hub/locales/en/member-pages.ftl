# The pages of units and members
people-search = Search members
people-search-hint = Words of the name (accents or not, in any order) or the code. Such as: nguyen van an
people-search-button = Search
people-found = { $count } found
people-found-nobody = Nobody within your reach matches “{ $text }”. Try fewer letters.
people-found-more = Only the first { $count } are shown. Type more to narrow it down.
people-former = left the list
people-units = Units
people-no-units = There is no unit within your reach yet.
people-count = { $members ->
        [one] 1 member
       *[other] { $members } members
    }{ $withoutChannel ->
        [0] {""}
       *[other] , { $withoutChannel } without a channel
    }
people-below = { $count ->
        [one] 1 unit
       *[other] { $count } units
    } below
people-import = Import a list from a file
people-day = { DAY($day) }
people-from = from { DAY($from) }
people-from-until = from { DAY($from) } to { DAY($until) }

unit-code = Code
unit-kind = Kind
unit-kind-central = Central
unit-kind-province = Province, city
unit-kind-commune = Base organisation (commune, ward)
unit-kind-branch = Branch
unit-kind-cell = Cell
unit-above = Below
unit-above-none = At the top of this installation
unit-members = Members
unit-below = Units below ({ $count })
unit-without-channel = { $count ->
        [one] 1 member has
       *[other] { $count } members have
    } no channel on which they get notices.
unit-print-invitations = Print invitations
unit-roll = Members here ({ $count })
unit-roll-empty = Nobody belongs to this very unit.
unit-roll-all = Show all { $count }
unit-roll-unreachable = Show only the { $count } without a channel
unit-roll-all-reachable = Everybody has a channel.
unit-roles = Who holds a role here
unit-roles-none = Nobody is recorded as holding a role in this unit.
unit-reorganise = Rename, move, merge or split
unit-groups = Zalo groups ({ $count })
unit-history = History of the unit
unit-event = { $day }: { $kind ->
        [moved] moved below { $unit }
        [merged-into] merged into { $unit }
        [merged-from] { $unit } was merged into it
        [split-from] split off from { $unit }
        [split-off] { $unit } was split off
        [renamed] renamed, before: { $before }
       *[dissolved] dissolved
    }

member-name = Name
member-code = Code
member-unit = Unit
member-nowhere = Belongs to no unit at present
member-joined = Joined the Party
member-phone = Phone
member-phone-hint = Only those who keep the list see it; leave empty to remove it
member-email = E-mail
member-language = Language of the chat
member-status = Status
member-role = Role
member-channels = Channels
member-no-channel = no channel
member-standing = At present: { $words }.
member-memberships = Units
member-statuses = Statuses
member-roles = Roles
member-over = Over ({ $count })
member-nothing-now = Nothing at present.
member-no-chats = No channel yet. Make an invitation, or tell this member in person.
member-chats-order = Notices are tried in this order; where the first fails, the next is tried.
member-chats-arrange = Change the order
member-edit = Correct details
member-move = Move to another unit
member-set-status = Record a status
member-give-role = Give a role
member-invite = Make a new invitation
member-invite-by-letter = Send the invitation by e-mail
member-invited-by-letter = The invitation was sent. Its link works until { DAY($until) }; earlier codes not yet used do not.
member-last-invite = Last invitation made on { DAY($day) }: { $state ->
        [used] used
        [revoked] replaced by a newer one
        [expired] expired
       *[waiting] good until { DAY($expires) }
    }.
member-data = This member’s data: download, erase
member-saved = Saved.
member-moved = Recorded: in { $unit } from { DAY($from) }.
member-status-recorded = Status recorded: { $status }.
member-role-given = Role given.
member-ended = Recorded: no longer from { DAY($on) }.

member-status-official = official
member-status-probationary = probationary
member-status-reduced = reduced work
member-status-exempt = exempt
member-status-temporarily-exempt = temporarily exempt
member-status-away = elsewhere for a time
member-status-visiting = here for a time
member-status-transferring = transferring
member-status-suspended = suspended
member-status-removed = removed from the list
member-status-expelled = expelled
member-status-resigned = resigned
member-status-deceased = deceased
role-name-secretary = secretary
role-name-deputy = deputy secretary
role-name-committee = committee member
role-name-officer = officer
role-name-admin = admin
role-in = { $role }, { $unit }
role-since = Since
role-unit = In the unit
role-button = Give the role
membership-home = for good
membership-temporary = for a time
membership-in = { $unit } ({ $kind })
chat-state-active = in use
chat-state-stopped = the member asked for a pause
chat-state-blocked = blocked
chat-linked = Linked on { DAY($day) }
chat-unlink = Unlink this channel
chat-unlinked = The channel was unlinked.
standing-not-member = no member any more
standing-informed = gets notices
standing-not-informed = gets no notices
standing-invited = is called to meetings
standing-not-invited = is not called to meetings
standing-votes = may vote
standing-no-vote = does not vote here
standing-counted = counts in votes
standing-counted-when-present = counts in votes when present
standing-not-counted = does not count in votes
period-planned = planned
period-called-off = called off
period-recorded-by = recorded by { $name }
period-from-file = from an imported list
period-end = End
period-end-on = No longer from
period-call-off = Call off

form-reason = Grounds, reason
form-reason-hint = Such as: Decision No. 12-QĐ/ĐU
form-day-hint = Day, month, year
form-from = From
form-unit-hint = The code of the unit, as its page shows it
form-save = Save
form-record = Record
form-back = Back
day-wrong = “{ $text }” is no day. Write it like 19/05/2026.

move-kind = How
move-kind-home = For good
move-kind-temporary = For a time
move-to = To
move-until = Last day (for a time only)
move-consequences = A move for good ends the roles held in the old unit. Whoever moves for a time goes on voting at home.
move-button = Record the move
status-until = Last day (where it has one)
leaving-title = Record as having left the Party?
leaving-who = { $name }: { $status } from { DAY($from) }.
leaving-consequences = From that day this person holds no role, belongs to no unit and gets no notices. The history is kept.
leaving-confirm = Record from { DAY($from) }
unlinking-title = Unlink { $channel }?
unlinking-who = { $name } will get no notices on { $channel } any more.
unlinking-consequences = Linking it again needs a new invitation.

invitation-title = Invitation
invitation-once = The code is shown only here. Print it or copy it, and hand it over yourself; earlier unused codes stop working.
invitation-qr = QR code of { $name }
invitation-scan = Open the camera of your phone, point it at this square, and press the words that appear.
invitation-type = Or open { $link }
invitation-valid = The code is for you only, works once, until { DAY($until) }.
invitations-title = Invitations – { $unit }
invitations-lead = Makes invitations for { $count ->
        [one] 1 member
       *[other] { $count } members
    } without a channel, a card for each to print and cut.
invitations-warning = Codes given out before and not used stop working.
invitations-make = Make { $count ->
        [one] 1 invitation
       *[other] { $count } invitations
    }
invitations-nobody = Everybody here has a channel; no invitation is needed.
invitations-made = { $count ->
        [one] 1 invitation
       *[other] { $count } invitations
    } made. The codes are shown only this time: print now with your browser’s Print.
invitations-print = Print the cards
