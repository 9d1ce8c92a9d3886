import type { Events } from './events.ts';
import type { GroupRecord } from './groups.ts';
import { digestOf, type PersonRecord } from './people.ts';
import type { ScreenMessage } from './screen.ts';
import type { SentFiles, SentKind } from './sent-files.ts';
import type { Posting, Webhook, ZaloEvent } from './webhook.ts';

type Deps = { clock: () => Date; events: Events; webhook: Webhook; files: SentFiles };

export type Person = ReturnType<typeof person>;

/** One person with a telephone. Everything the person does is told to the app, at once. */
export function person(record: PersonRecord, { clock, events, webhook, files }: Deps) {
  const { screen } = record;

  /** What lets the account write again, and is told. */
  function act(event: ZaloEvent, posting?: Posting): void {
    record.interactedAt = clock();
    webhook.tell(record.id, event, posting);
  }

  /** Opens the account's page and follows it. */
  function follow(): void {
    record.follows = true;
    record.blocked = false;
    act(events.follow(record));
  }

  /** Goes away: nothing can be sent any more. */
  function unfollow(): void {
    record.follows = false;
    record.interactedAt = null;
    webhook.tell(record.id, events.unfollow(record));
  }

  /** Writes to the account; returns the message as it stands on the screen. */
  function say(text: string, posting?: Posting): ScreenMessage {
    const message = screen.show({ from: record.id, fromAccount: false, at: clock(), text });
    act(events.sent(record, message), posting);
    return message;
  }

  /**
   * Presses a button, named by its words: its payload goes out like something said.
   *
   * @throws {Error} the message has no such button, or it leads elsewhere
   */
  function tap(message: ScreenMessage, label: string): void {
    const button = message.buttons.find((each) => each.label === label);
    if (!button) throw new Error(`The message has no button "${label}"`);
    if (button.kind === 'query') return void say(button.payload);
    if (button.kind !== 'hidden-query')
      throw new Error(`Button "${label}" sends nothing: it opens ${button.kind}`);
    const hidden: ScreenMessage = { ...message, id: `${message.id}-${label.length}-${clock().getTime()}` };
    act(events.sent(record, { ...hidden, text: button.payload }));
  }

  /**
   * Sends a file, a picture or a voice note, with words under it.
   *
   * @param url where it is said to lie instead of where it lies
   */
  function sendFile(given: {
    name: string;
    bytes: Uint8Array;
    kind?: SentKind;
    text?: string;
    url?: string;
  }): ScreenMessage {
    const { name, bytes, kind = 'file', text = '' } = given;
    const stored = { name, size: bytes.length, sha256: digestOf(bytes) };
    const message = screen.show({ from: record.id, fromAccount: false, at: clock(), text, file: stored });
    files.keep(message.id, bytes);
    act(events.sentFile(record, message, kind, given.url ?? files.urlOf(message.id)));
    return message;
  }

  /** Fills in the form that the account asked to: name and telephone number. */
  function shareInfo(info: { name?: string; phone?: string } = {}): void {
    const shared = { name: info.name ?? record.name, phone: info.phone ?? record.phone ?? '' };
    record.shared = shared;
    act(events.submitted(record, shared));
  }

  /** Takes back the consent that the account knows who this is. */
  function withdraw(): void {
    record.shared = null;
    webhook.tell(record.id, events.withdrew(record));
  }

  const told = () => screen.messages.filter(({ fromAccount }) => fromAccount);

  /** The telephone has the messages, all or one of them. */
  function receive(message?: ScreenMessage): void {
    for (const { id } of message ? [message] : told()) webhook.tell(record.id, events.received(record, id));
  }

  /** Looks at the chat: all messages are seen, or one. */
  function read(message?: ScreenMessage): void {
    const ids = (message ? [message] : told()).map(({ id }) => id);
    if (ids.length > 0) webhook.tell(record.id, events.seen(record, ids));
  }

  function react(message: ScreenMessage, icon = '/-strong'): void {
    act(events.reacted(record, message.id, icon));
  }

  /** Writes in a group of the account's, which counts as heard, too. */
  function sayIn(group: { id: string; record: GroupRecord }, text: string): ScreenMessage {
    const { record: room } = group;
    if (!room.members.has(record.id)) throw new Error(`${record.name} is not in the group ${room.name}`);
    const message = room.screen.show({ from: record.id, fromAccount: false, at: clock(), text });
    record.interactedAt = clock();
    webhook.tell(room.id, events.sentInGroup(room, record, message));
    return message;
  }

  return {
    id: record.id,
    follow,
    unfollow,
    say,
    tap,
    sendFile,
    shareInfo,
    withdraw,
    receive,
    read,
    react,
    sayIn,
    next: screen.next,
    until: screen.until,
    get name() {
      return record.name;
    },
    get phone() {
      return record.phone;
    },
    /** What the account wrote, oldest first. */
    get inbox() {
      return told();
    },
    /** The whole conversation. */
    get screen() {
      return [...screen.messages];
    },
    /** Takes nothing from the account any more; no event tells of it. */
    set blocked(blocked: boolean) {
      record.blocked = blocked;
    },
    set refusesTemplates(refuses: boolean) {
      record.refusesTemplates = refuses;
    },
    set inactive(inactive: boolean) {
      record.inactive = inactive;
    },
    get interactedAt() {
      return record.interactedAt;
    },
    /** When the person was last heard, without doing anything now. */
    set interactedAt(at: Date | null) {
      record.interactedAt = at;
    },
  };
}
