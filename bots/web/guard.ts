import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOptions, openFormTokens } from '../../hub/console/index.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import type { Keys } from '../../hub/platform/keys.ts';
import type { Device, WebChat } from '../../hub/webchat/index.ts';

const cookieName = 'caunoi_chat';
/** The longest that browsers keep a cookie; each visit begins it anew. */
const cookieSeconds = 400 * 86_400;

/** Who is at the page, and whether a form is ours. */
export interface Guard {
  /** The device of this request; one that was ended too. Null for a browser we do not know. */
  deviceOf(request: FastifyRequest): Promise<Device | null>;
  /** @throws {DomainError} `webchat.no-device` where the conversation is not open in this browser */
  requireDevice(request: FastifyRequest): Promise<Device>;
  /** For what changes something: the form must have stood on a page we made for this device. */
  requireForm(request: FastifyRequest): Promise<Device>;
  formToken(device: Device): string;
  remember(reply: FastifyReply, token: string): void;
  /** Does the browser say that a conversation is open in it? It may be gone altogether, as after an erasure. */
  wasHere(request: FastifyRequest): boolean;
  forget(reply: FastifyReply): void;
  /** So that a page kept on the phone is never signed out by time alone. */
  renew(request: FastifyRequest, reply: FastifyReply): void;
}

export function openGuard(parts: { webchat: Pick<WebChat, 'deviceOf'>; keys: Keys; secure: boolean }): Guard {
  const { webchat, keys, secure } = parts;
  const tokens = openFormTokens(keys);
  const ownerOf = (device: Device) => `web ${device.id}`;
  const options = { ...cookieOptions(secure), path: '/chat', maxAge: cookieSeconds };

  async function deviceOf(request: FastifyRequest): Promise<Device | null> {
    const token = request.cookies[cookieName];
    return token ? await webchat.deviceOf(token) : null;
  }

  async function requireDevice(request: FastifyRequest): Promise<Device> {
    const device = await deviceOf(request);
    if (!device || device.endedAt) throw new DomainError('webchat.no-device', { status: 401 });
    return device;
  }

  return {
    deviceOf,
    requireDevice,
    async requireForm(request) {
      const device = await requireDevice(request);
      const { formToken } = (request.body ?? {}) as Record<string, unknown>;
      if (tokens.verify(ownerOf(device), formToken)) return device;
      throw new DomainError('form.expired', { status: 403 });
    },
    formToken: (device) => tokens.create(ownerOf(device)),
    remember: (reply, token) => void reply.setCookie(cookieName, token, options),
    wasHere: ({ cookies }) => cookies[cookieName] !== undefined,
    forget: (reply) => void reply.clearCookie(cookieName, { path: options.path }),
    renew(request, reply) {
      const token = request.cookies[cookieName];
      if (token) void reply.setCookie(cookieName, token, options);
    },
  };
}

/** Counts requests by browser: a whole cell may sit behind one address. */
export function byBrowser(request: FastifyRequest): string {
  const token = request.cookies[cookieName];
  return token ? createHash('sha256').update(token).digest('base64url') : request.ip;
}
