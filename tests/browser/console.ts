import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { expect } from 'vitest';
import {
  axeFindings,
  bytesOver,
  overflowOf,
  screens,
  visitor,
  type Screen,
  type Visitor,
} from '../support/browser.ts';
import { until } from '../support/process.ts';

/** What a page may weigh on the line when nothing of it is kept, in bytes (issue B, 3). */
const mostBytes = 60_000;
/** The folder for pictures, and those that are wanted: of which page, at which width. */
const pictures = process.env['CAUNOI_SCREENSHOTS'];
const wanted = [
  'bien-ban-1280',
  'van-ban-1280',
  'hom-nay-360',
  'soan-360',
  'xem-truoc-1280',
  'thong-bao-1280',
  'thong-bao-360',
  'dang-vien-360',
  'nhap-danh-sach-1280',
  'loi-moi-1280',
  'danh-sach-hop-360',
  'ma-diem-danh-1280',
  'bieu-quyet-360',
  'hop-360',
  'trieu-tap-360',
  'giay-moi-hop-360',
  'buoi-hop-360',
  'nam-sinh-hoat-360',
  'thang-chi-bo-1280',
  'y-kien-360',
  'tra-loi-y-kien-360',
  'khao-sat-360',
  'tra-loi-khao-sat-360',
  'phieu-360',
  'ket-qua-khao-sat-360',
  'thu-vien-360',
  'tim-van-ban-360',
  'xem-lai-van-ban-1280',
  'truoc-sau-van-ban-1280',
  'tro-ly-360',
  'doan-van-360',
  'chua-co-loi-dap-360',
];

/** Somebody at the console. Every page they come to is looked over before they read it. */
export interface Desk extends Visitor {
  scripts: boolean;
  /** Types an address, or opens a link that was sent. */
  open(address: string): Promise<void>;
  /** Presses the link or the button with these words, and comes to the next page. */
  press(words: string | RegExp, options?: { within?: Locator; twice?: boolean }): Promise<void>;
  /** Does what leads to another page. */
  arrive(go: () => Promise<unknown>): Promise<void>;
  /** Presses the link with these words and reads the file that comes. */
  download(words: string): Promise<{ name: string; content: Buffer }>;
  /** The words on the page that can be read now: nothing that is folded away or hidden. */
  text(): Promise<string>;
  /** Expects all of these words on the page, in this order. */
  reads(...words: string[]): Promise<void>;
  /** Waits until these words are on the page; without scripts by pressing the link that loads it again. */
  comes(words: string, reload: string): Promise<void>;
  /** Comes to an address that the reader is refused, with this status. */
  refused(address: string, status: number): Promise<void>;
  /** How many pages were loaded so far. */
  readonly loads: number;
  /** Keeps a picture for the documentation, from `top` on, when the run is asked for it. */
  picture(name: string, top?: Locator): Promise<void>;
  /** Nothing was wrong on any page; the browser is put away. */
  leave(): Promise<void>;
}

export async function sitDown(
  browser: Browser,
  { screen, scripts = true }: { screen: Screen; scripts?: boolean },
): Promise<Desk> {
  const guest = await visitor(browser, { screen, scripts });
  const { page, context, complaints } = guest;
  let loads = 0;
  page.on('load', () => (loads += 1));

  const text = async () => spaced(await page.locator('body').innerText());

  async function arrive(go: () => Promise<unknown>): Promise<void> {
    let found: string[] = [];
    // What comes while it is looked over is weighed with it.
    const bytes = await bytesOver(page, async () => {
      await Promise.all([page.waitForEvent('load'), go()]);
      found = await axeFindings(page);
    });
    const place = `${new URL(page.url()).pathname.replaceAll(/[\w-]{36,}/g, '…')} at ${screens[screen].width}`;
    expect(found, place).toEqual([]);
    expect(await overflowOf(page), `${place} is too wide`).toBe(0);
    expect(complaints, place).toEqual([]);
    expect(bytes, `bytes of ${place}`).toBeGreaterThan(1_000);
    expect(bytes, `bytes of ${place}`).toBeLessThanOrEqual(mostBytes);
  }

  function pressable(words: string | RegExp, within: Locator = page.locator('body')): Locator {
    const named = { name: words, exact: true };
    return within.getByRole('button', named).or(within.getByRole('link', named)).first();
  }

  return {
    ...guest,
    scripts,
    text,
    arrive,
    open: (address) => arrive(() => page.goto(address)),
    async press(words, { within, twice = false } = {}) {
      const place = pressable(words, within);
      await arrive(() => (twice ? place.dblclick() : place.click()));
    },
    async download(words) {
      const [file] = await Promise.all([page.waitForEvent('download'), pressable(words).click()]);
      const content: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) content.push(chunk as Buffer);
      return { name: file.suggestedFilename(), content: Buffer.concat(content) };
    },
    async reads(...words) {
      let rest = await text();
      for (const some of words) {
        expect(rest).toContain(some);
        rest = rest.slice(rest.indexOf(some) + some.length);
      }
    },
    async comes(words, reload) {
      await until(
        async () => {
          if ((await text()).includes(words)) return true;
          if (!scripts) await Promise.all([page.waitForEvent('load'), pressable(reload).click()]);
          return false;
        },
        15_000,
        words,
      );
    },
    async refused(address, status) {
      expect((await page.goto(address))?.status()).toBe(status);
      // The browser notes the refusal, as it should; it is the page that must have nothing to complain about.
      expect(complaints.splice(0)).toEqual([expect.stringContaining(String(status))]);
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    },
    get loads() {
      return loads;
    },
    async picture(name, top = page.locator('body')) {
      const file = `${name}-${screens[screen].width}`;
      if (!pictures || !scripts || !wanted.includes(file)) return;
      await top.evaluate((place) => place.scrollIntoView());
      await page.screenshot({ path: join(pictures, `${file}.png`) });
    },
    async leave() {
      expect(complaints).toEqual([]);
      await context.close();
    },
  };
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
