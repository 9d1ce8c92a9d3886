import { scopes, type Scope } from '../../hub/people/index.ts';
import type { TestHub } from './hub.ts';

/** Asks a hub over its line below one path of the API, in the name of members; the body is JSON, or a form. */
export function askingApi(house: () => TestHub, root: string) {
  const tokens = new Map<string, string>();

  async function as(code: string, wanted: readonly Scope[] = scopes): Promise<Record<string, string>> {
    const key = `${code} ${wanted.join()}`;
    if (!tokens.has(key)) tokens.set(key, (await house().hub.people.createToken(code, wanted)).token);
    return { authorization: `Bearer ${tokens.get(key)}` };
  }

  async function ask(
    method: string,
    path: string,
    { by = 'A', body, headers = {} }: { by?: string; body?: object; headers?: Record<string, string> } = {},
  ) {
    const isForm = body instanceof FormData;
    const response = await fetch(`${house().url}${root}${path}`, {
      method,
      headers: {
        ...(await as(by)),
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : null,
    };
  }

  return { as, ask };
}
