import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import type { MovingHub } from '../meetings/moving-hub.ts';

const within = { timeoutMs: 20_000 };

export const buttonsOf = ({ buttons }: ScreenMessage) => buttons.map(({ text }) => text);

/** What comes back when somebody types. */
export async function answer(person: Person, said: string): Promise<ScreenMessage> {
  person.say(said);
  return await person.next(within);
}

/** What comes back when somebody presses a button, by its words. */
export async function press(person: Person, message: ScreenMessage, button: string): Promise<ScreenMessage> {
  person.press(message, button);
  return await person.next(within);
}

/** Words of the catalogue. */
export function sayOf({ hub }: Pick<MovingHub, 'hub'>) {
  return (key: string, facts: Record<string, string | number> = {}, language = 'vi') =>
    hub.locales(language)(key, facts);
}
