# What was done, a line each, for the audit
audit-title = Audit: what was done by whom
audit-lead = Every change and every download of a list is kept, and can be neither changed nor removed.
audit-nothing = Nothing is on record yet.
audit-export = Download the audit (CSV)
audit-at = When
audit-who = Who
audit-via = By
audit-what = What
audit-about = About
audit-where = In the unit
audit-by-operator = The machine's operator
audit-by-hub = The hub itself
via-console = Console
via-api = Program (API)
via-command = Command line
via-chat = Chat
via-system = By itself
audit-audit-exported = Downloaded the audit, { $entries } lines
audit-notice-sent = Sent a notice to { $recipients ->
        [one] 1 person
       *[other] { $recipients } people
    }
audit-notice-reminded = Reminded { $reminded } who had not acknowledged
audit-notice-chased = { $step ->
        [remind] Reminded { $people } who had not acknowledged, by itself
        [remind_elsewhere] Reminded { $people } who had not acknowledged, on another channel
        [list] Asked the cells to meet { $people } in person
       *[tell_above] Told the level above: { $people } had not acknowledged
    }
audit-notice-chase-stopped = Stopped chasing; { $stopped } steps will not be taken
audit-notice-passed-on = Passed a document on to { $units } units below, { $recipients } recipients
audit-notice-pass-on-taken-back = Took the passing on of a document back before anybody had it
audit-notice-cascade-chased = Asked { $units } units again that have not passed a document on
audit-notice-cascade-escalated = Told the level above of { $units } units late in passing a document on
audit-notice-cancelled = Cancelled what had not gone; { $cancelled } will not get it
audit-notice-compacted = Compacted an old notice to { $recipients } people: figures and acknowledgements are kept
audit-delivery-replayed = Sent again to { $replayed } people who had not been reached
audit-channel-blocked = Drill: made a channel silent, { $channel ->
    [telegram] Telegram
    [zalo] Zalo
    [zalo_bot] Zalo Bot
    [web] the web chat
    [email] e-mail
    *[push] web push
}
audit-channel-unblocked = Drill over: let a channel answer again, { $channel ->
    [telegram] Telegram
    [zalo] Zalo
    [zalo_bot] Zalo Bot
    [web] the web chat
    [email] e-mail
    *[push] web push
}
audit-notice-told = Recorded that one member was told in person
audit-notice-untold = Took back that one member was told in person
audit-notice-exported = Downloaded the recipients, { $recipients } lines
audit-member-invited = Made an invitation for a member
audit-member-invited-by-letter = Sent an invitation to a member’s e-mail address
audit-unit-invited = Made { $invites } invitations for the unit
audit-member-edited = Corrected a member’s details
audit-member-phone-given = Gave one’s own telephone number
audit-member-moved = { $kind ->
        [temporary] Recorded a stay from { DAY($from) }
       *[home] Moved a member from { DAY($from) }
    }
audit-member-stay-ended = Ended a membership from { DAY($on) }
audit-member-status-set = Recorded a status from { DAY($from) }: { $status ->
        [official] official
        [probationary] probationary
        [reduced] reduced work
        [exempt] exempt
        [temporarily_exempt] temporarily exempt
        [away] elsewhere for a time
        [visiting] here for a time
        [transferring] transferring
        [suspended] suspended
        [removed] removed from the list
        [expelled] expelled
        [resigned] resigned
       *[deceased] deceased
    }
audit-member-status-ended = Ended a status from { DAY($on) }: { $status ->
        [official] official
        [probationary] probationary
        [reduced] reduced work
        [exempt] exempt
        [temporarily_exempt] temporarily exempt
        [away] elsewhere for a time
        [visiting] here for a time
        [transferring] transferring
        [suspended] suspended
        [removed] removed from the list
        [expelled] expelled
        [resigned] resigned
       *[deceased] deceased
    }
audit-role-given = Gave a role from { DAY($from) }: { $role ->
        [secretary] secretary
        [deputy] deputy secretary
        [committee] committee member
        [officer] officer
       *[admin] admin
    }
audit-role-ended = Ended a role from { DAY($on) }: { $role ->
        [secretary] secretary
        [deputy] deputy secretary
        [committee] committee member
        [officer] officer
       *[admin] admin
    }
audit-chat-preferred = Changed which channel is tried first
audit-channel-tried = Sent himself or herself a test on a channel
audit-channel-login-asked = Asked to connect the Zalo account
audit-channel-login-agreed = Connected the Zalo account
audit-channel-login-pasted = Connected the Zalo account with a refresh token
audit-chat-ordered = Put a member’s channels in another order
audit-chat-follows-unit = Let a member’s channels follow the unit’s order
audit-chat-unlinked = Unlinked a channel
audit-sign-in-linked = Asked for a sign-in link to the console
audit-session-opened = Signed in to the console
audit-session-ended = Signed a device out
audit-request-made = { $kind ->
    [correction] Asked to correct own data
   *[other] Made a request
}
audit-request-answered = Answered a request
audit-member-data-exported = Downloaded the full copy of a member's data
audit-member-erased = Erased a member's data
audit-unit-channels-ordered = Put the unit’s channels in order
audit-unit-channels-inherited = Let the unit follow the order of channels above it
audit-unit-rehung = Put the unit under another committee from { DAY($on) }
audit-unit-renamed = Renamed the unit: { $from } → { $to }
audit-unit-merged = Merged the unit from { DAY($on) }: members moved { $members }, roles ended { $roles }
audit-unit-split = Split the unit from { DAY($on) }: members moved { $members }
audit-unit-dissolved = Dissolved the unit from { DAY($on) }
audit-members-exported = Took the list of members, { $members } rows
audit-units-exported = Took the list of units, { $units } rows
audit-import-members = Imported a list of members: added { $created }, changed { $updated }
audit-import-units = Imported a list of units: added { $created }, changed { $updated }
audit-chat-stopped = Stopped notices on a channel
audit-chat-resumed = Takes notices on a channel again
audit-device-ended = Ended a web chat device
audit-alerts-switched-on = Switched on alerts of the web chat
audit-alerts-switched-off = Switched off alerts of the web chat
audit-group-code-made = Took a code to connect a Zalo group
audit-group-linked = Connected a Zalo group to the unit
audit-group-mode-set = Changed what goes to a Zalo group: { $mode ->
    [beside] personal messages and the group
    [instead] the group alone for whoever is in it
   *[fallback] only what cannot be sent personally
}
audit-group-unlinked = Disconnected a Zalo group
audit-meeting-chased = Asked once more those who have not answered about a meeting: { $people }
audit-attendance-answered-for = Said for a member: { $answer ->
    [yes] comes to a meeting
   *[no] does not come to a meeting
}
audit-attendance-excuse-decided = { $accepted ->
    [true] A member’s absence from a meeting was accepted
   *[false] A member was asked back about an absence
}
audit-attendance-marked = { $marks } marks in the attendance list{ $afterClosing ->
    [true] , received after the meeting was closed
   *[false] {""}
}
audit-attendance-corrected = A member’s attendance was corrected from { $before ->
    [present] present
    [late] late
    [excused] excused
   *[absent] absent
} to { $after ->
    [present] present
    [late] late
    [excused] excused
   *[absent] absent
}
audit-attendance-year-exported = The attendance of { $year } was downloaded, { $people } members
audit-meeting-called = Called a meeting, { $invited } invited
audit-meeting-changed = Changed a meeting, { $told } told
audit-meeting-cancelled = Cancelled a meeting, { $told } told
audit-meeting-opened = Opened check-in
audit-meeting-closed = Closed a meeting, settled { $settled } who had not checked in
audit-meeting-agenda-set = Wrote the agenda of a meeting, { $items } items
audit-meeting-document-added = Added a document to a meeting
audit-meeting-document-removed = Removed a document from a meeting
audit-meeting-reminded = { $step ->
    [handbook] Reminded the caller of a meeting of the official handbook app
    [report] Reminded the caller of a meeting of its minutes
   *[remind] Reminded { $people } of a meeting
}
audit-paper-begun = { $kind ->
    [resolution] Began the resolution of a meeting
    [conclusion] Began the conclusion of a meeting
   *[minutes] Began the minutes of a meeting
}
audit-paper-changed = { $kind ->
    [resolution] Changed the draft of a resolution
    [conclusion] Changed the draft of a conclusion
   *[minutes] Changed the draft of minutes
}
audit-paper-approved = { $kind ->
    [resolution] Approved resolution number { $number }
    [conclusion] Approved conclusion number { $number }
   *[minutes] Approved minutes number { $number }
}
audit-paper-noted = { $kind ->
    [resolution] Wrote a correction to a resolution
    [conclusion] Wrote a correction to a conclusion
   *[minutes] Wrote a correction to minutes
}
audit-paper-downloaded = { $kind ->
    [resolution] Downloaded the resolution of a meeting
    [conclusion] Downloaded the conclusion of a meeting
   *[minutes] Downloaded the minutes of a meeting
}
audit-paper-sent = { $kind ->
    [resolution] Sent a resolution to { $recipients } members
    [conclusion] Sent a conclusion to { $recipients } members
   *[minutes] Sent minutes to { $recipients } members
}
audit-paper-notes-given-to-model = Gave notes to the model for a draft
audit-task-added = Added a task given by a meeting
audit-task-removed = Removed a task given by a meeting
audit-task-done = Marked a task of a meeting as done
audit-task-reopened = Marked a task of a meeting as not done
audit-quality-saved = Scored a meeting: { $total } points
audit-opinion-noted = Noted an opinion in a meeting
audit-opinion-removed = Removed an opinion noted by mistake
audit-item-concluded = Wrote the conclusion on an item
audit-motion-recorded = Recorded the result of a vote
audit-motion-struck = Struck out the result of a vote
audit-ballot-prepared = Prepared a secret ballot
audit-ballot-counted = Recorded the count of a secret ballot
audit-meeting-proposed = Proposed a meeting on { $day }, to be confirmed
audit-meeting-series-begun = Began recurring meetings on { $from }
audit-meeting-series-ended = Ended recurring meetings from { $from } on
audit-consultation-opened = Opened a consultation, { $eligible } asked
audit-consultation-extended = Extended a consultation by { $days } days
audit-consultation-closed = Closed a consultation, { $eligible } were asked
audit-consultation-cancelled = Stopped a consultation, { $told } told
audit-consultation-reminded = { $people ->
        [few] Reminded of a consultation
       *[other] Reminded of a consultation: { $people }
    }
audit-consultation-exported = Downloaded the results of a consultation ({ $format })
audit-library-added = { $released ->
        [true] Put a document into the library
       *[other] Put a document into the library, to be looked at
    }
audit-library-replaced = { $released ->
        [true] Replaced the text of a document of the library
       *[other] Replaced the text of a document that waits to be looked at
    }
audit-library-released = Looked at a document and released it to the library
audit-library-corrected = Corrected what the library says of a document
audit-library-removed = Took a document out of the library
audit-library-refused = { $reason ->
        [classified] Refused a file with a mark of secrecy; nothing was kept
       *[other] Refused a file that cannot be read; nothing was kept
    }
audit-library-relation-confirmed = Confirmed what one document says of another
audit-library-relation-rejected = Rejected what one document says of another
audit-assistant-gap-filled = Marked a question to the library as filled by a document
audit-assistant-gap-dismissed = Dismissed a question that is not for the library
