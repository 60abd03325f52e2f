import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../../local/page/build-page.ts';
import { startServer } from '../../local/server/start-server.ts';
import { openBrowser } from '../../test/support/browser.ts';
import { giveFirstNumber, openByCommand } from '../../test/web/support/first-number.ts';
import { makeFirstPlan } from '../../test/web/support/first-plan.ts';
import { createHands, effortLine } from '../../test/web/support/hands.ts';
import { npmStart } from '../../test/web/support/npm-start.ts';
import { pastePlan } from '../../test/web/support/paste-plan.ts';
import { openSampleSite, signInAs } from '../../test/web/support/sample-site.ts';

// `npm run bench:effort`: clicks, keys and seconds by the keystroke-level model of three ways through the page. No human time is claimed.

console.log(`from npm start to the first number: ${await firstNumber()}`);
console.log(`from an empty directory to the first plan, three people: ${await firstPlan()}`);
console.log(`a plan of nine pages pasted from Word and submitted: ${await pasted()}`);

async function firstNumber(): Promise<string> {
  const began = performance.now();
  const [product, browser] = await Promise.all([npmStart(), openBrowser()]);
  const started = (performance.now() - began) / 1000;
  const { page } = await browser.open();
  const hands = createHands();
  await openByCommand(page, hands, product.url);
  const username = 'van-thu-phuong';
  await giveFirstNumber(page, hands, { username, password: product.passwordOf(username) });
  await Promise.all([browser.close(), product.close()]);
  return `${effortLine(hands.effort())} (bound 120), and ${started.toFixed(0)} s of this machine`;
}

async function firstPlan(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-effort-'));
  const quiet = { report: () => undefined, onRecovery: () => undefined };
  const pageDir = await buildPage(() => undefined);
  const server = await startServer({ dir, port: 0, pageDir, isNew: true, ...quiet });
  const [browser, other] = [await openBrowser(), await openBrowser()];
  const hands = createHands();
  const [{ page: admin }, { page: others }] = [await browser.open(), await other.open()];
  const { url, claimCode = '' } = server;
  await makeFirstPlan({ url, claimCode, admin, others, look: async () => undefined }, hands);
  await Promise.all([browser.close(), other.close(), server.close()]);
  await rm(dir, { recursive: true });
  return `${effortLine(hands.effort())} (bound 300)`;
}

async function pasted(): Promise<string> {
  const [site, browser] = await Promise.all([openSampleSite(), openBrowser()]);
  const { page } = await browser.open({ width: 1500, height: 1000 });
  await signInAs(page, site, 'soan-phuong');
  const effort = await pastePlan(page, site);
  await Promise.all([browser.close(), site.close()]);
  return effortLine(effort);
}
