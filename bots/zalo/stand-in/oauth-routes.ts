import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { FaultKind, FaultScript } from './faults.ts';
import { fallSilent } from './hosts.ts';
import type { Journal } from './journal.ts';
import { ExchangeRefusal, type Tokens } from './tokens.ts';

export type Consent = { appId: string; redirectUri: string; challenge: string; state: string };

type Deps = {
  app: { id: string; secret: string };
  account: Account;
  tokens: Tokens;
  faults: FaultScript;
  journal: Journal;
  /** The address saved with the app, to the byte; null: any. */
  callbackUrl: () => string | null;
};

const tokenPath = '/v4/oa/access_token';

export type OAuth = ReturnType<typeof oauth>;

/** Where an administrator agrees, and where tokens are given. */
export function oauth(deps: Deps) {
  const { app, account, tokens, faults, journal } = deps;

  /** An administrator presses "Cho phép": where the browser is sent. @throws {ExchangeRefusal} as the page would say */
  function agree({ appId, redirectUri, challenge, state }: Consent): string {
    if (appId !== app.id) throw new ExchangeRefusal(-14002, 'App id invalid');
    const saved = deps.callbackUrl();
    if (saved !== null && redirectUri !== saved) throw new ExchangeRefusal(-14003, 'Invalid redirect uri');
    const back = new URL(redirectUri);
    back.searchParams.set('oa_id', account.id);
    back.searchParams.set('code', tokens.agree({ challenge, redirectUri }));
    if (state) back.searchParams.set('state', state);
    return back.href;
  }

  async function exchange(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    journal.count(tokenPath);
    const fields = new URLSearchParams((request.body as Buffer | undefined)?.toString() ?? '');
    const fault = faults.strike(tokenPath, undefined);
    try {
      if (!fault) return tokens.exchange(fields, request.headers['secret_key']);
      return await disrupted(fault, () => tokens.exchange(fields, request.headers['secret_key']), reply);
    } catch (error) {
      return refusalOf(error as ExchangeRefusal);
    }
  }

  async function disrupted(fault: FaultKind, run: () => object, reply: FastifyReply): Promise<unknown> {
    if ('status' in fault) return await reply.code(fault.status).type('text/html').send('<html></html>');
    if ('error' in fault) throw new ExchangeRefusal(fault.error, fault.message ?? 'Scripted');
    if ('emptyTokens' in fault) {
      run();
      return { access_token: '', refresh_token: '', expires_in: '90000' };
    }
    if ('delayMs' in fault) {
      const pair = run();
      await pause(fault.delayMs);
      return pair;
    }
    if (fault.deliver) run();
    return await fallSilent(fault, reply);
  }

  /** The page an administrator sees: one button, which sends the browser back with a code. */
  function routes(server: FastifyInstance): void {
    server.post('/oauth/v4/oa/access_token', exchange);
    server.get('/oauth/v4/oa/permission', async (request, reply) => {
      const page = consentPage(account.name, request.query as Record<string, string>);
      return await reply.type('text/html; charset=utf-8').send(page);
    });
    server.get('/oauth/v4/oa/agree', async (request, reply) => {
      try {
        return await reply.redirect(agree(consentOf(new URLSearchParams(request.query as never))), 302);
      } catch (error) {
        return await reply.code(400).send(refusalOf(error as ExchangeRefusal));
      }
    });
  }

  return {
    routes,
    /** Agrees on the page of this address, as a browser would. @throws {ExchangeRefusal} */
    agreeAt: (consentUrl: string) => agree(consentOf(new URL(consentUrl).searchParams)),
  };
}

function consentPage(account: string, query: Record<string, string>): string {
  const fields = Object.entries(query).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Zalo giả</title>
<h1>${escaped(account)}</h1><form action="agree">${fields.join('')}<button>Cho phép</button></form></html>`;
}

function consentOf(query: URLSearchParams): Consent {
  return {
    appId: query.get('app_id') ?? '',
    redirectUri: query.get('redirect_uri') ?? '',
    challenge: query.get('code_challenge') ?? '',
    state: query.get('state') ?? '',
  };
}

function refusalOf({ code, errorName, message }: ExchangeRefusal) {
  return {
    error: code,
    error_name: errorName,
    error_reason: message,
    error_description: message,
    ref_doc: 'https://developers.zalo.me/docs/social-api/tham-khao/ma-loi',
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
