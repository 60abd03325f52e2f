import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { IMMUTABLE, isHashed, pageHeaders, REVALIDATE } from '#api/http/page-headers.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const INDEX = '/index.html';
const MIN_GZIP_BYTES = 1_000;

/** The files of the page; each is read and packed when it is first asked for, and held in memory from then on. */
export interface StaticFiles {
  /** Null where there is no such file, and the path is no address of a view. */
  answer(request: Request): Promise<Response> | null;
}

interface Held {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Lists a folder of the page once. An address of a view answers with the page itself: the page reads the address. */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, () => Promise<Held>>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${file
      .slice(folder.length + 1)
      .split(sep)
      .join('/')}`;
    files.set(
      path,
      once(() => hold(file, path)),
    );
  }
  return {
    answer: (request) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return null;
      const { pathname } = new URL(request.url);
      const named = files.get(pathname === '/' ? INDEX : pathname);
      const file = named ?? (isView(request, pathname) ? files.get(INDEX) : undefined);
      return file ? file().then((held) => respond(held, request)) : null;
    },
  };
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => {
    // What failed is tried again by the next who asks.
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

function isView(request: Request, pathname: string): boolean {
  return extname(pathname) === '' && (request.headers.get('accept') ?? '').includes('text/html');
}

async function hold(file: string, path: string): Promise<Held> {
  const bytes = new Uint8Array(await readFile(file));
  const gzipped = bytes.length < MIN_GZIP_BYTES ? null : new Uint8Array(await promisify(gzip)(bytes, { level: 9 }));
  return {
    bytes,
    gzipped,
    headers: {
      ...pageHeaders(),
      'Content-Type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': isHashed(path) ? IMMUTABLE : REVALIDATE,
      ETag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      Vary: 'Accept-Encoding',
    },
  };
}

function respond({ bytes, gzipped, headers }: Held, request: Request): Response {
  if (request.headers.get('if-none-match') === headers['ETag']) return new Response(null, { status: 304, headers });
  const takesGzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  const body = takesGzip && gzipped ? gzipped : bytes;
  const encoded = body === bytes ? headers : { ...headers, 'Content-Encoding': 'gzip' };
  return new Response(request.method === 'HEAD' ? null : body, { headers: encoded });
}
