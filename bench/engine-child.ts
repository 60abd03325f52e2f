import { readFileSync } from 'node:fs';
import type { Engine } from './engines/engine.ts';
import { runSlot } from './measure.ts';

// One engine, and no other, in a process of its own: `engine-child.ts <engine> <packed document>`. Each message is a number
// of documents to write; the answer is what they took.

const [, , name = '', packedPath = ''] = process.argv;

async function load(): Promise<Engine> {
  const level = Number(name.replace(/\D/g, ''));
  switch (name.replace(/, level \d$/, '')) {
    case 'docx':
      return (await import('./engines/docx.ts')).docx;
    case 'docxtemplater':
      return (await import('./engines/docxtemplater.ts')).docxtemplater;
    case 'easy-template-x':
      return (await import('./engines/easy-template-x.ts')).easyTemplateX;
    case 'docx-templates':
      return (await import('./engines/docx-templates.ts')).docxTemplates;
    case 'limit':
      return (await import('./engines/limit.ts')).limitAt(level);
    default:
      return (await import('./engines/ours.ts')).oursAt(level);
  }
}

const engine = await load();
const write = engine.unpack(readFileSync(packedPath));
process.on('message', async (documents) => {
  const { ms, bytes } = await runSlot(write, Number(documents));
  process.send?.({ ms, bytes, peakBytes: process.resourceUsage().maxRSS * 1024 });
});
process.send?.('ready');
