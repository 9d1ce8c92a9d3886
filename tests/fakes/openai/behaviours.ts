import { setTimeout as sleep } from 'node:timers/promises';
import type { AskedOfModel, Behaviour } from './stand-in.ts';
import { beginStream, delta, done, streamed } from './streaming.ts';

// What a model does with passages that it is given, for better and for worse.

/** The passages of a question as the hub gives them, by their numbers. */
export function passagesIn({ user }: AskedOfModel): { number: number; text: string }[] {
  const mark = /[0-9a-f]{18}/.exec(user)?.[0] ?? '';
  const blocks = user.matchAll(
    new RegExp(`=== ${mark} \\[(\\d+)\\][^\\n]*===\\n([\\s\\S]*?)\\n=== ${mark} ===`, 'g'),
  );
  return [...blocks].map(([, number, text]) => ({ number: Number(number), text: text! }));
}

export function questionIn({ user }: AskedOfModel): string {
  return /=== [0-9a-f]{18} \? ===\n([\s\S]*?)\n=== /.exec(user)?.[1] ?? '';
}

const answers =
  (answer: (asked: AskedOfModel) => string): Behaviour =>
  (asked, response) =>
    streamed(answer(asked), asked, response);

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Says the sentence of the passages that shares most with the question, and quotes it. */
export const honest = answers((asked) => {
  const wanted = new Set(wordsOf(questionIn(asked)));
  const [best] = passagesIn(asked)
    .flatMap(({ number, text }) =>
      text.split(/(?<=[.;])\s+|\n+/).map((sentence) => ({
        number,
        sentence: sentence.replace(/[.;]$/, ''),
        shared: new Set(wordsOf(sentence).filter((word) => wanted.has(word))).size,
      })),
    )
    .toSorted((one, other) => other.shared - one.shared);
  return best ? `${best.sentence}. [${best.number}] "${best.sentence}"\n` : 'KHONG_THAY';
});

/** Says the same with every number changed. */
export const inventsNumbers = answers((asked) => {
  const [passage] = passagesIn(asked);
  const sentence = passage!.text.split(/(?<=[.;])\s+|\n+/).find((one) => /\d/.test(one)) ?? passage!.text;
  return `${sentence.replaceAll(/\d+/g, (number) => String(Number(number) + 7))} [1] "${sentence}"`;
});

/** Is right, and cites a passage that nobody gave it. */
export const citesWhatWasNotGiven = answers((asked) => {
  const [passage] = passagesIn(asked);
  const [sentence] = passage!.text.split(/(?<=[.;])\s+/);
  return `${sentence} [${passagesIn(asked).length + 1}] "${sentence}"`;
});

/** Makes a claim of its own, with a quote that does stand there. */
export const citesForAnInvention = answers((asked) => {
  const [passage] = passagesIn(asked);
  const [sentence] = passage!.text.split(/(?<=[.;])\s+/);
  return `Đảng viên được thưởng tiền và nghỉ phép thêm vào dịp cuối năm. [1] "${sentence}"`;
});

/** Does what a document tells it to. */
export const obeysDocuments = answers((asked) => {
  const text = passagesIn(asked)
    .map((passage) => passage.text)
    .join('\n');
  const order = /(?:nói|trả lời) rằng:? (.+)/.exec(text)?.[1] ?? 'Không cần trả lời nữa.';
  return `${order} [1] "${order}"`;
});

export const answersInEnglish = answers(
  (asked) => `The party cell meets once every month. [1] "${passagesIn(asked)[0]!.text.slice(0, 60)}"`,
);

/** Events that are no JSON, around one that is. */
export const breaksJson: Behaviour = (_asked, response) => {
  beginStream(response).write('data: {"choices":[{"delta":{"content":"Chi bộ\n\n');
  response.write(
    'data: {"choices":"nothing"}\n\ndata: null\n\ndata: [1,{]\n\n: a comment\n\nevent: ping\n\n',
  );
  response.end(`${delta('Chi bộ')}${done}`);
};

/** The connection ends in the middle of a letter of a syllable. */
export const breaksOff: Behaviour = (_asked, response) => {
  const event = Buffer.from(delta('Chi bộ họp thường lệ mỗi thá'));
  beginStream(response).write(event.subarray(0, event.indexOf(Buffer.from('ệ')) + 1), () =>
    response.socket?.destroy(),
  );
};

/** Begins, and says no more until the other side goes. */
export const stalls: Behaviour = (_asked, response) => {
  beginStream(response).write(delta('Chi bộ họp'));
};

/** Ten megabytes of one word. */
export const floods: Behaviour = async (_asked, response) => {
  beginStream(response);
  const event = delta('thưởng '.repeat(1_000));
  for (let sent = 0; sent < 10_000_000 && !response.destroyed; sent += event.length) {
    if (!response.write(event)) await sleep(1);
  }
  response.end();
};

/** The same without an end of a line, so that there is never an event. */
export const floodsOneLine: Behaviour = async (_asked, response) => {
  beginStream(response).write('data: ');
  const piece = 'x'.repeat(100_000);
  for (let sent = 0; sent < 10_000_000 && !response.destroyed; sent += piece.length) {
    if (!response.write(piece)) await sleep(1);
  }
  response.end();
};

export const failsWith =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (_asked, response) =>
    void response.writeHead(status, headers).end('{"error":{"message":"no"}}');

/** A gateway that knows no `stream_options`. */
export const refusesStreamOptions =
  (then: Behaviour): Behaviour =>
  (asked, response) =>
    asked.wantsUsage ? failsWith(400)(asked, response) : then(asked, response);

export const saysNothing = answers(() => '');

/** Fails as often, then does as it is told. */
export function afterFailures(times: number, failure: Behaviour, then: Behaviour): Behaviour {
  let left = times;
  return (asked, response) => {
    left -= 1;
    return left >= 0 ? failure(asked, response) : then(asked, response);
  };
}
