import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Where Debian, and others, put it; null on a machine without one. */
export const chromiumPath =
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  ) ?? null;

/** A cheap phone, and a computer of the office. */
export const screens = {
  phone: { width: 360, height: 740 },
  computer: { width: 1280, height: 800 },
} as const;
export type Screen = keyof typeof screens;

/**
 * Each screen and each way of scripts once, so that a run stays short; where pictures are made each with each.
 */
export function crossed<Case extends { screen: Screen; scripts: boolean }>(cases: readonly Case[]): Case[] {
  const all = process.env['CAUNOI_SCREENSHOTS'] !== undefined;
  return cases.filter(({ screen, scripts }) => all || (screen === 'phone') === scripts);
}

/** The same engine without the browser's own windows around it: half the work. */
const shellPath = ['/usr/bin/chromium-headless-shell'].find((path) => existsSync(path)) ?? null;

/**
 * A real browser that talks to nobody but us.
 *
 * @param whole with what belongs to the browser and not to a page, such as alerts
 */
export async function openBrowser({ whole = false } = {}): Promise<Browser> {
  if (!chromiumPath) throw new Error('there is no Chromium on this machine');
  return await chromium.launch({
    executablePath: whole || !shellPath ? chromiumPath : shellPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** What the page complained about: errors of scripts, and what its content policy refused. */
  complaints: string[];
}

const withoutScripts = new WeakSet<BrowserContext>();

/** Somebody with a browser of their own: nothing of another's is in it. */
export async function visitor(
  browser: Browser,
  { screen, scripts = true }: { screen: Screen; scripts?: boolean },
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: screens[screen],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    javaScriptEnabled: scripts,
    hasTouch: screen === 'phone',
  });
  context.setDefaultTimeout(30_000);
  if (!scripts) withoutScripts.add(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { context, page, complaints };
}

/** What axe finds wrong on the page as it stands (WCAG 2.2 A and AA, and good practice), a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!withoutScripts.has(page.context())) return await findingsOf(page);
  // Axe itself is a script; those of the page had their chance, and did not run.
  const session = await page.context().newCDPSession(page);
  // A session takes back only what it asked for itself.
  for (const value of [true, false]) await session.send('Emulation.setScriptExecutionDisabled', { value });
  try {
    return await findingsOf(page);
  } finally {
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  }
}

async function findingsOf(page: Page): Promise<string[]> {
  // Evaluated from outside, so that the page's own policy on scripts stays as it is.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return await page.evaluate(async () => {
    interface Finding {
      id: string;
      help: string;
      nodes: { html: string; failureSummary: string }[];
    }
    interface Axe {
      run(options: { resultTypes: string[] }): Promise<{ violations: Finding[] }>;
    }
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  });
}

/** By how many pixels the page is wider than the screen: 0 is right. */
export async function overflowOf(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Everything that crosses the line while `go` loads a page with an empty cache, in bytes. */
export async function bytesOver(page: Page, go: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await go();
  await session.detach();
  return bytes;
}
