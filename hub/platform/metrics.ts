import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof openMetrics>;

/** What an operator watches. Labels are channel names and outcomes, never persons. */
export function openMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
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
    backgroundProblems: new Counter({
      name: 'caunoi_background_problems_total',
      help: 'Background work that failed and will be tried again',
      labelNames: ['work'],
      registers,
    }),
  };
}
