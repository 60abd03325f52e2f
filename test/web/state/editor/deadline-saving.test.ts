import { expect, test } from 'vitest';
import { editorState } from '../../../../web/src/editor/editor-state.ts';
import { writeDocument } from '../../../../web/src/editor/model/document.ts';
import type { Deadlines } from '../../../../web/src/editor/open-draft.ts';
import { createDeadlineSaving } from '../../../../web/src/editor/saving/deadline-saving.ts';

const [FIRST, SECOND, THIRD] = ['2026-12-01', '2026-12-02', '2026-12-03'].map((submitBy) => ({ submitBy }));

/** A saving whose requests are answered by hand, and what it told. */
function scene() {
  const asked: {
    readonly chosen: Deadlines;
    readonly answer: (isKept: boolean) => void;
    readonly fail: (error: unknown) => void;
  }[] = [];
  const told: unknown[] = [];
  const choose = createDeadlineSaving({
    given: {},
    save: (chosen) => new Promise((answer, fail) => asked.push({ chosen, answer, fail })),
    onSaved: () => told.push('saved'),
    onRefused: (stood, error) => told.push([stood, error]),
  });
  return {
    choose: (one: Deadlines | undefined) => choose(one ?? {}),
    asked,
    told,
    settled: () => new Promise<void>((done) => setTimeout(done)),
  };
}

test('saves one after the other, and skips what was overtaken', async () => {
  const { choose, asked, told, settled } = scene();
  for (const one of [FIRST, SECOND, THIRD]) choose(one);
  expect(asked.map(({ chosen }) => chosen)).toEqual([FIRST]);
  asked[0]?.answer(true);
  await settled();
  expect([asked.map(({ chosen }) => chosen), told]).toEqual([[FIRST, THIRD], []]);
  asked[1]?.answer(true);
  await settled();
  expect(told).toEqual(['saved']);
});

test('tells what the server has where it refuses the last, with the error where one is known', async () => {
  const { choose, asked, told, settled } = scene();
  choose(FIRST);
  asked[0]?.answer(true);
  await settled();
  choose(SECOND);
  asked[1]?.answer(false);
  await settled();
  choose(THIRD);
  asked[2]?.fail('away');
  await settled();
  expect(told).toEqual(['saved', [FIRST, undefined], [FIRST, 'away']]);
});

test('says nothing of a refusal that was overtaken', async () => {
  const { choose, asked, told, settled } = scene();
  choose(FIRST);
  choose(SECOND);
  asked[0]?.fail('away');
  await settled();
  asked[1]?.answer(true);
  await settled();
  expect(told).toEqual(['saved']);
});

test('deadlines stand beside the text in the editor, and never in its data', () => {
  const data = { schema: 'KeHoach@1', body: [{ level: 'paragraph', text: 'Một' }] };
  const { doc, tr } = editorState(data, undefined, FIRST);
  expect(doc.attrs['deadlines']).toEqual(FIRST);
  tr.setDocAttribute('deadlines', SECOND);
  expect([tr.doc.attrs['deadlines'], writeDocument(tr.doc)]).toEqual([SECOND, data]);
});
