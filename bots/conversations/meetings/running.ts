import type { Button } from '../../../hub/channels/index.ts';
import type { Forecast } from '../../../hub/attendance/index.ts';
import type { OwnMeeting } from '../../../hub/meetings/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import { fold } from '../fold.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { referenceIn, referTo } from './references.ts';
import { standing } from './which.ts';
import { meetingInWords } from './words.ts';

type Verb = 'open' | 'open-now' | 'code' | 'close' | 'end' | 'silent' | 'remind' | 'absent';

/** What one presses can also be typed. */
const typed: Readonly<Record<string, Verb>> = {
  'mo diem danh': 'open',
  'mo ngay': 'open-now',
  'bat dau diem danh': 'open',
  'bat dau hop': 'open',
  'khai mac': 'open',
  'diem danh': 'open',
  'ma moi': 'code',
  'xem ma': 'code',
  'ma diem danh': 'code',
  ma: 'code',
  'ket thuc': 'close',
  'ket thuc hop': 'close',
  'ket thuc buoi hop': 'close',
  'dong diem danh': 'close',
  'be mac': 'close',
  'ai chua tra loi': 'silent',
  'chua tra loi': 'silent',
  'con ai chua tra loi': 'silent',
  nhac: 'remind',
  'nhac lai': 'remind',
  'nhac nguoi chua tra loi': 'remind',
  'ai vang': 'absent',
  'ai bao vang': 'absent',
  'danh sach vang': 'absent',
  'open check in': 'open',
  'new code': 'code',
  'end the meeting': 'close',
  'who has not answered': 'silent',
  remind: 'remind',
  'who is absent': 'absent',
};
const namesShown = 40;
const earlyMs = 3 * 3_600_000;

/** Whoever runs a meeting does it from the chat: opens it, sees who is silent, reminds them, ends it. */
export function meetingRunning(
  { inbox, meetings, attendance, publicUrl, clock, timeZone }: ConversationParts,
  absences: {
    listAbsent: (turn: Turn, memberId: string, meetingId: string) => Promise<void>;
    waiting: (memberId: string, meetingId: string) => Promise<readonly unknown[]>;
  },
) {
  /** True where this turn was about running a meeting. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    const pressed = referenceIn(event.payload, 'meeting');
    if (pressed && pressed.verb in does) {
      await turn.reply.settle('', pressed.verb === 'end');
      await does[pressed.verb as Verb](turn, memberId, pressed.meetingId);
      return true;
    }
    const state = await inbox.state(event.channel, event.address);
    if (state?.step === 'meeting-closing' && (intent.kind === 'yes' || intent.kind === 'no')) {
      await inbox.setState(event.channel, event.address, null);
      if (intent.kind === 'yes') await end(turn, memberId, state['meetingId'] as string);
      else await turn.reply.text(turn.say('meeting-talk-close-not'));
      return true;
    }
    const verb = event.kind === 'text' ? typed[fold(event.text)] : undefined;
    if (!verb) return false;
    const mine = (await standing(meetings, memberId)).find(({ runs }) => runs);
    if (!mine) return false;
    await does[verb](turn, memberId, mine.id);
    return true;
  }

  const does: Record<Verb, (turn: Turn, memberId: string, meetingId: string) => Promise<void>> = {
    open: openOrAsk,
    'open-now': open,
    code: showCode,
    close: askToEnd,
    end,
    silent: listSilent,
    remind,
    absent: absences.listAbsent,
  };

  /** Long before its hour a slip of the finger would let people be present at nothing. */
  async function openOrAsk(turn: Turn, memberId: string, id: string): Promise<void> {
    const { say, reply } = turn;
    const meeting = await orRefuse(turn, async () => await meetings.meeting(actorOf(memberId), id));
    if (!meeting) return;
    const early = meeting.startsAt.getTime() - clock().getTime() > earlyMs;
    if (!early || meeting.state !== 'called') return await open(turn, memberId, id);
    const question = say('meeting-talk-open-early', { meeting: meetingInWords(meeting, { say, timeZone }) });
    await reply.text(question, [
      { label: say('button-meeting-open-now'), payload: referTo('meeting', 'open-now', id) },
      { label: say('button-meeting-later'), payload: referTo('meeting', 'show', id) },
    ]);
  }

  async function open(turn: Turn, memberId: string, id: string): Promise<void> {
    const opened = await orRefuse(turn, async () => await meetings.open(actorOf(memberId), id));
    if (!opened) return;
    const url = `${await publicUrl()}/console/meetings/${id}/code`;
    await turn.reply.text(
      turn.say('meeting-talk-opened', { code: spaced(opened.checkInCode), url }),
      openButtons(id, turn.say),
    );
  }

  async function showCode(turn: Turn, memberId: string, id: string): Promise<void> {
    const shown = await orRefuse(turn, async () => {
      const { code } = await attendance.code(actorOf(memberId), id);
      return { code, status: await attendance.status(actorOf(memberId), id) };
    });
    if (!shown) return;
    const { code, status } = shown;
    const { present, late } = status.attendance;
    await turn.reply.text(
      turn.say('meeting-talk-code', { code: spaced(code), present: present + late, invited: status.invited }),
      openButtons(id, turn.say),
    );
  }

  async function askToEnd(turn: Turn, memberId: string, id: string): Promise<void> {
    const { event, say, reply } = turn;
    const status = await orRefuse(turn, async () => await attendance.status(actorOf(memberId), id));
    if (!status) return;
    await inbox.setState(event.channel, event.address, { step: 'meeting-closing', meetingId: id });
    const { present, late, unknown } = status.attendance;
    const { length: count } = await absences.waiting(memberId, id);
    const undecided = count > 0 ? `${say('meeting-talk-close-waiting', { count })}\n` : '';
    const question = say('meeting-talk-close-question', { present: present + late, unknown });
    await reply.text(`${undecided}${question}`, [
      { label: say('button-meeting-end'), payload: referTo('meeting', 'end', id) },
      { label: say('button-meeting-go-on'), payload: referTo('meeting', 'code', id) },
    ]);
  }

  async function end(turn: Turn, memberId: string, id: string): Promise<void> {
    const { event, say, reply } = turn;
    await inbox.setState(event.channel, event.address, null);
    const closed = await orRefuse(turn, async () => await meetings.close(actorOf(memberId), id));
    if (!closed) return;
    const { attendance: came } = await attendance.status(actorOf(memberId), id);
    const url = `${await publicUrl()}/console/meetings/${id}/papers`;
    const facts = { present: came.present + came.late, excused: came.excused, absent: came.absent };
    await reply.text(say('meeting-talk-ended', { ...facts, url }));
  }

  async function listSilent(turn: Turn, memberId: string, id: string): Promise<void> {
    const { say, reply } = turn;
    const roll = await orRefuse(turn, async () => await attendance.roll(actorOf(memberId), id));
    if (!roll) return;
    const silent = roll.filter(({ summoned, rsvp, mark }) => summoned && rsvp === null && mark === null);
    if (silent.length === 0) return await reply.text(say('meeting-talk-silent-none'));
    const names = silent.slice(0, namesShown).map(({ fullName }) => `• ${fullName}`);
    const more = silent.length - names.length;
    await reply.text(
      [
        say('meeting-talk-silent', { count: silent.length }),
        ...names,
        ...(more > 0 ? [say('meeting-talk-silent-more', { count: more })] : []),
      ].join('\n'),
      [{ label: say('button-meeting-remind'), payload: referTo('meeting', 'remind', id) }],
    );
  }

  async function remind(turn: Turn, memberId: string, id: string): Promise<void> {
    const done = await orRefuse(turn, async () => await meetings.chase(actorOf(memberId), id));
    if (!done) return;
    const count = done.told;
    await turn.reply.text(
      count > 0
        ? turn.say('meeting-talk-reminded', { count })
        : turn.say('meeting-talk-reminded-not', { count }),
    );
  }

  /** What whoever runs it wants to know at a glance, and the next things to do. */
  async function overview(
    turn: Turn,
    memberId: string,
    meeting: OwnMeeting,
  ): Promise<{ lines: string[]; buttons: Button[] }> {
    const { say } = turn;
    const by = actorOf(memberId);
    const [status, forecast] = [
      await attendance.status(by, meeting.id),
      await attendance.forecast(by, meeting.id),
    ];
    if (meeting.state === 'open') {
      const { present, late } = status.attendance;
      const { base, required, met } = status.quorum;
      return {
        lines: [
          say('meeting-talk-present', { present: present + late, invited: status.invited }),
          say('meeting-talk-quorum', {
            voters: status.quorum.present,
            base,
            required,
            met: met ? 'yes' : 'no',
          }),
        ],
        buttons: openButtons(meeting.id, say),
      };
    }
    return {
      lines: [say('meeting-talk-answers', status.rsvp), forecastInWords(forecast, say)],
      buttons: calledButtons(meeting.id, status.rsvp, say),
    };
  }

  return { takesOver, overview };
}

function forecastInWords({ majority, base, required, coming }: Forecast, say: Say): string {
  return say('meeting-talk-forecast', { majority, base, required, coming });
}

function actorOf(memberId: string) {
  return { memberId, via: 'chat' } as const;
}

function openButtons(id: string, say: Say): Button[] {
  return [
    { label: say('button-meeting-code'), payload: referTo('meeting', 'code', id) },
    { label: say('button-meeting-close'), payload: referTo('meeting', 'close', id) },
  ];
}

function calledButtons(id: string, rsvp: { no: number; unknown: number }, say: Say): Button[] {
  return [
    { label: say('button-meeting-open'), payload: referTo('meeting', 'open', id) },
    ...(rsvp.unknown > 0
      ? [
          {
            label: say('button-meeting-silent', { count: rsvp.unknown }),
            payload: referTo('meeting', 'silent', id),
          },
        ]
      : []),
    ...(rsvp.no > 0
      ? [
          {
            label: say('button-meeting-absent', { count: rsvp.no }),
            payload: referTo('meeting', 'absent', id),
          },
        ]
      : []),
  ];
}

/** "123 456": as it is read aloud. */
function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
