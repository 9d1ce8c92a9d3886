# Days of meetings: how they come again, what is proposed
calendar-weekday = { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
calendar-day = { $weekday } { DAY($day) }
repeat = { $day } { $period ->
        [weekly] { $interval ->
            [1] of each week
           *[other] every { $interval } weeks
        }
       *[monthly] { $interval ->
            [1] of each month
           *[other] every { $interval } months
        }
    }
repeat-date = day { $date }
repeat-last-date = the last day
repeat-date-or-last = day { $date } (the last one where the month is shorter)
repeat-nth-weekday = the { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
       *[last] last
    } { $weekday }
repeat-until = { $rule }, until { DAY($until) }
repeat-times = { $rule }, { $count } meetings
repeat-unworded = by the rule { $rule }
proposal-title = Proposed meeting: { $title }
proposal-custom = Customary day: { $custom }.
proposal-moved = { $named } falls on { $why }, so { $day } is proposed instead.
proposal-when = Proposed: { TIME($at) }, { $day }.
proposal-where = Place: { $place }.
proposal-nobody-told = Nobody has been invited yet. The invitation goes out when you agree.
proposal-confirm = Agree, send the invitation
proposal-tapped = For another day, answer with day and time, such as “19h30 ngày 5”.
proposal-typed = Answer “agree” to send the invitation, or another day and time, such as “19h30 ngày 5”.
