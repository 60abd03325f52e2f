import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { superiorFile } from '#localise/from-file/superior-file.schema.ts';
import { decisionsOf } from '../../../../web/src/state/fan-out/amended-file.ts';
import { fileOrigin } from '../../../../web/src/state/fan-out/file-origin.ts';
import {
  openDecisions,
  unitOfOffice,
  withDecision,
  withRest,
} from '../../../../web/src/state/fan-out/superior-file.ts';

const { plan, superior } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../examples/localise/ke-hoach-tinh-2026.json'), 'utf8'),
);
const file = superiorFile.parse({
  schema: 'TepCapTren@1',
  file: { name: 'a.docx', sha256: '0'.repeat(64) },
  superior,
  plan,
  decisions: {
    'muc-tieu-yeu-cau': 'undecided',
    'muc-tieu': 'undecided',
    'muc-tieu-chung': 'undecided',
    'yeu-cau': 'undecided',
  },
});

test('a part that is left out takes what is in it along, one that is taken brings what holds it', () => {
  const left = withDecision(file, 'muc-tieu-yeu-cau', 'stays');
  expect(left.decisions['muc-tieu-chung']).toBe('stays');
  const taken = withDecision(left, 'muc-tieu-chung', 'down');
  expect([taken.decisions['muc-tieu'], taken.decisions['muc-tieu-yeu-cau'], taken.decisions['yeu-cau']]).toEqual([
    'down',
    'down',
    'stays',
  ]);
});

test('the rest is decided at once', () => {
  expect(openDecisions(file)).toBe(4);
  const one = withDecision(file, 'yeu-cau', 'down');
  const all = withRest(one, 'stays');
  expect([openDecisions(all), all.decisions['yeu-cau'], all.decisions['muc-tieu']]).toEqual([0, 'down', 'stays']);
});

test('knows the unit of an office by its name', () => {
  expect(unitOfOffice('Ủy ban nhân dân phường Bình Long')?.code).toBe('25326');
  expect(unitOfOffice('Trường Tiểu học An Lộc A')).toBeUndefined();
});

test('a file that is read once more has the decisions that its plan shows', () => {
  const own = {
    ...plan,
    body: [
      {
        level: 'paragraph',
        text: 'Lời của phường.',
        id: 'khac',
        origin: { docId: 'a', partId: 'muc-tieu-yeu-cau', hash: '0'.repeat(64) },
      },
    ],
  };
  expect(decisionsOf(own, file)).toEqual({
    'muc-tieu-yeu-cau': 'down',
    'muc-tieu': 'stays',
    'muc-tieu-chung': 'stays',
    'yeu-cau': 'stays',
  });
  expect(
    fileOrigin({ localisedFrom: { docId: 'a', unitCode: '25326', hash: '0'.repeat(64), file: file.file } }),
  ).toEqual(file.file);
  expect([fileOrigin(null), fileOrigin(plan), fileOrigin({ localisedFrom: 'x' })]).toEqual([null, null, null]);
});
