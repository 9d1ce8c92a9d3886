import { operator } from '../../hub/platform/audit.ts';
import type { TestHub } from '../support/hub.ts';

/** What a reader has in front of them. */
export interface Seen {
  status: number;
  /** Path and query, without the place in the page. */
  url: string;
  html: string;
  /** The words of the page, as they are read out. */
  text: string;
  headers: Headers;
}

type FormFields = Record<string, string | readonly string[] | readonly File[]>;

/** Somebody in the console with a browser that runs no scripts: links, forms, cookies. */
export interface Reader {
  open(path: string): Promise<Seen>;
  /**
   * Presses the button of the form that posts to `action` on the page seen last: its hidden fields are sent along.
   * Follows where it leads.
   */
  press(action: string, fields?: FormFields): Promise<Seen>;
  /** A file that a link leads to. */
  download(path: string): Promise<{ status: number; name: string; content: Buffer }>;
  headers(): Record<string, string>;
}

/** A member signs in to the console by a one-time link; without a role, to the pages that every member has. */
export async function signIn(house: Pick<TestHub, 'hub' | 'url'>, code: string): Promise<Reader> {
  const cookies = new Map<string, string>();
  const headers = () => ({
    accept: 'text/html',
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  });
  let last: Seen | null = null;

  async function ask(path: string, init: RequestInit = {}): Promise<Seen> {
    const response = await fetch(new URL(path, house.url), {
      ...init,
      redirect: 'manual',
      headers: { ...headers(), ...(init.headers as Record<string, string> | undefined) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location) return await ask(location);
    const html = await response.text();
    last = {
      status: response.status,
      url: path.split('#')[0]!,
      html,
      text: wordsOf(html),
      headers: response.headers,
    };
    return last;
  }

  const { token } = await house.hub.people.signInLink(operator, code, { forOwnPages: true });
  await ask(`/signin/${token}`, { method: 'POST' });

  return {
    open: (path) => ask(path),
    async press(action, fields = {}) {
      const form = formTo(last?.html ?? '', action);
      const sent: [string, string | File][] = [
        ...form.hidden,
        ...Object.entries(fields).flatMap(([name, value]) =>
          [value].flat().map((one): [string, string | File] => [name, one]),
        ),
      ];
      if (!form.upload) {
        const body = new URLSearchParams(
          sent.filter((field): field is [string, string] => typeof field[1] === 'string'),
        );
        return await ask(action, { method: 'POST', body });
      }
      const body = new FormData();
      for (const [name, value] of sent) body.append(name, value);
      return await ask(action, { method: 'POST', body });
    },
    async download(path) {
      const response = await fetch(new URL(path, house.url), { headers: headers() });
      const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '');
      const content = Buffer.from(await response.arrayBuffer());
      return { status: response.status, name: decodeURIComponent(named?.[1] ?? ''), content };
    },
    headers,
  };
}

function formTo(html: string, action: string): { hidden: [string, string][]; upload: boolean } {
  const forms = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
  const form = forms.find((each) => each.includes(`action="${action}"`));
  if (!form) throw new Error(`no form on the page posts to ${action}`);
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return {
    hidden: hidden.map(([, name = '', value = '']) => [name, value]),
    upload: form.includes('multipart'),
  };
}

function wordsOf(html: string): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
