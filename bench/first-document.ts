import { readFileSync } from 'node:fs';
import type { renderDocument } from '#render/render.ts';

// A fresh process that reads and renders one document by the bundle: `node first-document.mjs <bundle> <input.json>`.

/** Exports of the bundle. */
interface Bundle {
  readonly renderDocument: typeof renderDocument;
}

const [, , bundlePath = '', inputPath = ''] = process.argv;
const beforeImport = performance.now();
const bundle: Bundle = await import(bundlePath);
const importMs = performance.now() - beforeImport;
const [file] = await bundle.renderDocument(JSON.parse(readFileSync(inputPath, 'utf8')));
// The clock of `performance` starts with the process.
const totalMs = performance.now();
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ importMs, totalMs, bytes: file?.bytes.length, peakBytes }));
