import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mostFileBytes } from '../../hub/channels/index.ts';
import type {
  Button,
  Channel,
  FileToSend,
  InboundFile,
  OutgoingFile,
  SendOutcome,
  Tap,
  TextToSend,
} from '../../hub/channels/index.ts';

/** One person's device, and what the provider in between may do wrong. */
export interface Device {
  /** Where the channel reaches this person. */
  readonly address: string;
  /** What is on the screen, oldest first. */
  shown(): Shown[] | Promise<Shown[]>;
  /** The next send to this person meets this. */
  next(fault: Fault): void;
  /** From now on the person takes no messages. */
  block(): void | Promise<void>;
  /** Presses a button; the device shows a waiting sign until the tap is settled. */
  press(label: string): Tap | Promise<Tap>;
  /** The words that ended the waiting sign of a tap; null while it waits. */
  settled(tap: Tap): string | null | Promise<string | null>;
}

export interface Shown {
  text: string;
  /** The words of each emphasised stretch. */
  bold: string[];
  buttons: Button[];
  file: { name: string; sha256: string } | null;
}

export type Fault =
  | { kind: 'busy'; retryAfterSeconds: number }
  | { kind: 'server-error' }
  | { kind: 'invalid' }
  | { kind: 'moved'; to: string }
  /** No answer comes, or none that can be read; `shown` when the message is on the screen all the same. */
  | { kind: 'hang' | 'drop' | 'garbage'; shown: boolean };

/** A channel on a provider of our own, with people who can be written to. */
export interface OpenChannel {
  channel: Channel;
  device: Device;
  /** Further people. */
  another(): Device | Promise<Device>;
  /** An address nobody has. */
  nowhere: string;
  /** What no outcome and no error may ever show. */
  secrets: readonly string[];
  /**
   * Faults this provider cannot have, such as those of a line to somebody else's server. The suite leaves out
   * what shows them, and nothing else.
   */
  impossible?: readonly Fault['kind'][];
  /**
   * What the provider does not have at all: text then comes plain, a file is refused, or goes along each time since
   * nobody keeps it.
   */
  without?: readonly ('bold' | 'files' | 'uploads')[];
  /** The person sends a file, where people can: as the event tells of it. */
  sends?(bytes: Uint8Array): Promise<Pick<InboundFile, 'ref'>>;
  /** A file of nobody's. */
  nothing?: Pick<InboundFile, 'ref'>;
  /** The provider takes no connections until it is back. */
  outage(): Promise<{ over(): Promise<void> }>;
  /** Ends the provider, after the channel was closed. */
  close(): Promise<void>;
}

/**
 * What every way to reach a person must do, whoever the provider is. `open` gives a channel that waits only
 * a moment for an answer.
 */
export function channelContract(name: string, open: () => Promise<OpenChannel>): void {
  /** Faults that were left out because the channel says that they cannot be. */
  const leftOut = new Set<Fault['kind']>();

  describe(`${name}, as every channel`, () => {
    let opened: OpenChannel;
    let device: Device;
    let connectionsBefore: number;
    beforeEach(async () => {
      connectionsBefore = connections();
      opened = await open();
      device = opened.device;
    });
    afterEach(async () => {
      await opened.channel.close();
      await opened.close();
    });

    async function people(count: number): Promise<Device[]> {
      return await Promise.all(Array.from({ length: count }, async () => await opened.another()));
    }

    /** Can the provider do this wrong? Where it cannot, what shows it is left out. */
    function can(kind: Fault['kind']): boolean {
      if (!opened.impossible?.includes(kind)) return true;
      leftOut.add(kind);
      return false;
    }

    /** Sends and looks at the answer as a log would show it. */
    async function send(part: TextToSend | FileToSend, address = device.address): Promise<SendOutcome> {
      const outcome = await opened.channel.send({ address, part });
      const words = part.kind === 'text' ? [part.text] : [];
      for (const secret of [...opened.secrets, ...words]) {
        expect(inspect(outcome, { depth: 9 })).not.toContain(secret);
      }
      return outcome;
    }

    describe('text', () => {
      test.each([
        ['tone marks and đ', 'Đồng chí Nguyễn Thị Ưởng được đề nghị dự họp lúc 19 giờ 30, ngày 05/12.'],
        ['several lines', 'Kính gửi đồng chí,\n\n• Mục một\n• Mục hai\n\nTrân trọng.'],
        ['signs beyond the basic plane', 'Chúc mừng 🇻🇳 ngày 3/2 👩‍🌾 𠊛 𡗶'],
        ['signs that mean something elsewhere', '<b>1 < 2</b> & *3* _4_ `5` [6](7) \\ "8" %20 &amp;'],
      ])('arrives as it was written: %s', async (_, words) => {
        const composed = words.normalize('NFC');
        expect(await send(text(composed))).toMatchObject({
          kind: 'sent',
          providerId: expect.stringMatching(/./),
        });
        expect(await device.shown()).toEqual([{ text: composed, bold: [], buttons: [], file: null }]);
      });

      test('is bold where it should be, also behind signs of two units', async () => {
        const words = '👩‍🌾 Kính gửi đồng chí Én,\n\nKế hoạch số 27 ĐỢT MỘT. Hết.';
        const bold = ['Kế hoạch số 27', 'ĐỢT MỘT'].map((stretch) => ({
          offset: words.indexOf(stretch),
          length: stretch.length,
        }));
        await send({ ...text(words), bold });
        const [message] = await device.shown();
        expect(message?.text).toBe(words);
        const plain = opened.without?.includes('bold');
        expect(message?.bold).toEqual(plain ? [] : ['Kế hoạch số 27', 'ĐỢT MỘT']);
      });

      test('may be as long as the channel says', async () => {
        const { textUnits } = opened.channel.limits;
        const words = `Mở đầu. ${'Đồng chí ơi 👍. '
          .repeat(textUnits)
          .slice(0, textUnits - 16)
          .replace(/[\uD800-\uDBFF]$/, 'x')}`;
        const whole = `${words}${'ế'.repeat(textUnits - words.length)}`;
        expect(whole.length).toBe(textUnits);
        expect(await send(text(whole))).toMatchObject({ kind: 'sent' });
        expect((await device.shown())[0]?.text).toBe(whole);
      });

      test('carries as many buttons as the channel says, with their words and references', async () => {
        const buttons = Array.from({ length: opened.channel.limits.buttons }, (_, index) => ({
          label: index === 0 ? 'Đã nắm' : `Việc thứ ${index}`,
          payload: index === 0 ? 'ack:'.padEnd(64, 'A1b2_-') : `p:${index}`,
        }));
        expect(await send({ ...text('Chọn một việc'), buttons })).toMatchObject({ kind: 'sent' });
        expect((await device.shown())[0]?.buttons).toEqual(buttons);
      });

      test('goes to the one it is for, with an id of its own', async () => {
        const others = await people(20);
        const outcomes = await Promise.all(
          others.map((other, index) => send(text(`Riêng cho người ${index}`), other.address)),
        );
        expect((await allShown(others)).map((shown) => shown.map((message) => message.text))).toEqual(
          others.map((_, index) => [`Riêng cho người ${index}`]),
        );
        expect(outcomes.every((outcome) => outcome.kind === 'sent')).toBe(true);
        expect(await device.shown()).toEqual([]);
      });
    });

    test('a file is refused where there are none, so that it goes another way', async () => {
      if (!opened.without?.includes('files')) return;
      expect(opened.channel.limits.fileBytes).toBe(0);
      expect(await send(part(fileOf('a.pdf', 10)))).toMatchObject({ kind: 'refused', reason: 'invalid' });
      expect(await device.shown()).toEqual([]);
    });

    describe('a file', () => {
      beforeEach(({ skip }) => {
        if (opened.without?.includes('files')) skip();
      });
      const uploads = () => !opened.without?.includes('uploads');

      test('arrives under its name, byte for byte', async () => {
        const file = fileOf('Kế hoạch số 27 – đợt 1.pdf', 300_000);
        const outcome = await send(part(file));
        expect(outcome).toMatchObject({
          kind: 'sent',
          ...(uploads() && { uploadedAs: expect.stringMatching(/./) }),
        });
        expect(await device.shown()).toMatchObject([{ file: { name: file.name, sha256: file.sha256 } }]);
      });

      test('goes up once for fifty people who get it at the same time', async () => {
        const file = fileOf('Nghị quyết.pdf', 100_000);
        // The same file as two languages of one notice hold it.
        const copies = [file, { ...file }];
        const fifty = await people(50);
        const outcomes = await Promise.all(
          fifty.map((person, index) => send(part(copies[index % 2]!), person.address)),
        );
        expect(outcomes.map(({ kind }) => kind)).toEqual(fifty.map(() => 'sent'));
        expect(outcomes.filter((outcome) => 'uploadedAs' in outcome).length).toBe(uploads() ? 1 : 0);
        expect(file.reads()).toBe(1);
        expect((await allShown(fifty)).map((shown) => shown.map((message) => message.file?.sha256))).toEqual(
          fifty.map(() => [file.sha256]),
        );
      });

      test('that went up before is not read again', async ({ skip }) => {
        if (!uploads()) skip();
        const file = fileOf('Nghị quyết.pdf', 1_000);
        const first = await send(part(file));
        const uploadedAs = first.kind === 'sent' ? first.uploadedAs! : '';
        const again = { ...fileOf('Nghị quyết.pdf', 1_000), uploadedAs };
        expect(await send(part(again))).toMatchObject({ kind: 'sent' });
        expect(again.reads()).toBe(0);
        expect((await device.shown()).map((message) => message.file?.sha256)).toEqual([
          file.sha256,
          file.sha256,
        ]);
      });

      test('that could not go up to one person goes up for the next', async () => {
        const file = fileOf('Nghị quyết.pdf', 1_000);
        const [blocked, busy, well, too] = (await people(4)) as [Device, Device, Device, Device];
        const busyToo = can('busy');
        await blocked.block();
        if (busyToo) busy.next({ kind: 'busy', retryAfterSeconds: 3 });
        const outcomes = await Promise.all(
          [blocked, busy, well, too].map(({ address }) => send(part(file), address)),
        );
        expect(outcomes).toMatchObject([
          { kind: 'refused', reason: 'blocked' },
          busyToo ? { kind: 'retry', waitMs: 3_000, limited: true } : { kind: 'sent' },
          { kind: 'sent' },
          { kind: 'sent' },
        ]);
        expect(outcomes.filter((outcome) => 'uploadedAs' in outcome).length).toBe(uploads() ? 1 : 0);
        // Once for each who could not take it, and once for good.
        expect(file.reads()).toBeLessThanOrEqual(busyToo ? 3 : 2);
      });

      test('that cannot be read now can be sent later', async () => {
        const file = fileOf('Nghị quyết.pdf', 1_000);
        const broken = { ...file, content: () => Promise.reject(new Error('the database is away')) };
        const others = await people(2);
        const failed = await Promise.allSettled(others.map(({ address }) => send(part(broken), address)));
        expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
        expect(await send(part(file))).toMatchObject({ kind: 'sent' });
      });

      test.each(['drop', 'garbage'] as const)('without a readable answer (%s) is in doubt', async (kind) => {
        if (!can(kind)) return;
        device.next({ kind, shown: true });
        expect(await send(part(fileOf('a.pdf', 10)))).toMatchObject({ kind: 'unknown' });
        expect((await device.shown()).length).toBe(1);
      });

      test('with nobody to take it is tried again', async () => {
        const { over } = await opened.outage();
        expect(await send(part(fileOf('a.pdf', 10)))).toMatchObject({ kind: 'retry', limited: false });
        await over();
        expect(await send(part(fileOf('a.pdf', 10)))).toMatchObject({ kind: 'sent' });
      });
    });

    describe('a file that was sent to us', () => {
      beforeEach(({ skip }) => {
        if (!opened.sends) skip();
      });
      async function fetchFile(file: Pick<InboundFile, 'ref'>) {
        const fetched = await opened.channel.fetchFile!(device.address, file);
        for (const secret of opened.secrets) expect(inspect(fetched, { depth: 9 })).not.toContain(secret);
        return fetched;
      }

      test('is brought byte for byte, as often as it is asked for', async () => {
        const bytes = await fileOf('anh.jpg', 300_000).content();
        const sent = await opened.sends!(bytes);
        for (const _ of [1, 2]) {
          const fetched = await fetchFile(sent);
          expect(fetched.kind === 'fetched' && Buffer.from(fetched.content).equals(Buffer.from(bytes))).toBe(
            true,
          );
        }
        await opened.channel.dropFile?.(device.address, sent);
      });

      test('is refused where it is larger than we take, and where it is no more', async () => {
        const sent = await opened.sends!(new Uint8Array(mostFileBytes + 1)).catch(() => null);
        if (sent) expect(await fetchFile(sent)).toEqual({ kind: 'refused', why: 'too-large' });
        expect(await fetchFile(opened.nothing!)).toMatchObject({ kind: 'refused', why: 'gone' });
      });

      test('is away while the provider is, and comes when it is back', async () => {
        const sent = await opened.sends!(Buffer.from('một tấm ảnh'));
        const { over } = await opened.outage();
        expect(await fetchFile(sent)).toEqual({ kind: 'refused', why: 'away' });
        await over();
        expect(await fetchFile(sent)).toMatchObject({ kind: 'fetched' });
      });
    });

    describe('the answer', () => {
      const words = text('Nội dung không được lộ ra ở đâu cả');

      test('"wait" is obeyed to the second', async () => {
        if (!can('busy')) return;
        for (const retryAfterSeconds of [1, 37, 3_600]) {
          device.next({ kind: 'busy', retryAfterSeconds });
          const outcome = { kind: 'retry', waitMs: retryAfterSeconds * 1000, limited: true };
          expect(await send(words)).toMatchObject(outcome);
        }
        expect(await device.shown()).toEqual([]);
      });

      test('"something broke here" is tried again', async () => {
        if (!can('server-error')) return;
        device.next({ kind: 'server-error' });
        const outcome = await send(words);
        expect(outcome).toMatchObject({ kind: 'retry', limited: false });
        expect(outcome.kind === 'retry' && outcome.waitMs).toBeGreaterThan(0);
        expect(await send(words)).toMatchObject({ kind: 'sent' });
      });

      test('of nobody is no doubt: the provider was never asked', async () => {
        await send(words);
        const { over } = await opened.outage();
        const outcomes = await Promise.all([1, 2, 3].map(() => send(words)));
        expect(outcomes.map(({ kind }) => kind)).toEqual(['retry', 'retry', 'retry']);
        await over();
        expect(await send(words)).toMatchObject({ kind: 'sent' });
        expect((await device.shown()).length).toBe(2);
      });

      test.each([
        ['hang', true],
        ['hang', false],
        ['drop', true],
        ['drop', false],
        ['garbage', true],
        ['garbage', false],
      ] as const)('that never came is unknown (%s, shown: %s)', async (kind, shown) => {
        if (!can(kind)) return;
        await send(text('Trước đó'));
        device.next({ kind, shown });
        expect(await send(words)).toMatchObject({ kind: 'unknown' });
        expect((await device.shown()).length).toBe(shown ? 2 : 1);
        expect(await send(text('Sau đó'))).toMatchObject({ kind: 'sent' });
      });

      test('"blocked" ends this chat', async () => {
        await device.block();
        expect(await send(words)).toMatchObject({ kind: 'refused', reason: 'blocked' });
      });

      test('"there is no such chat" ends it as well', async () => {
        expect(await send(words, opened.nowhere)).toMatchObject({ kind: 'refused', reason: 'blocked' });
      });

      test('"this cannot be sent" ends this message, not the chat', async () => {
        if (!can('invalid')) return;
        device.next({ kind: 'invalid' });
        expect(await send(words)).toMatchObject({ kind: 'refused', reason: 'invalid' });
        expect(await send(words)).toMatchObject({ kind: 'sent' });
      });

      test('"moved" names the new address', async () => {
        if (!can('moved')) return;
        const { address } = await opened.another();
        device.next({ kind: 'moved', to: address });
        expect(await send(words)).toEqual({ kind: 'moved', address });
      });
    });

    describe('a tap', () => {
      const asked = async () => {
        const buttons = [{ label: 'Đã nắm', payload: 'ack:1' }];
        await send({ ...text('Đã nhận được chưa?'), buttons });
        return await device.press('Đã nắm');
      };
      const buttonsNow = async () => (await device.shown())[0]!.buttons.length;

      test('is settled: the waiting sign goes, and the buttons with it', async () => {
        if (!opened.channel.settleTap) return;
        const tap = await asked();
        expect(await device.settled(tap)).toBeNull();
        await opened.channel.settleTap(tap, { toast: 'Đã ghi nhận.', removeButtons: true });
        expect(await device.settled(tap)).toBe('Đã ghi nhận.');
        expect(await buttonsNow()).toBe(0);
        expect((await device.shown())[0]!.text).toBe('Đã nhận được chưa?');
      });

      test('may leave the buttons, and say more than fits', async () => {
        if (!opened.channel.settleTap) return;
        const tap = await asked();
        const toast = 'Nút này không dành cho đồng chí. '.repeat(20);
        await opened.channel.settleTap(tap, { toast, removeButtons: false });
        expect(toast.startsWith((await device.settled(tap)) ?? 'nothing')).toBe(true);
        expect((await device.settled(tap))!.length).toBeGreaterThan(30);
        expect(await buttonsNow()).toBe(1);
      });

      test('is a courtesy: settling it twice, too late or in an outage harms nobody', async () => {
        const { settleTap, showTyping } = opened.channel;
        if (!settleTap) return;
        const answer = { toast: '', removeButtons: true };
        const tap = await asked();
        await settleTap(tap, answer);
        await settleTap(tap, answer);
        await settleTap({ ...tap, tapId: '12345', messageId: '999999' }, answer);
        await device.block();
        await settleTap(tap, answer);
        await showTyping?.(device.address);
        const { over } = await opened.outage();
        await settleTap(tap, answer);
        await showTyping?.(device.address);
        await over();
      });
    });

    test('close leaves nothing open', async () => {
      await Promise.all(Array.from({ length: 10 }, () => send(text('Chào'))));
      await send(part(fileOf('a.pdf', 10)));
      if (can('hang')) {
        device.next({ kind: 'hang', shown: false });
        await send(text('Treo'));
      }
      await opened.channel.close();
      await expect.poll(connections, { timeout: 2_000 }).toBeLessThanOrEqual(connectionsBefore);
    });

    test('nothing was left out but what the channel says cannot be', () => {
      expect([...leftOut].sort()).toEqual([...(opened.impossible ?? [])].sort());
    });
  });
}

async function allShown(devices: readonly Device[]): Promise<Shown[][]> {
  return await Promise.all(devices.map(async (device) => await device.shown()));
}

/** Connections this process holds, the provider's ends included where it runs here. */
function connections(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;
}

function text(words: string): TextToSend {
  return { kind: 'text', text: words, bold: [], buttons: [] };
}

function part(file: OutgoingFile): FileToSend {
  return { kind: 'file', file };
}

/** A file nobody has sent yet; `reads` says how often it was read to go up. */
function fileOf(name: string, size: number): OutgoingFile & { sha256: string; reads: () => number } {
  const bytes = Buffer.from(Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8)) % 256));
  let reads = 0;
  return {
    id: `${name}-${size}`,
    name,
    mediaType: 'application/pdf',
    bytes: size,
    uploadedAs: null,
    async content() {
      reads += 1;
      return bytes;
    },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    reads: () => reads,
  };
}
