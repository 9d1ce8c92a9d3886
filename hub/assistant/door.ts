import { z } from 'zod';
import { ready, type Library } from '../library/index.ts';
import type { People } from '../people/index.ts';
import { operator, type Actor } from '../platform/audit.ts';
import type { HubDoor } from '../platform/hub-door.ts';
import type { Locales } from '../platform/locales.ts';
import { inPrint, type PrintedAnswer } from './in-print.ts';
import type { Assistant } from './port.ts';

/** What `caunoi ask` asks of the hub that runs. */
export const AskAsked = z.strictObject({
  text: z.string().min(1).max(10_000),
  /** Code of the member who asks; null: the operator. */
  as: z.string().max(64).nullable(),
});

interface Parts {
  assistant: Assistant;
  library: Library;
  people: People;
  locales: Locales;
}

/** Lets commands ask the assistant of this process. */
export function assistantDoor(door: HubDoor, parts: Parts): void {
  door.answer('ask', AskAsked, async (asked) => await answerFor(parts, asked));
}

/** @throws {QuestionInvalid} @throws {UnknownMember} */
export async function answerFor(
  { assistant, library, people, locales }: Parts,
  { text, as }: z.output<typeof AskAsked>,
): Promise<PrintedAnswer> {
  const member = as === null ? null : await people.memberByCode(as);
  const by: Actor = member ? { memberId: member.id, via: 'command' } : operator;
  const language = member?.language ?? 'vi';
  await ready(library);
  return inPrint(await assistant.ask(by, { text, language, via: 'command' }), locales(language));
}
