import { Button, useSay } from '../../console/index.ts';
import type { TypedItem } from './typed-meeting.ts';

/** The lines of an agenda, each with its minutes and who speaks to it; one is added or taken away without scripts. */
export function AgendaFields({ items, ids }: { items: readonly TypedItem[]; ids?: readonly string[] }) {
  const say = useSay();
  return (
    <>
      <ol class="agenda-lines">
        {items.map((item, index) => (
          <li key={index}>
            {ids ? <input type="hidden" name="itemId" value={ids[index] ?? ''} /> : null}
            <Line item={item} place={index + 1} />
          </li>
        ))}
      </ol>
      <Button kind="plain" name="do" value="add">
        {say('meeting-form-item-add')}
      </Button>
    </>
  );
}

function Line({ item, place }: { item: TypedItem; place: number }) {
  const say = useSay();
  return (
    <>
      <textarea name="item" aria-label={say('meeting-form-item', { place })} rows={2} maxlength={300}>
        {item.title}
      </textarea>
      <div class="agenda-more">
        <input
          name="itemMinutes"
          aria-label={say('meeting-form-item-minutes', { place })}
          placeholder={say('meeting-form-minutes-short')}
          value={item.minutes}
          inputmode="numeric"
          maxlength={3}
          autocomplete="off"
        />
        <input
          name="itemRapporteur"
          aria-label={say('meeting-form-item-rapporteur', { place })}
          placeholder={say('meeting-form-rapporteur-short')}
          value={item.rapporteur}
          maxlength={120}
          autocomplete="off"
        />
        <button class="button button-plain" name="do" value={`remove-${place - 1}`}>
          {say('meeting-form-item-remove')}
          <span class="unseen"> {say('meeting-form-item', { place })}</span>
        </button>
      </div>
    </>
  );
}

/** A form's own button, before all others: what the key Enter presses. */
export function EnterButton() {
  const say = useSay();
  return (
    <button class="unseen" tabindex={-1}>
      {say('meeting-form-go-on')}
    </button>
  );
}

/** What a button of these lines asks for: the lines as they are then; null: another button was pressed. */
export function linesAfter<Of>(pressed: unknown, lines: readonly Of[], empty: Of): Of[] | null {
  if (pressed === 'add') return [...lines, empty];
  const removed = typeof pressed === 'string' ? /^remove-(\d{1,2})$/.exec(pressed) : null;
  return removed ? lines.filter((_, index) => index !== Number(removed[1])) : null;
}
