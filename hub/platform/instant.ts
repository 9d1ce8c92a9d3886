import { z } from 'zod';

const withOffset = z.union([
  z.iso.datetime({ offset: true }),
  z.iso.datetime({ offset: true, precision: -1 }),
]);

/** ISO 8601 with an offset; the seconds may be missing. Stays text here: a transformed body loses its examples. */
export const instant = z
  .string()
  .refine((text) => withOffset.safeParse(text).success)
  .meta({ format: 'date-time' });
