import type { Locator, Page } from 'playwright-core';

/**
 * Seconds of the keystroke-level model (Card, Moran and Newell 1980): a key of an average typist, pointing, a press of the button and
 * its release, a hand between keys and mouse, getting ready for an act.
 */
const SECONDS = { key: 0.28, point: 1.1, button: 0.2, home: 0.4, ready: 1.35 } as const;

/** Effort of someone who knows the page, without the time they think about their task. */
export interface Effort {
  readonly clicks: number;
  readonly keys: number;
  /** By the keystroke-level model. */
  readonly seconds: number;
}

/** Hands that work at a page, their clicks and keys counted. */
export interface Hands {
  effort(): Effort;
  click(on: Locator): Promise<void>;
  /** Points at a field and types; each mark of Vietnamese is a key of its own, as in Telex. */
  fill(on: Locator, text: string): Promise<void>;
  /** Opens a list and takes an entry of it. */
  choose(on: Locator, option: { readonly label: string } | { readonly index: number }): Promise<void>;
  /** Presses a key, or keys held together (`Control+v`), at what has the focus. */
  press(page: Page, keys: string): Promise<void>;
  /** Types at what has the focus. */
  type(page: Page, text: string): Promise<void>;
  /** Counts keys pressed beside the page: a command typed at a terminal, a paste played by a script. */
  count(keys: number): void;
}

/** Hands that have done nothing, on the keys. */
export function createHands(): Hands {
  let effort: Effort = { clicks: 0, keys: 0, seconds: 0 };
  let areOnKeys = true;
  const add = (clicks: number, keys: number) => {
    const isTyped = keys > 0;
    const homes = (clicks > 0 && areOnKeys ? 1 : 0) + (isTyped && (clicks > 0 || !areOnKeys) ? 1 : 0);
    areOnKeys = isTyped;
    const hands = clicks * (SECONDS.point + SECONDS.button) + keys * SECONDS.key + homes * SECONDS.home;
    effort = {
      clicks: effort.clicks + clicks,
      keys: effort.keys + keys,
      seconds: effort.seconds + SECONDS.ready + hands,
    };
  };
  return {
    effort: () => effort,
    click: async (on) => {
      await on.click();
      add(1, 0);
    },
    fill: async (on, text) => {
      await on.fill(text);
      add(1, keysOf(text));
    },
    choose: async (on, option) => {
      await on.selectOption(option);
      add(2, 0);
    },
    press: async (page, keys) => {
      await page.keyboard.press(keys);
      add(0, keys.split('+').length);
    },
    type: async (page, text) => {
      await page.keyboard.type(text);
      add(0, keysOf(text));
    },
    count: (keys) => add(0, keys),
  };
}

/** An emptied field is a key as well. */
function keysOf(text: string): number {
  return Math.max(1, [...text.normalize('NFD')].length);
}

/** `4 clicks, 30 keys, 23 s`. */
export function effortLine({ clicks, keys, seconds }: Effort): string {
  return `${clicks} clicks, ${keys} keys, ${seconds.toFixed(0)} s`;
}
