import type { Locator, Page } from 'playwright-core';

// The keystroke-level model (Card, Moran and Newell 1980): what someone who knows the page needs, without thinking time of the task.

/** Seconds: a key of an average typist, pointing, a press of the button, a hand between keys and mouse, getting ready. */
const SECONDS = { key: 0.28, point: 1.1, press: 0.1, home: 0.4, ready: 1.35 } as const;

/** Effort done so far. */
export interface Effort {
  readonly clicks: number;
  readonly keys: number;
  readonly seconds: number;
}

/** A hand that works at a page and counts what it does. */
export function createHand(page: Page) {
  let effort: Effort = { clicks: 0, keys: 0, seconds: 0 };
  let isOnKeys = true;
  const add = (part: Effort, toKeys: boolean) => {
    const home = toKeys === isOnKeys ? 0 : SECONDS.home;
    isOnKeys = toKeys;
    effort = {
      clicks: effort.clicks + part.clicks,
      keys: effort.keys + part.keys,
      seconds: effort.seconds + part.seconds + home,
    };
  };
  return {
    effort: () => effort,
    click: async (target: Locator) => {
      await target.click();
      add({ clicks: 1, keys: 0, seconds: SECONDS.ready + SECONDS.point + 2 * SECONDS.press }, false);
    },
    type: async (text: string) => {
      await page.keyboard.type(text);
      add({ clicks: 0, keys: text.length, seconds: SECONDS.ready + text.length * SECONDS.key }, true);
    },
    press: async (key: string) => {
      await page.keyboard.press(key);
      add({ clicks: 0, keys: 1, seconds: SECONDS.key }, true);
    },
  };
}
