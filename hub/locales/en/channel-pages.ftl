# The page of each channel; what those who keep the hub going are told
channel-state-needs-person = Needs somebody to act

# { $problem } is the provider's reason and cannot be translated
channel-problem =
    { $remedy ->
        [login] The hub has lost the right to send on this channel
        [credit] No credit, or no paying account linked at the provider
        [plan] The plan or the verification of the account is not enough to send
        [permission] The account may not send messages
        [app] The application is not active or was removed
        [account] The account is locked, deleted or wrong
        [standards] The provider finds the content against its rules
        [key] A key, password or sender address was refused
       *[other] The provider refuses to send ({ $problem })
    }
channel-problem-todo =
    { $remedy ->
        [login] An administrator opens the channel’s page and connects the account again.
        [credit] Pay in or link the paying account at the provider. Then the hub goes on by itself.
        [plan] Take the higher plan or verify the account at the provider. Then the hub goes on by itself.
        [permission] Allow the application to send at the provider, then connect again.
        [app] Activate the application at the provider again.
        [account] Ask the provider about the account.
        [standards] Look at what was sent. Ask the provider if it is a mistake.
        [key] Whoever runs the server looks at the keys, passwords and sender address in the settings.
       *[other] Whoever runs the server looks at the log and the manual.
    }

alert-needs-person =
    { $channel } has stopped sending and will not mend itself.
    { $problem }.
    What to do: { $todo }
    Who has another channel is reached there. More: { $url }
alert-quota =
    { $kind ->
        [messages] { $channel } has sent { $used } of this month’s { $of } messages. After that they go on other channels. More: { $url }
        [money] { $channel } has spent { $used } of this month’s { $of } đồng. After that messages go on other channels. More: { $url }
       *[people] { $channel } has { $used } of { $of } members linked. After that nobody more can join there. More: { $url }
    }

channel-page-login = Connect the account
channel-page-quota =
    { $kind ->
        [messages] Messages this month
        [money] Cost this month
       *[people] Members linked
    }
channel-page-used =
    { $kind ->
        [messages] { $used } of { $of } messages
        [money] { $used } of { $of } đồng
       *[people] { $used } of { $of } members
    }
channel-page-quota-low = Nearly used up
channel-page-usage = Sent this month
channel-page-usage-none = Nothing has been sent on this channel this month.
channel-page-way = Way
channel-page-count = Messages
channel-page-cost = Cost
channel-page-messages = { $count }
channel-page-dong = { $cost } đ
channel-page-total = Total
channel-way =
    { $way ->
        [free] Ordinary, free
        [paid] Ordinary, paid
        [template] By template
        [phone_template] By template, by telephone number
        [group] In a group
       *[reply] Answers to who wrote
    }
channel-page-reachable = Who is reached on this channel
channel-page-reachable-hint = Within your reach.
channel-page-active = Get notices
channel-page-stopped = Stopped them
channel-page-blocked = Block us
channel-page-trial = Send me a test
channel-page-trial-hint = The hub sends you a short message on this channel. You can try once a minute.
channel-page-dead = Not reached on this channel
channel-page-dead-see = See the list

trial-text = This is a test on { $channel }, { MOMENT($at) }. If you can read it the channel works.
trial-result =
    { $result ->
        [sent] Handed over to the channel. See whether it has arrived.
        [closed] The channel does not let us write now: send it a message and try again.
        [blocked] The channel takes no messages for you: you have blocked us, or the chat is gone.
        [refused] The channel refused the message.
        [later] The channel is busy or does not answer. Try again later.
       *[unknown] Sent, and no answer came: whether it arrived is not known.
    }
trial-channel-off = This channel is off on the server: nothing can be tried.
trial-no-chat = You have not linked this channel: nothing can be tried.
trial-stopped = You have stopped notices on this channel. Resume them first.
trial-too-soon = One test a minute. Wait a moment.
channel-unknown = There is no such channel.

dead-reason-closed = The channel does not let us write to them now
dead-reason-quota = The channel’s messages of this month are used up
dead-reason-budget = The channel’s money of this month is used up
dead-reason-window = They have not written for long, so that the channel does not let us write
dead-todo-other-channel = Tell them in person, or have them link another channel.
dead-todo-write = Ask them to write us a message on that channel, or to link another. If it is urgent tell them in person.
dead-todo-month = It can be sent again next month. If it is urgent tell them in person, or have them link another channel.
