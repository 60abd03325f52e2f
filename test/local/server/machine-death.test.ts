import { expect, test } from 'vitest';
import { describeWith } from '../../support/ci-tools.ts';
import { letDie } from '../../support/machine-death/die.ts';

describeWith('strace', 'a machine that loses its power', () => {
  test('loses no number that it answered, gives none twice and leaves no gap: 12 deaths', async () => {
    const { wrongs, deaths, acknowledged } = await letDie(12, 6);
    expect(wrongs).toEqual([]);
    expect([deaths, acknowledged]).toEqual([12, 6]);
  }, 120_000);

  test('leaves a directory that opens, whenever it dies while one is made', async () => {
    expect((await letDie(60, 0)).wrongs).toEqual([]);
  }, 120_000);
});
