/** So long what is in doubt waits, on channels with echoes, for its provider to tell that it was shown. */
export const echoWaitMs = 3_000;
/** Where a worker died, that was told while its lease ran out: it has only to be compared. */
export const heardEchoWaitMs = 1_000;
/** How often echoes are compared with what is in doubt: at least once within either wait. */
export const echoLooksMs = 500;
