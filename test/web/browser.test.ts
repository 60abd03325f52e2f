import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';

// The instruments themselves: a page that is wrong is found to be wrong.

const pages: Record<string, string> = {
  '/sound': '<!doctype html><html lang="vi"><title>Đúng</title><main><h1>Đúng</h1></main></html>',
  '/inline': '<!doctype html><html lang="vi"><title>Sai</title><h1>Sai</h1><script>1</script></html>',
  '/unnamed': '<!doctype html><html lang="vi"><title>Sai</title><main><h1>Sai</h1><input></main></html>',
};

describeWith('chromium', 'a page in the browser', () => {
  let server: Server;
  let url: string;
  let browser: TestBrowser;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Content-Security-Policy', "default-src 'none'; require-trusted-types-for 'script'");
      response.end(pages[request.url ?? '']);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test('that is sound has no finding', async () => {
    const { page, violations } = await browser.open();
    await page.goto(`${url}/sound`);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(violations).toEqual([]);
  });

  test('with an inline script breaks the policy', async () => {
    const { page, violations } = await browser.open();
    await page.goto(`${url}/inline`);
    await expect.poll(() => violations.join('\n')).toMatch(/Content Security Policy/);
  });

  test('with a field that has no name is found by axe', async () => {
    const { page } = await browser.open();
    await page.goto(`${url}/unnamed`);
    expect((await accessibilityFindings(page)).join('\n')).toMatch(/^label: /);
  });
});
