# Chasing those who stay silent: words to those in charge, the timeline on a notice's page
chase-list-title = To be told in person
chase-list-lead = { $notices ->
    [one] One notice has
   *[other] { $notices } notices have
} people who have not acknowledged. Please meet or call each of them.
chase-list-closing = Afterwards record “told in person” on the notice's page (type /console to open the console).
chase-notice = { $place }. { $title }
chase-notice-due = { $place }. { $title } (due { MOMENT($dueAt) })
chase-unit = { $unit } ({ $code }):
chase-person = – { $name }
chase-person-lost = – { $name } (no channel has reached them)
chase-others = and { $count } more
chase-above-title = Acknowledgements in the units below
chase-above-lead = { $notices ->
    [one] One notice has
   *[other] { $notices } notices have
} people who still have not acknowledged. Figures by unit:
chase-above-closing = These figures are for you to know and to help; who the people are is followed by their own unit.
chase-figures = – { $unit } ({ $code }): { $silent } of { $recipients } have not acknowledged
chase-other-units = and { $units } more units: { $silent } people

chase-title = While people stay silent
chase-step-remind = Remind
chase-step-remind-elsewhere = Remind on another channel
chase-step-list = List those to be told in person
chase-step-tell-above = Tell the level above the figures
chase-waiting = to come
chase-done = done
chase-done-for = done: { $people ->
    [one] one person was
   *[other] { $people } people were
} silent
chase-needless = not needed any more
chase-cancelled = stopped
chase-hint = This happens by itself; whoever has acknowledged by then is left alone.
chase-stop = Stop chasing
chase-stop-title = Stop chasing about this notice?
chase-stop-warning = { $steps ->
    [one] One step
   *[other] { $steps } steps
} will not be taken: nobody is reminded, neither the cell nor the level above is told. This cannot be undone; you can still remind by hand.
chase-stop-confirm = Stop chasing
chase-stop-back = Go on chasing
chase-stopped = { $stopped ->
    [0] No step was to come any more.
    [one] Stopped: one step will not be taken.
   *[other] Stopped: { $stopped } steps will not be taken.
}
today-to-meet = To be told in person: { $names }
today-to-meet-others = and { $count } more
compose-chase = When somebody has not acknowledged
compose-chase-default = As usual: reminders after one day and two; after three the cell meets them; after five the level above is told figures. A due date draws the steps closer; urgent notices count in hours.
compose-chase-gentle = Gently: one reminder after two days, then the cell meets them; nobody above is told
compose-chase-none = Do not remind by itself
compose-chase-own = At hours of my own
compose-chase-hours = Hours
compose-chase-hours-hint = 24, 48, 72, 120 (remind, remind on another channel, meet in person, tell the level above)
compose-chase-hours-wrong = Give one to four rising hours, such as 24, 48, 72, 120.
preview-chase = Without an acknowledgement
preview-chase-none = Nobody is reminded by itself
preview-chase-step = { $step }: { MOMENT($dueAt) }
cli-chase-step = { MOMENT($at) }  { $step }: { $outcome }
