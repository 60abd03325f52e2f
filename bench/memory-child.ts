import { readFileSync } from 'node:fs';
import type { Engine } from './engines/engine.ts';

// One engine, and no other, writes one document in a process of its own: `node memory-child.ts <engine> <packed document>`.

const [, , name = '', packedPath = ''] = process.argv;

async function load(): Promise<Engine> {
  switch (name) {
    case 'docx':
      return (await import('./engines/docx.ts')).docx;
    case 'docxtemplater':
      return (await import('./engines/docxtemplater.ts')).docxtemplater;
    case 'easy-template-x':
      return (await import('./engines/easy-template-x.ts')).easyTemplateX;
    case 'docx-templates':
      return (await import('./engines/docx-templates.ts')).docxTemplates;
    default:
      return (await import('./engines/ours.ts')).oursAt(Number(name.replace(/\D/g, '')));
  }
}

const engine = await load();
const write = engine.unpack(readFileSync(packedPath));
const start = performance.now();
const bytes = await write();
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, bytes: bytes.length, peakBytes: process.resourceUsage().maxRSS * 1024 }));
