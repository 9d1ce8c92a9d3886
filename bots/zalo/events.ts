import { z } from 'zod';

/** Ids are longer than a number is exact; where one comes as a number all the same, only an exact one is taken. */
const id = z.union([z.string().regex(/^[\w-]{1,64}$/), z.int().transform(String)]);
const someone = z.looseObject({ id });
/** `admin_id`: somebody wrote it by hand, in the account's own chat. */
const sender = z.looseObject({ id, admin_id: z.unknown().optional() });

/** Of a kind we know or not: what of it we can use is looked at later, so that an odd one costs nobody the event. */
const attachment = z.looseObject({ type: z.unknown(), payload: z.unknown() });

const event = z.looseObject({
  app_id: id,
  event_name: z.string().max(100),
  /** Milliseconds since 1970, in digits. */
  timestamp: z.union([z.string().regex(/^\d{1,15}$/), z.int().transform(String)]),
  oa_id: id.optional(),
  sender: sender.optional(),
  recipient: z.looseObject({ id: z.unknown() }).optional(),
  follower: someone.optional(),
  user_id: id.optional(),
  group_id: id.optional(),
  users: z.array(someone).optional(),
  info: z.looseObject({ phone: z.union([z.string(), z.int().transform(String)]).optional() }).optional(),
  message: z
    .looseObject({
      text: z.string().optional(),
      msg_id: id.optional(),
      msg_ids: z.array(id).optional(),
      attachments: z.array(attachment).max(50).optional().catch(undefined),
      tracking_id: z.string().max(64).optional(),
      delivery_time: z.union([z.string(), z.int().transform(String)]).optional(),
    })
    .optional(),
});

/** What Zalo posts: the parts of it that we look at. There are more kinds than are written down. */
export type ZaloEvent = z.infer<typeof event>;

/** Null for what is no event: the console's check posts `{}`. */
export function readEvent(body: Buffer): ZaloEvent | null {
  try {
    return event.safeParse(JSON.parse(body.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/**
 * One address takes the events of all accounts that have let the app speak for them. Which account it is stands in
 * `oa_id`, else it is one side of the message: the other one in receipts than in texts (channels.md 2.2), so that both
 * are looked at. What names no account is taken to be ours.
 */
export function isOfAnother({ oa_id: named, sender, recipient }: ZaloEvent, accountId: string): boolean {
  if (named !== undefined) return named !== accountId;
  if (sender === undefined || recipient === undefined) return false;
  return sender.id !== accountId && recipient.id !== accountId;
}
