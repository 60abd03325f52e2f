import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decisionFiles, titleOf } from '../../house/decision-index.ts';
import { drawRooms } from '../../house/draw-rooms.ts';
import { withStateDiagram } from '../../house/draw-states.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const HOW = 'npm run pictures draws them anew';

test('the picture of the rooms is what the imports are', () => {
  expect(read('docs/img/rooms.svg'), HOW).toBe(drawRooms());
});

test('the diagram of states is what the table of transitions is', () => {
  const text = read('docs/architecture.md');
  expect(text, HOW).toBe(withStateDiagram(text));
});

test('the index of decisions names each one, by its title', () => {
  const index = read('docs/decisions/README.md');
  for (const name of decisionFiles()) expect(index, HOW).toContain(`[${titleOf(name)}](${name})`);
});
