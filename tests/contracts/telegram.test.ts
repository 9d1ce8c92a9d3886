import { telegramBot } from '../../bots/telegram/index.ts';
import { telegramStandIn, type FaultKind, type TelegramStandIn } from '../../bots/telegram/stand-in/index.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { channelContract, type Device, type Fault } from './channel-contract.ts';

channelContract('Telegram', async () => {
  const standIn = telegramStandIn();
  const { url } = await standIn.listen();
  const bot = telegramBot({
    token: new Secret(standIn.token),
    apiRoot: url,
    webhookSecret: undefined,
    commands: [],
    receive: async () => {},
    onProblem: () => {},
    sendTimeoutMs: 300,
  });
  let next = 7;
  const another = () => phone(standIn, (next += 1));
  return {
    channel: bot.channel,
    device: another(),
    another,
    nowhere: '404404',
    secrets: [standIn.token, standIn.token.split(':')[1]!],
    async sends(bytes) {
      const person = standIn.user(8);
      person.sendDocument({ name: 'anh.jpg', bytes });
      return { ref: person.screen.at(-1)!.document!.fileId };
    },
    nothing: { ref: 'BQkhong-co' },
    async outage() {
      await standIn.close();
      return { over: async () => void (await standIn.listen()) };
    },
    async close() {
      await bot.close();
      await standIn.close();
    },
  };
});

function phone(standIn: TelegramStandIn, id: number): Device {
  const person = standIn.user(id);
  person.start();
  return {
    address: String(id),
    shown: () =>
      person.inbox.map(({ text, entities, buttons, document }) => ({
        text,
        bold: entities
          .filter(({ type }) => type === 'bold')
          .map(({ offset, length }) => text.slice(offset, offset + length)),
        buttons: buttons.map(({ text: label, data: payload = '' }) => ({ label, payload })),
        file: document ? { name: document.name, sha256: document.sha256 } : null,
      })),
    next: (fault) => void standIn.fault({ chat: id, kind: asTelegram(fault) }),
    block: () => person.block(),
    press(label) {
      const message = person.inbox.findLast(({ buttons }) => buttons.length > 0)!;
      const tapId = person.press(message, label);
      return { channel: 'telegram', address: String(id), tapId, messageId: String(message.id) };
    },
    settled: () => person.toasts.at(-1)?.text ?? null,
  };
}

function asTelegram(fault: Fault): FaultKind {
  switch (fault.kind) {
    case 'busy':
      return { status: 429, retryAfter: fault.retryAfterSeconds };
    case 'server-error':
      return { status: 502 };
    case 'invalid':
      return { status: 400, description: 'Bad Request: BUTTON_DATA_INVALID' };
    case 'moved':
      return { migrateTo: Number(fault.to) };
    case 'hang':
      return { hang: true, deliver: fault.shown };
    case 'drop':
      return { drop: true, deliver: fault.shown };
    case 'garbage':
      return { garbage: true, deliver: fault.shown };
  }
}
