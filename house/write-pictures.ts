import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { decisionIndex } from './decision-index.ts';
import { drawRooms } from './draw-rooms.ts';
import { withStateDiagram } from './draw-states.ts';

const at = (path: string) => new URL(`../${path}`, import.meta.url);

writeFileSync(at('docs/img/rooms.svg'), drawRooms());
writeFileSync(at('docs/architecture.md'), withStateDiagram(readFileSync(at('docs/architecture.md'), 'utf8')));
const index = at('docs/decisions/README.md');
writeFileSync(index, decisionIndex(existsSync(index) ? readFileSync(index, 'utf8') : ''));
