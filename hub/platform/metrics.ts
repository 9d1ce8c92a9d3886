import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof openMetrics>;

interface Watched {
  name: string;
  help: string;
  labelNames: string[];
  read: () => Promise<{ labels: Record<string, string>; value: number }[]>;
}

/** What an operator watches. Labels are channel names and outcomes, never persons. */
export function openMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    /**
     * A gauge that is read when somebody asks: figures of the whole installation, the same from every process.
     * `read` that fails leaves it out of that answer.
     */
    watch({ name, help, labelNames, read }: Watched) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        labelNames,
        registers,
        async collect() {
          const values = await read().catch(() => []);
          gauge.reset();
          for (const { labels, value } of values) gauge.set(labels, value);
        },
      });
    },
    /** Process figures cost a timer each: only a process that serves `/metrics` asks for them. */
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    sends: new Counter({
      name: 'caunoi_sends_total',
      help: 'Messages asked of a provider, by channel and outcome',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    sendSeconds: new Histogram({
      name: 'caunoi_send_seconds',
      help: 'Time a provider took to answer',
      labelNames: ['channel'],
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers,
    }),
    repeats: new Counter({
      name: 'caunoi_repeated_sends_total',
      help: 'Sends repeated after doubt: an upper bound of duplicates',
      labelNames: ['channel'],
      registers,
    }),
    pushAnswers: new Counter({
      name: 'caunoi_push_answers_total',
      help: 'Browsers to be woken, by what their push service answered',
      labelNames: ['answer'],
      registers,
    }),
    waiting: new Gauge({
      name: 'caunoi_oldest_waiting_seconds',
      help: 'Age of the oldest message whose time has come and that has not gone',
      labelNames: ['channel'],
      registers,
    }),
    inbound: new Counter({
      name: 'caunoi_inbound_events_total',
      help: 'Events received from providers, by channel and result',
      labelNames: ['channel', 'result'],
      registers,
    }),
    leasesLost: new Counter({
      name: 'caunoi_leases_lost_total',
      help: 'Sends in doubt because the process that held them fell silent',
      registers,
    }),
    budgetWaits: new Counter({
      name: 'caunoi_budget_waits_total',
      help: 'Times that a channel had something to send and its rate allowed nothing yet',
      labelNames: ['channel'],
      registers,
    }),
    assistantAnswers: new Counter({
      name: 'caunoi_assistant_answers_total',
      help: 'Questions to the assistant, by what became of them',
      labelNames: ['outcome'],
      registers,
    }),
    assistantFirstWords: new Histogram({
      name: 'caunoi_assistant_first_words_seconds',
      help: 'Time until there was something of an answer to read',
      buckets: [0.03, 0.1, 0.3, 1, 3, 10, 30],
      registers,
    }),
    modelAnswers: new Counter({
      name: 'caunoi_model_answers_total',
      help: 'What was asked of the language model, by purpose, and what became of it',
      labelNames: ['purpose', 'outcome'],
      registers,
    }),
    modelTokens: new Counter({
      name: 'caunoi_model_tokens_total',
      help: 'Tokens that the language model read and wrote',
      labelNames: ['direction'],
      registers,
    }),
    modelSeconds: new Histogram({
      name: 'caunoi_model_seconds',
      help: 'Time until the language model had written all it was to write',
      labelNames: ['purpose'],
      buckets: [0.3, 1, 3, 10, 20, 30, 50],
      registers,
    }),
    backgroundProblems: new Counter({
      name: 'caunoi_background_problems_total',
      help: 'Background work that failed and will be tried again',
      labelNames: ['work'],
      registers,
    }),
  };
}
