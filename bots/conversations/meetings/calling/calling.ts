import { instantOf, meetingKinds } from '../../../../hub/meetings/index.ts';
import { newId } from '../../../../hub/platform/ids.ts';
import { fold } from '../../fold.ts';
import { readDuration } from '../../moment-phrases/index.ts';
import { orRefuse, type ConversationParts, type Turn } from '../../turn.ts';
import { referTo } from '../references.ts';
import { missing, newMeeting, type Calling, type Draft, type Question } from './draft.ts';
import { previewInWords } from './preview-words.ts';
import { askWhen, editButtons, lastPlaces, reviewButtons, type Asked } from './questions.ts';
import { asking } from './asking.ts';
import { addSentence, sureDay } from './adding.ts';
import { readSentence } from './sentence.ts';
import { typedWays } from './typed-ways.ts';

const longestText = 300;

/** What a conversation about one call needs besides its turn. */
interface At {
  turn: Turn;
  memberId: string;
  state: Calling;
}

/**
 * Calling a meeting from the chat: kind, time and place, each asked only where it has not been said, then all of it
 * shown before anything goes. Every step is kept, so that a restart in between loses nothing.
 */
export function meetingCalling({ inbox, people, meetings, clock, calendar, timeZone }: ConversationParts) {
  const ofAsking = asking({ people, meetings, timeZone });

  /** True where this turn was about calling a meeting. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    if (intent.kind === 'call' || event.payload === 'call:begin') {
      await turn.reply.settle('', true);
      await begin(turn, memberId);
      return true;
    }
    const known = await inbox.state(event.channel, event.address);
    if (known?.step !== 'calling') return false;
    return await take({ turn, memberId, state: known as unknown as Calling });
  }

  async function begin(turn: Turn, memberId: string): Promise<void> {
    const units = await people.unitsHeld(memberId, 'meeting.call');
    const [unit] = units;
    if (!unit) return await turn.reply.text(turn.say('meeting-call-not-yours'));
    const draft = units.length === 1 ? { unit: unit.code, unitName: unit.name } : { unit: '', unitName: '' };
    const state: Calling = {
      step: 'calling',
      asked: 'review',
      draft,
      key: `chat-${newId()}`,
      doubt: null,
      day: null,
      minute: null,
      better: null,
    };
    const at = { turn, memberId, state };
    if (turn.event.kind === 'text' && (await takeSentence(at, true))) return;
    await goOn(at);
  }

  /** False: it was no answer, and means what it says. */
  async function take(at: At): Promise<boolean> {
    const { event, intent, reply } = at.turn;
    const way = event.payload || (event.kind === 'text' ? (typedWays[fold(event.text)] ?? '') : '');
    if (way.startsWith('call:')) {
      await reply.settle('', true);
      return await takeWay(at, way);
    }
    if (event.kind !== 'text' || event.text.startsWith('/') || event.text.length > longestText) return false;
    if (intent.kind === 'no') return await takeWay(at, 'call:stop');
    if (intent.kind === 'yes') return await takeYes(at);
    if (intent.kind === 'polite' && at.state.asked === 'review') {
      // "Vâng" is too little for what calls the whole cell.
      await goOn(at);
      return true;
    }
    if (!['other', 'number', 'date', 'code'].includes(intent.kind)) return false;
    return await takeText(at);
  }

  async function takeYes(at: At): Promise<boolean> {
    if (at.state.asked === 'review') return await takeWay(at, 'call:send');
    return at.state.asked === 'when' ? await takeWay(at, 'call:guess') : false;
  }

  async function takeWay(at: At, way: string): Promise<boolean> {
    const { state, turn } = at;
    const [, verb, which = ''] = way.split(':');
    const place = Number(which);
    switch (verb) {
      case 'stop':
        await inbox.setState(turn.event.channel, turn.event.address, null);
        await turn.reply.text(turn.say('meeting-call-stopped'));
        return true;
      case 'send':
        return await send(at);
      case 'edit':
        return await edit(at, which);
      case 'kind': {
        const kind = meetingKinds.find((each) => each === which);
        return kind ? await withMore(at, { kind }) : false;
      }
      case 'unit': {
        const unit = (await people.unitsHeld(at.memberId, 'meeting.call'))[place];
        return unit ? await withMore(at, { unit: unit.code, unitName: unit.name }) : false;
      }
      case 'place':
        return await withMore(at, {
          place: lastPlaces(await ofAsking.lastOf(at.memberId, at.state.draft))[place] ?? null,
        });
      case 'no-place':
        return await withMore(at, { place: null });
      case 'better':
        return state.better ? await withMore(at, { at: state.better }) : false;
      case 'guess': {
        const { day, minute } = state;
        if (day === null) return await ask(at, 'when');
        if (minute === null) return await askHour(at, day);
        return await withMore(at, { at: instantOf(day, minute).toISOString() });
      }
      default:
        return false;
    }
  }

  async function edit(at: At, which: string): Promise<boolean> {
    const { say, reply } = at.turn;
    const asked = (['when', 'where', 'kind', 'minutes', 'title'] as const).find((each) => each === which);
    if (asked) return await ask(at, asked);
    await remember(at, { ...at.state, asked: 'edit' });
    await reply.text(say('meeting-call-edit-what'), editButtons({ say, timeZone }));
    return true;
  }

  /** What was typed answers the question, or says more of the meeting, in whatever order. */
  async function takeText(at: At): Promise<boolean> {
    const { turn, state } = at;
    const text = turn.event.text.trim();
    if (state.asked === 'title') return await withMore(at, { title: text });
    if (state.asked === 'minutes') {
      const minutes = readDuration(text);
      return minutes === null ? await ask(at, 'minutes') : await withMore(at, { minutes });
    }
    if (state.asked === 'kind' && turn.intent.kind === 'number') {
      const kind = (['regular', 'thematic', 'regular_thematic', 'extraordinary'] as const)[
        turn.intent.number - 1
      ];
      return kind ? await withMore(at, { kind }) : await ask(at, 'kind');
    }
    if (await takeSentence(at, false)) return true;
    if (state.asked === 'where') return await withMore(at, { place: text });
    return await ask(at, state.asked === 'edit' ? 'review' : state.asked);
  }

  /**
   * False where the message says nothing of a meeting.
   *
   * @param first with the command: a kind that is not named is the regular one, where a time is
   */
  async function takeSentence(at: At, first: boolean): Promise<boolean> {
    const { turn, state } = at;
    const usualMinute = await ofAsking.usualMinuteOf(at.memberId, state.draft);
    const context = { now: clock(), usualMinute, calendar: await calendar() };
    const sentence = readSentence(turn.event.text, context, sureDay(state));
    const added = addSentence(state, sentence, { first, usualMinute });
    if (!added) return false;
    if (!added.doubt) return await withMore(at, added.draft);
    const { what, day, minute } = added.doubt;
    await remember(at, { ...state, draft: added.draft, asked: 'when', doubt: what, day, minute });
    await put(turn, askWhen(added.doubt, wording(turn)));
    return true;
  }

  /** The day is settled. */
  async function askHour(at: At, day: string): Promise<boolean> {
    const minute = await ofAsking.usualMinuteOf(at.memberId, at.state.draft);
    await remember(at, { ...at.state, asked: 'when', doubt: 'hour', day, minute });
    await put(at.turn, askWhen({ what: 'hour', day, minute }, wording(at.turn)));
    return true;
  }

  async function withMore(at: At, more: Partial<Draft>): Promise<boolean> {
    const { state } = at;
    const fresh = more.at === undefined ? {} : { doubt: null, day: null, minute: null, better: null };
    await goOn({ ...at, state: { ...state, ...fresh, draft: { ...state.draft, ...more } } });
    return true;
  }

  async function goOn(at: At): Promise<void> {
    const next = missing(at.state.draft);
    if (next === 'review') await review(at);
    else await ask(at, next);
  }

  async function ask(at: At, asked: Question): Promise<boolean> {
    const { turn } = at;
    if (asked === 'review') {
      await goOn(at);
      return true;
    }
    await remember(at, { ...at.state, asked });
    const { memberId, state } = at;
    await put(turn, await ofAsking.questionOf({ memberId, draft: state.draft, say: turn.say }, asked));
    return true;
  }

  /** All of it, before anything goes. What cannot be called so is said, and asked again. */
  async function review(at: At): Promise<void> {
    const { turn, memberId, state } = at;
    const by = { memberId, via: 'chat' } as const;
    const { code, language } = await people.member(memberId);
    const place = (await spelt(at)) ?? null;
    const given = newMeeting(code, { ...state, draft: { ...state.draft, place } });
    const preview = await orRefuse(turn, async () => await meetings.preview(by, given, language));
    if (!preview) {
      const { at: _, ...draft } = state.draft;
      return void (await ask({ ...at, state: { ...state, draft } }, 'when'));
    }
    const dayOff = preview.warnings.find((warning) => warning.kind === 'day-off');
    const better = dayOff?.better ?? null;
    const draft = { ...state.draft, place };
    await remember(at, { ...state, draft, asked: 'review', better: better?.toISOString() ?? null });
    const words = wording(turn);
    await turn.reply.text(previewInWords(preview, draft, words), reviewButtons(better, words));
  }

  /** The place as the cell wrote it before, where it was typed now without its marks. */
  async function spelt({ memberId, state: { draft } }: At): Promise<Draft['place']> {
    const { place } = draft;
    if (!place || place !== fold(place)) return place;
    const known = lastPlaces(await ofAsking.lastOf(memberId, draft));
    return known.find((each) => fold(each) === place) ?? place;
  }

  async function send(at: At): Promise<boolean> {
    const { turn, memberId, state } = at;
    if (missing(state.draft) !== 'review') {
      await goOn(at);
      return true;
    }
    const { code } = await people.member(memberId);
    const done = await orRefuse(turn, async () => await meetings.call(newMeeting(code, state), 'chat'));
    if (!done) return true;
    await inbox.setState(turn.event.channel, turn.event.address, null);
    await turn.reply.text(turn.say('meeting-talk-called', { count: done.invited }), [
      { label: turn.say('button-meeting-show'), payload: referTo('meeting', 'show', done.id) },
    ]);
    return true;
  }

  function wording({ say }: Turn) {
    return { say, timeZone };
  }

  async function put({ reply }: Turn, { text, buttons }: Asked): Promise<void> {
    await reply.text(text, buttons);
  }

  async function remember({ turn: { event } }: At, state: Calling): Promise<void> {
    await inbox.setState(event.channel, event.address, state);
  }

  return { takesOver };
}
