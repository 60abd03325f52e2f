import type { Locator } from 'playwright-core';

/** Seconds of the keystroke-level model (Card, Moran, Newell 1980): a key of a fair typist, pointing, a button, hand to the mouse, a thought. */
const SECONDS = { key: 0.28, point: 1.1, button: 0.2, home: 0.4, think: 1.35 } as const;

/** Clicks and keys on a page, counted as a person's. */
export interface Hands {
  clicks: number;
  keys: number;
  /** By the keystroke-level model. */
  seconds(): number;
  click(on: Locator): Promise<void>;
  /** Points at a field and types; each mark of Vietnamese is a key of its own, as in Telex. */
  type(on: Locator, text: string): Promise<void>;
  /** Opens a list and takes an entry of it. */
  choose(on: Locator, label: string): Promise<void>;
}

/** Counts from nothing. */
export function createHands(): Hands {
  let thoughts = 0;
  let homes = 0;
  const hands: Hands = {
    clicks: 0,
    keys: 0,
    seconds: () =>
      hands.clicks * (SECONDS.point + SECONDS.button) +
      hands.keys * SECONDS.key +
      homes * SECONDS.home +
      thoughts * SECONDS.think,
    click: async (on) => {
      await on.click();
      hands.clicks += 1;
      thoughts += 1;
    },
    type: async (on, text) => {
      await on.fill(text);
      hands.clicks += 1;
      hands.keys += [...text.normalize('NFD')].length;
      homes += 2;
      thoughts += 1;
    },
    choose: async (on, label) => {
      await on.selectOption({ label });
      hands.clicks += 2;
      thoughts += 1;
    },
  };
  return hands;
}
