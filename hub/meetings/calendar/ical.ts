import ICAL from 'ical.js';

/** The parts of ical.js that we use; its types are on its one default export. */
export const { Component, Property, Recur, Time, Timezone } = ICAL;
export type Recur = InstanceType<typeof ICAL.Recur>;
