import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCast, type Cast, type Person } from './cast.ts';
import { api, ofDevice, open, pages, type Ask, type Rule } from './doors.ts';
import { stage, type Stage } from './stage.ts';

let cast: Cast;
let ofStage: Stage;
const formTokens = new Map<string, string>();
let asked = 0;

/** Each from an address of its own: how often one may ask is another test's business. */
const remoteAddress = () => `10.0.${Math.floor((asked += 1) / 250)}.${asked % 250}`;

beforeAll(async () => {
  cast = await openCast();
  ofStage = stage(cast);
  for (const { code, cookie, role } of cast.people) {
    const url = role === 'plain' ? '/console/consultations/mine' : '/console';
    const page = await cast.app.inject({ url, headers: { cookie, accept: 'text/html' } });
    formTokens.set(code, /name="formToken" value="([^"]+)"/.exec(page.body)![1]!);
  }
}, 120_000);
afterAll(() => cast.close());

test('every door there is stands in one of the lists, and every list names only doors there are', () => {
  const doors = cast.app.doors.map(({ method, url }) => `${method} ${url}`).sort();
  const listed = [...Object.keys(api), ...Object.keys(pages), ...Object.keys(open), ...ofDevice].sort();
  expect(listed).toEqual(doors);
});

test('every page says what its feature will ask, and every API route what its token must be good for', () => {
  const silent = cast.app.doors.filter(
    ({ method, url, needs, scope }) =>
      (url.startsWith('/console') && !needs) ||
      (url.startsWith('/api/v1') && !scope && !(`${method} ${url}` in open)),
  );
  expect(silent).toEqual([]);
});

describe('API', () => {
  test.each(Object.keys(api))(
    '%s',
    async (door) => {
      await passes(door, api[door]!, ({ api: headers }) => headers);
      const { url, ...request } = await requestOf(door, api[door]!, cast.people[0]!, {});
      expect((await cast.app.inject({ ...request, url })).statusCode).toBe(401);
    },
    60_000,
  );
});

describe('console', () => {
  test.each(Object.keys(pages))(
    '%s',
    async (door) => {
      await passes(door, pages[door]!, ({ cookie }) => ({ accept: 'text/html', cookie }));
    },
    60_000,
  );
});

test.each(['/gop-y', '/gop-y/bien-nhan', '/gop-y/X1-C', '/phieu'])(
  '%s shows everybody the same, and marks no browser',
  async (url) => {
    // Drawn anew for each form: see tests/feedback/unlinkable.test.ts.
    const withoutOnce = (page: string) => page.replace(/(name="once" value=")[\w-]{22}/, '$1');
    const { body: shown, statusCode } = await cast.app.inject({ url });
    expect(statusCode).toBe(200);
    for (const { code, api, cookie } of cast.people) {
      const headers = { ...api, cookie };
      const answer = await cast.app.inject({ url, headers });
      expect(withoutOnce(answer.body), code).toBe(withoutOnce(shown));
      expect(answer.headers['set-cookie'], code).toBeUndefined();
    }
  },
);

describe('a web chat', () => {
  test.each(ofDevice.filter((door) => door !== 'GET /chat'))('%s opens for no stranger', async (door) => {
    const [method, url] = door.split(' ') as ['GET' | 'POST', string];
    const made = url.replace(':id', '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7');
    const strange = { cookie: 'caunoi_chat=nobody-knows-this-one' };
    const whole = made === '/chat/seen' ? `${made}?upto=01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7` : made;
    const request = {
      url: whole,
      method,
      headers: { ...strange, 'content-type': 'application/x-www-form-urlencoded' },
      ...(method === 'POST' ? { payload: 'text=x&client=12345678&message=x&button=0' } : {}),
    };
    const { statusCode, body } = await cast.app.inject(request);
    // A page that stands open somewhere is told that it is over, and nothing else.
    if (door === 'GET /chat/live') expect(body).toBe('retry: 2000\n\nevent: ended\ndata: 1\n\n');
    else expect([303, 401, 403]).toContain(statusCode);
  });
});

/** What a page asks for; undefined for what is none. */
function needsOf(door: string): string | undefined {
  return cast.app.doors.find(({ method, url }) => `${method} ${url}` === door)?.needs;
}

/** Those who may not ask about one thing, which stays as it was; each who may asks about a new one. */
async function passes(door: string, rule: Rule, headersOf: (person: Person) => Record<string, string>) {
  const wrong: string[] = [];
  // What is about the asker's own things says so by taking the asker; all else can be one thing for all the refused.
  const shared =
    rule.ask.length < 2 && rule.shows === undefined ? await rule.ask(ofStage, cast.people[0]!, cast) : null;
  for (const person of cast.people) {
    const headers = headersOf(person);
    const about = shared && !rule.may(person) ? { ...rule, ask: () => shared } : rule;
    const { url, ...request } = await requestOf(door, about, person, headers);
    const answer = rule.stream ? await headOf(url, headers) : await cast.app.inject({ ...request, url });
    const { statusCode, body } = answer;
    // Without a role one is signed in for the pages of members alone.
    const unsigned = person.role === 'plain' && !['member', undefined].includes(needsOf(door));
    const passed = statusCode < 400 && (rule.done?.(answer) ?? true);
    const granted = passed && (rule.shows === undefined || body.includes(rule.shows));
    const hidden = rule.shows !== undefined && statusCode < 400 && !body.includes(rule.shows);
    const expected = unsigned ? [401] : (rule.refusal ?? [403]);
    const refused = hidden || (expected.includes(statusCode) && (statusCode >= 400 || !passed));
    const fine = !unsigned && rule.may(person) ? granted : refused;
    if (!fine) wrong.push(`${person.code}: ${statusCode} ${body.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  }
  expect(wrong).toEqual([]);
}

async function requestOf(door: string, rule: Rule, person: Person, headers: Record<string, string>) {
  const ask: Ask = await rule.ask(ofStage, person, cast);
  const method = door.split(' ')[0] as 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  const base = {
    url: ask.url,
    method,
    remoteAddress: remoteAddress(),
    headers: { ...headers, ...ask.headers },
  };
  if (ask.file && !ask.fields && !door.endsWith('/documents')) {
    return { ...base, headers: { ...base.headers, 'content-type': 'text/csv' }, payload: ask.file.content };
  }
  if (ask.json !== undefined) return { ...base, payload: ask.json as object };
  if (!ask.fields && !ask.file) return base;
  const form = new FormData();
  form.append('formToken', formTokens.get(person.code) ?? '');
  for (const [name, value] of Object.entries(ask.fields ?? {})) form.append(name, value);
  if (ask.file) form.append('file', new File([ask.file.content], ask.file.name));
  const files = cast.app.hasRoute({ method: 'POST', url: ask.url }) && ask.file !== undefined;
  const takesFiles =
    files ||
    door === 'POST /console/notices/new' ||
    door === 'POST /console/consultations/new' ||
    door === 'POST /console/library/new' ||
    door.endsWith('/import') ||
    door.endsWith('/documents');
  const whole = new Request('http://form', {
    method: 'POST',
    body: takesFiles ? form : new URLSearchParams([...form.entries()] as [string, string][]),
  });
  return {
    ...base,
    headers: { ...base.headers, 'content-type': whole.headers.get('content-type') ?? '' },
    payload: Buffer.from(await whole.arrayBuffer()),
  };
}

/** A stream does not end: over a real line, and no longer than until its head is there. */
async function headOf(url: string, headers: Record<string, string>) {
  const address = await cast.listen();
  const stop = new AbortController();
  const response = await fetch(`${address}${url}`, { headers, signal: stop.signal });
  const body = response.ok ? '' : await response.text();
  stop.abort();
  return { statusCode: response.status, body, headers: {} };
}
