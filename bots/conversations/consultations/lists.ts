import type { Button, ConversationState } from '../../../hub/channels/index.ts';
import type { Asked } from '../../../hub/consultations/index.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { buttonFor } from './references.ts';
import { resultsAsLines } from './words.ts';

/** As many as are shown at once. */
const shown = 8;
const longestLabel = 60;

interface Steps {
  begin(turn: Turn, memberId: string, id: string): Promise<void>;
  leave(turn: Turn, state?: ConversationState | null): Promise<void>;
}

/** What waits for a member, and what came of it: a list to choose from, or the only one at once. */
export function consultationLists(
  {
    consultations: { answering },
    channels,
    clock,
  }: Pick<ConversationParts, 'consultations' | 'channels' | 'clock'>,
  { begin, leave }: Steps,
) {
  async function showWaiting(turn: Turn, memberId: string): Promise<void> {
    const { say, reply } = turn;
    const now = clock();
    const open = (await answering.mine(memberId)).filter(
      ({ state, closesAt }) => state === 'open' && closesAt > now,
    );
    const waiting = open.filter(({ answers, drawn }) => answers === null && !drawn);
    const offered = waiting.length > 0 ? waiting : open;
    const [first, ...others] = offered;
    if (!first) {
      await leave(turn);
      return await reply.text(say('consultation-talk-none'));
    }
    if (others.length === 0) return await begin(turn, memberId, first.id);
    const heading = waiting.length > 0 ? say('consultation-talk-waiting') : say('consultation-talk-answered');
    await list(turn, { heading, offered, verb: '' });
  }

  async function showResults(turn: Turn, memberId: string): Promise<void> {
    const { say, reply } = turn;
    const offered = (await answering.mine(memberId)).filter(hasResults);
    const [first, ...others] = offered;
    if (first && others.length === 0) return await showOne(turn, memberId, first.id);
    if (first)
      return await list(turn, { heading: say('consultation-talk-results-list'), offered, verb: 'results' });
    await leave(turn);
    await reply.text(say('consultation-talk-results-none'));
  }

  async function showOne(turn: Turn, memberId: string, id: string): Promise<void> {
    const results = await orRefuse(turn, async () => await answering.results(memberId, id));
    await leave(turn);
    if (results) await turn.reply.text(resultsAsLines(results, turn.say));
  }

  async function list(
    turn: Turn,
    { heading, offered, verb }: { heading: string; offered: readonly Asked[]; verb: '' | 'results' },
  ): Promise<void> {
    const { event, say, reply } = turn;
    const some = offered.slice(0, shown);
    await leave(turn, { step: 'consultation-list', verb, ids: some.map(({ id }) => id) });
    const lines = some.map(({ title, unit, closesAt }, index) =>
      say('consultation-talk-line', { number: index + 1, title, unit: unit.name, until: closesAt }),
    );
    await reply.list([heading, ...lines, '', say('consultation-talk-choose')].join('\n'), buttons());

    function buttons(): Button[] {
      const most = channels.get(event.channel)?.limits.buttons ?? 0;
      if (some.length > most) return [];
      return some.map(({ id, title }) =>
        buttonFor(id, title.slice(0, longestLabel), ...(verb === '' ? [] : [verb])),
      );
    }
  }

  /** False: it was no number of the list. */
  async function choose(turn: Turn, memberId: string, state: ConversationState): Promise<boolean> {
    const { intent } = turn;
    const id = intent.kind === 'number' ? (state['ids'] as string[])[intent.number - 1] : undefined;
    if (id === undefined) return false;
    if (state['verb'] === 'results') await showOne(turn, memberId, id);
    else await begin(turn, memberId, id);
    return true;
  }

  return { showWaiting, showResults, showOne, choose };
}

function hasResults({ state, shared, live, level }: Asked): boolean {
  return (state === 'closed' && shared) || (state === 'open' && live && level === 'named');
}
