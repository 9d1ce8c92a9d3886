import type { Button } from '../../hub/channels/index.ts';
import { menuButtons } from './menu.ts';
import type { ConversationParts, Turn } from './turn.ts';

/** In which language a member is spoken to. */
export function languageChoice({ people, locales }: Pick<ConversationParts, 'people' | 'locales'>) {
  /** True where this turn was about the language and is dealt with. */
  async function takesOver({ intent, say, reply }: Turn, memberId: string): Promise<boolean> {
    if (intent.kind !== 'language') return false;
    const { language } = intent;
    if (!language) {
      await reply.text(say('conversation-language-question'), languageButtons);
      return true;
    }
    await people.setLanguage(memberId, language);
    const now = locales(language);
    await reply.text(now('conversation-language-set'), menuButtons(now));
    return true;
  }

  return { takesOver };
}

const languageButtons: Button[] = [
  { label: 'Tiếng Việt', payload: 'language:vi' },
  { label: 'English', payload: 'language:en' },
];
