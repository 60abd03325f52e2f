import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { describeWith } from '../../support/ci-tools.ts';
import { openSampleSite, type SampleSite } from './sample-site.ts';

/** Sample offices, a browser and a folder for files, for one story. */
export interface Stage {
  readonly site: SampleSite;
  readonly browser: TestBrowser;
  readonly dir: string;
}

/** Tells stories on the sample offices in a browser; `on` has what it has once they begin. */
export function describeSite(name: string, tell: (on: Stage) => void): void {
  describeWith('chromium', name, () => {
    let stage: Stage | undefined;
    const now = (): Stage => {
      if (!stage) throw new Error('The story has not begun.');
      return stage;
    };
    beforeAll(async () => {
      const [site, browser, dir] = await Promise.all([
        openSampleSite(),
        openBrowser(),
        mkdtemp(join(tmpdir(), 'banhanh-story-')),
      ]);
      stage = { site, browser, dir };
    });
    afterAll(async () => {
      const { site, browser, dir } = now();
      await browser.close();
      await site.close();
      await rm(dir, { recursive: true, maxRetries: 5 });
    });
    tell({
      get site() {
        return now().site;
      },
      get browser() {
        return now().browser;
      },
      get dir() {
        return now().dir;
      },
    });
  });
}
