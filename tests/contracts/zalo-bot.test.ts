import { zaloBot } from '../../bots/zalo-bot/index.ts';
import { zaloBotStandIn, type FaultKind, type ZaloBotStandIn } from '../../bots/zalo-bot/stand-in/index.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { channelContract, type Device, type Fault } from './channel-contract.ts';

channelContract('The Zalo Bot Platform', async () => {
  // The suite knows more people than the free plan.
  const standIn = zaloBotStandIn({ plan: { people: 100 } });
  const { url } = await standIn.listen();
  const bot = zaloBot({
    token: new Secret(standIn.token),
    apiRoot: url,
    webhookSecret: undefined,
    quotas: { monthly: 3_000, people: 50 },
    receive: async () => {},
    onSkipped: () => {},
    onProblem: () => {},
    sendTimeoutMs: 300,
  });
  let next = 7;
  const another = () => phone(standIn, `u${(next += 1)}`);
  return {
    channel: bot.channel,
    device: another(),
    another,
    nowhere: 'u404404',
    secrets: [standIn.token, standIn.token.split(':')[1]!],
    without: ['bold', 'files'],
    impossible: ['moved'],
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

function phone(standIn: ZaloBotStandIn, id: string): Device {
  const person = standIn.person(id);
  person.say('Chào');
  return {
    address: id,
    shown: () => person.inbox.map(({ text }) => ({ text, bold: [], buttons: [], file: null })),
    next: (fault) => standIn.fault({ chat: id, kind: asZalo(fault) }),
    block: () => person.block(),
    press() {
      throw new Error('there are no buttons');
    },
    settled: () => null,
  };
}

function asZalo(fault: Fault): FaultKind {
  switch (fault.kind) {
    case 'busy':
      return { code: 429, retryAfter: fault.retryAfterSeconds };
    case 'server-error':
      return { gateway: 502 };
    case 'invalid':
      return { code: 400, description: 'Bad Request: message text is invalid' };
    case 'moved':
      throw new Error('a chat keeps its id');
    case 'hang':
      return { hang: true, deliver: fault.shown };
    case 'drop':
      return { drop: true, deliver: fault.shown };
    case 'garbage':
      return { garbage: true, deliver: fault.shown };
  }
}
