import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { OutgoingFile } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { knowTemplates, openAccount } from './account.ts';

let database: Database;
beforeAll(async () => (database = await testDatabase()), 60_000);
afterAll(() => database.close());

/** Three in the afternoon in Hà Nội, twenty seconds after a full minute. */
const afternoon = new Date('2026-11-20T08:00:20Z');

/** An account and one person who was just heard, on a clock of ours. */
async function given({ at = afternoon, ...options }: Parameters<typeof openAccount>[1] & { at?: Date } = {}) {
  let now = at;
  const clock = () => now;
  const { standIn: standInOptions, ...more } = options;
  const opened = await openAccount(database, { clock, ...more, standIn: { clock, ...standInOptions } });
  onTestFinished(opened.close);
  const person = opened.standIn.person(1, { name: 'Trần Thị Bình', phone: '0912 345 678' });
  person.say('Chào');
  const { channel } = opened.account;
  return {
    ...opened,
    person,
    channel,
    pass: (ms: number) => void (now = new Date(now.getTime() + ms)),
    say: (text = 'Kính gửi đồng chí', buttons = [] as { label: string; payload: string }[]) =>
      channel.send({ address: person.id, part: { kind: 'text', text, bold: [], buttons } }),
    sendFile: (file: OutgoingFile) => channel.send({ address: person.id, part: { kind: 'file', file } }),
  };
}

const hours = (count: number) => count * 3_600_000;
const yes = [{ label: 'Đã nắm', payload: 'ack:1' }];
const refused = (reason: string, detail: string) => ({ kind: 'refused', reason, detail });

describe('the reply window', () => {
  test('costs nothing for two days, then money, then nothing goes', async () => {
    const { say, pass, standIn } = await given();
    expect(await say()).toMatchObject({ kind: 'sent', paid: false });
    pass(hours(49));
    expect(await say()).toMatchObject({ kind: 'sent', paid: true });
    standIn.account.planMessages = 1;
    expect(await say()).toMatchObject({ kind: 'sent', paid: false });
    pass(hours(24 * 5));
    expect(await say()).toEqual(refused('closed', 'window-closed'));
  });
});

describe('what Zalo refuses', () => {
  test('too many calls in a minute: until the next one, and the channel is well', async () => {
    const { say } = await given({ standIn: { perMinute: 1 } });
    expect(await say()).toMatchObject({ kind: 'sent' });
    expect(await say()).toEqual({
      kind: 'retry',
      waitMs: 40_000,
      limited: true,
      ofChannel: false,
      detail: 'too-many-requests',
    });
  });

  test.each([
    ['at three in the afternoon', '2026-11-20T08:00:20Z', 15 * 60 + 5 - 1 / 3],
    ['at eleven at night', '2026-11-20T16:00:00Z', 7 * 60 + 5],
    ['at five in the morning', '2026-11-20T22:00:00Z', 65],
    ['at five past six', '2026-11-20T23:05:00Z', 24 * 60],
  ])('what may not go now waits for the morning, alone: %s', async (_, moment, minutes) => {
    const { say, standIn } = await given({ at: new Date(moment) });
    standIn.fault({ kind: { error: -211 } });
    const outcome = await say();
    expect(outcome).toMatchObject({ kind: 'retry', limited: true, ofMessage: true, detail: 'quota-used-up' });
    const waitMs = outcome.kind === 'retry' ? outcome.waitMs : 0;
    expect(waitMs).toBeGreaterThanOrEqual(Math.floor(minutes * 60_000));
    expect(waitMs).toBeLessThanOrEqual(minutes * 60_000 + 600_000);
  });

  test.each([
    [-213, refused('blocked', 'not-following')],
    [-217, refused('blocked', 'blocked-by-person')],
    [-227, refused('blocked', 'person-inactive')],
    [-230, refused('closed', 'window-closed')],
    [-244, refused('closed', 'type-restricted-by-person')],
    [-210, refused('invalid', 'too-long')],
    [-9999, refused('closed', 'zalo-9999')],
    [-200, { kind: 'retry', waitMs: 1_000, limited: false, ofChannel: false, detail: 'send-failed' }],
  ])('%i', async (error, outcome) => {
    const { say, standIn } = await given();
    standIn.fault({ kind: { error } });
    expect(await say()).toEqual(outcome);
  });

  test.each([
    [-320, 'no-cloud-account'],
    [-321, 'out-of-credit'],
    [-224, 'plan-too-low'],
    [-248, 'against-standards'],
  ])('%i stops the channel until somebody acts', async (error, detail) => {
    const { say, standIn } = await given();
    standIn.fault({ kind: { error } });
    const stops = { kind: 'retry', limited: true, ofChannel: true, needsPerson: true, detail };
    expect(await say()).toMatchObject(stops);
  });

  test('so does a login that is over, and it is told', async () => {
    const onNeedsLogin = vi.fn();
    const { say, standIn, channel } = await given({ onNeedsLogin });
    standIn.revokeTokens();
    expect(await say()).toMatchObject({
      kind: 'retry',
      ofChannel: true,
      needsPerson: true,
      detail: 'needs-login',
    });
    expect(await channel.answers!()).toBe(false);
    expect(onNeedsLogin).toHaveBeenCalledOnce();
  });

  test('a group that lapsed says nothing about the account', async () => {
    const { channel, standIn, person } = await given();
    const group = standIn.group('Chi bộ 1', [person]);
    standIn.fault({ to: group.id, kind: { error: -237 } });
    expect(await channel.sendToGroup!(group.id, 'Thông báo')).toEqual(refused('closed', 'group-expired'));
  });
});

describe('buttons', () => {
  test('are hidden words of ours: nobody sees what a tap says', async () => {
    const { say, person } = await given();
    await say('Đã nhận được chưa?', yes);
    expect(person.inbox.at(-1)!.buttons).toMatchObject([{ label: 'Đã nắm', kind: 'hidden-query' }]);
  });

  test('are numbered lines on an account that has none, found out by the first, once', async () => {
    const onButtonsRefused = vi.fn();
    const { say, person, channel, standIn } = await given({
      onButtonsRefused,
      standIn: { account: { takesButtons: false } },
    });
    const buttons = [...yes, { label: 'Để sau', payload: 'later' }];
    expect(channel.limits.buttons).toBe(5);
    expect(await say('Đã nhận được chưa?', buttons)).toMatchObject({ kind: 'sent' });
    expect(await say('Lần nữa?', buttons)).toMatchObject({ kind: 'sent' });
    expect(person.inbox.map(({ text }) => text)).toEqual([
      'Đã nhận được chưa?\n\n1. Đã nắm\n2. Để sau',
      'Lần nữa?\n\n1. Đã nắm\n2. Để sau',
    ]);
    expect(standIn.calls['/v3.0/oa/message/cs']).toBe(3);
    expect(onButtonsRefused).toHaveBeenCalledOnce();
    expect(channel.limits.buttons).toBe(0);
  });

  test('are numbered from the start where that is set', async () => {
    const { say, person, channel, standIn } = await given({ buttons: false });
    expect(channel.limits.buttons).toBe(0);
    await say('Đã nhận được chưa?', yes);
    expect(person.inbox.at(-1)).toMatchObject({ text: 'Đã nhận được chưa?\n\n1. Đã nắm', buttons: [] });
    expect(standIn.calls['/v3.0/oa/message/cs']).toBe(1);
  });

  test('are not given up for one message that Zalo would not take without them either', async () => {
    const { say, channel, standIn } = await given();
    standIn.fault({ times: 2, kind: { error: -201 } });
    expect(await say('Đã nhận được chưa?', yes)).toEqual(refused('invalid', 'invalid-field'));
    expect(channel.limits.buttons).toBe(5);
  });

  test('as numbers the longest text still fits', async () => {
    const { say, person, channel } = await given({ buttons: false });
    const many = Array.from({ length: 5 }, (_, n) => ({
      label: `Việc rất quan trọng ${n}`,
      payload: `p:${n}`,
    }));
    expect(await say('ế'.repeat(channel.limits.textUnits), many)).toMatchObject({ kind: 'sent' });
    expect(person.inbox.at(-1)!.text).toMatch(/5\. Việc rất quan trọng 4$/);
  });
});

describe('files', () => {
  test('a picture goes as one, under an id of its own', async () => {
    const { sendFile, person } = await given();
    const file = fileOf('Ảnh hội nghị.JPG', 900_000);
    expect(await sendFile(file)).toMatchObject({ kind: 'sent', uploadedAs: expect.stringMatching(/./) });
    expect(person.inbox.at(-1)!.file).toMatchObject({ name: file.name, sha256: file.sha256 });
  });

  test.each([
    ['Danh sách.xlsx', 1_000, 'file-type'],
    ['không đuôi', 1_000, 'file-type'],
    ['Ảnh.png', 1_000_001, 'file-too-large'],
    ['Nghị quyết.pdf', 5_000_001, 'file-too-large'],
  ])('%s of %i bytes is left to another channel, and Zalo is not asked', async (name, bytes, detail) => {
    const { sendFile, standIn } = await given();
    expect(await sendFile({ ...fileOf(name, 1), bytes })).toEqual(refused('invalid', detail));
    expect(standIn.calls).toEqual({});
  });

  test('an id that Zalo has forgotten: the file goes up again, once for all who send it', async () => {
    const { sendFile, pass, person, standIn } = await given();
    const file = fileOf('Nghị quyết.pdf', 1_000);
    await sendFile(file);
    const before = file.uploadedAs;
    pass(hours(24 * 7) + 1);
    person.say('Tôi đây');
    const copies = [file, { ...file }, { ...file }];
    const outcomes = await Promise.all(copies.map(sendFile));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
    expect(outcomes.filter((outcome) => 'uploadedAs' in outcome).length).toBe(1);
    expect(standIn.calls['/v2.0/oa/upload/file']).toBe(2);
    expect(file.uploadedAs).not.toBe(before);
  });

  test('an upload without an answer is no doubt: nobody was shown anything', async () => {
    const { sendFile, standIn } = await given();
    standIn.fault({ path: 'upload/file', kind: { drop: true, deliver: true } });
    expect(await sendFile(fileOf('a.pdf', 10))).toMatchObject({ kind: 'retry', limited: false });
    expect(await sendFile(fileOf('a.pdf', 10))).toMatchObject({ kind: 'sent' });
  });
});

describe('approved texts', () => {
  const parameters = [
    { name: 'ho_ten', maxLength: 30 },
    { name: 'noi_dung', maxLength: 60 },
    { name: 'han', maxLength: 20, required: false },
  ];
  const text = 'Chào <ho_ten>: <noi_dung>';
  const directive = { id: '501', text, parameters, userCost: 560, phoneCost: 800 };
  const data = { ho_ten: 'Trần Thị Bình', noi_dung: 'Kế hoạch số 27', han: '' };
  const send = { templateId: '501', data, trackingId: 'our.name' };

  /** What is known of the templates once Zalo has been asked. */
  async function known(definitions: object[], templates: Record<string, string>) {
    const onTemplateProblem = vi.fn();
    const opened = await given({
      templates,
      onTemplateProblem,
      standIn: { templates: definitions as never },
    });
    await knowTemplates(opened.account);
    const { templateFor } = opened.channel.terms!;
    return {
      ...opened,
      templateFor,
      told: onTemplateProblem.mock.calls.map(([problem]) => problem as object),
    };
  }

  test('are known with their places and prices', async () => {
    const { templateFor, told } = await known([directive], { directive: '501' });
    expect(templateFor('directive')).toEqual({
      id: '501',
      userCost: 560,
      phoneCost: 800,
      parameters: [
        { name: 'ho_ten', required: true, maxLength: 30 },
        { name: 'noi_dung', required: true, maxLength: 60 },
        { name: 'han', required: false, maxLength: 20 },
      ],
    });
    expect(templateFor('notice')).toBeNull();
    expect(told).toEqual([]);
  });

  test.each([
    [
      'with a place we have nothing for',
      { parameters: [...parameters, { name: 'ma_don', maxLength: 9 }] },
      'unknown-parameters',
      ['ma_don'],
    ],
    ['that waits for approval', { status: 'PENDING_REVIEW' }, 'not-approved', []],
    ['that was switched off', { status: 'DISABLE' }, 'not-approved', []],
    ['that is not there', { id: '999' }, 'not-found', []],
  ])('one %s is not used, and the operator is told', async (_, change, problem, unknown) => {
    const { templateFor, told } = await known([{ ...directive, ...change }], { directive: '501' });
    expect(templateFor('directive')).toBeNull();
    expect(told).toEqual([{ purpose: 'directive', problem, parameters: unknown }]);
  });

  test('reach also who was not heard for long, by id and by number', async () => {
    const { channel, person, pass, standIn } = await given({ standIn: { templates: [directive] } });
    pass(hours(24 * 30));
    expect(await channel.sendTemplate!(person.id, send)).toMatchObject({
      kind: 'sent',
      providerId: person.inbox.at(-1)!.id,
    });
    const byPhone = await channel.sendTemplate!(person.id, { ...send, phone: '+84912345678' });
    expect(byPhone).toEqual({ kind: 'sent', providerId: 'our.name' });
    expect(person.inbox.map(({ template }) => template?.id)).toEqual(['501', '501']);
    expect(standIn.phoneMessages.map(({ trackingId }) => trackingId)).toEqual(['our.name']);
  });

  test('refused by number say nothing about the chat', async () => {
    const { channel, person } = await given({ standIn: { templates: [directive] } });
    const phone = '+84912345678';
    person.refusesTemplates = true;
    expect(await channel.sendTemplate!(person.id, send)).toEqual(
      refused('closed', 'type-restricted-by-person'),
    );
    expect(await channel.sendTemplate!(person.id, { ...send, phone })).toEqual(
      refused('closed', 'refused-by-person'),
    );
    expect(await channel.sendTemplate!(person.id, { ...send, phone: '+84999999999' })).toEqual(
      refused('closed', 'no-such-person'),
    );
  });

  test('of a kind that rests at night wait for the morning', async () => {
    const promotion = { ...directive, tag: 'promotion' as const };
    const { channel, person } = await given({
      at: new Date('2026-11-20T16:30:00Z'),
      standIn: { templates: [promotion] },
    });
    expect(await channel.sendTemplate!(person.id, send)).toMatchObject({
      kind: 'retry',
      limited: true,
      ofMessage: true,
      detail: 'not-at-night',
    });
  });
});

test('a group is written to in plain text that calls nobody', async () => {
  const { channel, standIn, person } = await given();
  const group = standIn.group('Chi bộ 1', [person]);
  const outcome = await channel.sendToGroup!(
    group.id,
    `[@${person.id}] Kính gửi [@${group.id}] các đồng chí`,
  );
  expect(outcome).toMatchObject({ kind: 'sent', providerId: expect.stringMatching(/./) });
  expect(group.inbox.map(({ text }) => text)).toEqual(['Kính gửi các đồng chí']);
});

test('when few calls are left in a minute the channel pauses, once, until the next', async () => {
  const pause = vi.fn();
  const { say } = await given({ pause, standIn: { perMinute: 40 } });
  for (let sent = 0; sent < 37; sent += 1) await say();
  expect(pause).not.toHaveBeenCalled();
  for (let sent = 0; sent < 3; sent += 1) await say();
  expect(pause.mock.calls).toEqual([[40_000]]);
});

test('it answers where it knows us, and also where we asked too much', async () => {
  const { channel, standIn } = await given();
  expect(await channel.answers!()).toBe(true);
  standIn.fault({ kind: { error: -32 } });
  expect(await channel.answers!()).toBe(true);
  standIn.fault({ kind: { status: 503 } });
  expect(await channel.answers!()).toBe(false);
  await standIn.close();
  expect(await channel.answers!()).toBe(false);
});

function fileOf(name: string, size: number): OutgoingFile & { sha256: string } {
  const bytes = Buffer.alloc(size, name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { id: name, name, mediaType: '', bytes: size, uploadedAs: null, content: async () => bytes, sha256 };
}
