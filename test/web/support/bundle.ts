import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const root = join(import.meta.dirname, '../../..');

/** The policy of the page, with the named policies of Trusted Types that its parts make. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types banhanh-preview-xml ProseMirrorClipboard banhanh-paste',
].join('; ');

/** A part of the page by itself, served under the page's policy. */
export interface ServedBundle {
  readonly url: string;
  /** The script, as it is served. */
  readonly script: Buffer;
  close(): void;
}

/** Builds `test/web/pages/<name>.ts` as the page is built, and serves it in an element `#host`. */
export async function serveBundle(name: string): Promise<ServedBundle> {
  await promisify(execFile)(process.execPath, [join(root, 'functions/render/write-build.ts')]);
  mkdirSync(join(root, 'out'), { recursive: true });
  const outDir = mkdtempSync(join(root, 'out/bundle-'));
  await build({
    configFile: join(root, 'web/vite.config.ts'),
    logLevel: 'silent',
    build: {
      outDir,
      lib: {
        entry: join(root, `test/web/pages/${name}.ts`),
        name: 'page',
        // An ES library keeps its white space; the page does not.
        formats: ['iife'],
        fileName: () => 'page.js',
        cssFileName: 'page',
      },
      minify: true,
    },
  });
  const script = readFileSync(join(outDir, 'page.js'));
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Thử</title><link rel="stylesheet" href="/page.css"></head><body><main><h1>Thử</h1><div id="host"></div></main><script type="module" src="/page.js"></script></body></html>`;
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname;
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Content-Type', types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8');
    if (path === '/') return response.end(html);
    try {
      return response.end(readFileSync(join(outDir, path)));
    } catch {
      return response.writeHead(path === '/page.css' ? 200 : 404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    script,
    close: () => {
      server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
