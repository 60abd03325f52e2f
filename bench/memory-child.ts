import { readFileSync } from 'node:fs';
import { ours, peers } from './engines/index.ts';

// One engine writes one document in a process of its own: `node memory-child.ts <engine> <packed document>`.

const [, , name = '', packedPath = ''] = process.argv;
const engine = [...peers, ...ours].find((one) => one.name === name);
if (!engine) throw new Error(`no engine ${name}`);
const write = engine.unpack(readFileSync(packedPath));
const start = performance.now();
const bytes = await write();
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, bytes: bytes.length, peakBytes: process.resourceUsage().maxRSS * 1024 }));
