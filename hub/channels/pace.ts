/**
 * A provider counts arrivals in any second of its own; ours jitter on the way. Sends are so much further apart
 * than the rate allows: at any rate a send may be late by a twenty-fifth of a second and the second after it still
 * holds no more than is allowed.
 */
const slack = 1.04;

/** How late a send may start and still keep its place: less than the slack of a second, the rest is the way's. */
export const latestStartMs = 15;

/** Seconds between two sends at a rate per second; 0 without one. */
export const intervalOf = (rate: number | undefined): number => slack / (rate ?? Infinity);
