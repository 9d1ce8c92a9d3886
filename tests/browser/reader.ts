import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import {
  axeFindings,
  bytesOver,
  overflowOf,
  visitor,
  type Screen,
  type Visitor,
} from '../support/browser.ts';
import { until } from '../support/process.ts';

/** What a page and all it needs may weigh, as it crosses the line to an empty browser. */
const heaviestPage = 60_000;
const withinMs = 30_000;

/** A member with a browser: what stands on their page, and what they do there. */
export interface Reader extends Visitor {
  /** Opens a page; as from a link or a bookmark. */
  go(path: string): Promise<void>;
  press(label: string): Promise<void>;
  /** Types a message and sends it. */
  say(text: string): Promise<void>;
  /** Texts of the conversation, oldest first. */
  texts(): Promise<string[]>;
  /** Waits until a message with these words stands there; without scripts by looking again, as a person does. */
  finds(words: string): Promise<void>;
  /** Waits until the page says that this conversation is over; without scripts by looking again. */
  ends(): Promise<void>;
  /** Fails where the page is not usable by everybody, wider than the screen, or complained. */
  soundly(): Promise<void>;
  /** Opens the page with an empty cache, and fails where it is too heavy. */
  goLightly(path: string): Promise<void>;
  /** From here on complaints like this belong to what the test does. */
  tolerate(pattern: RegExp): void;
}

export async function openReader(
  browser: Browser,
  url: string,
  { screen, scripts = true }: { screen: Screen; scripts?: boolean },
): Promise<Reader> {
  const someone = await visitor(browser, { screen, scripts });
  const { page, complaints } = someone;
  const tolerated: RegExp[] = [];
  const go = async (path: string) => void (await page.goto(new URL(path, url).href));
  const texts = async () => await page.locator('#log .text').allInnerTexts();

  return {
    ...someone,
    go,
    texts,
    async press(label) {
      // The newest: what was answered before has no buttons any more, but a menu stays.
      await page.getByRole('button', { name: label, exact: true }).last().click();
    },
    async say(text) {
      await page.getByRole('textbox', { name: 'Viết trả lời' }).fill(text);
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    },
    async finds(words) {
      const look = async () => {
        if ((await texts()).some((text) => text.includes(words))) return true;
        if (!scripts) await page.getByRole('link', { name: 'Xem tin mới' }).click();
        return false;
      };
      await until(look, withinMs, `“${words}” on the page`);
    },
    async ends() {
      const look = async () => {
        if ((await page.getByText('Trò chuyện đã kết thúc').count()) > 0) return true;
        if (!scripts) await go('/chat');
        return false;
      };
      await until(look, withinMs, 'the end of the conversation');
    },
    async soundly() {
      // Colours are judged once a message has come to rest.
      if (scripts)
        await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      expect(complaints.filter((complaint) => !tolerated.some((pattern) => pattern.test(complaint)))).toEqual(
        [],
      );
    },
    async goLightly(path) {
      const bytes = await bytesOver(page, () => go(path));
      expect(bytes, path).toBeGreaterThan(0);
      expect(bytes, path).toBeLessThanOrEqual(heaviestPage);
    },
    tolerate(pattern) {
      tolerated.push(pattern);
    },
  };
}

/** What a browser says of an answer with such a status, and of a line that is down. */
export const refusal = (status: number) => new RegExp(`status of ${status}\\b`);
export const lineDown = /net::ERR_INTERNET_DISCONNECTED|net::ERR_NETWORK_CHANGED/;
