/** The present moment. Injected everywhere, so that tests can hold the hands of the clock. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
