import { expect, test } from 'vitest';
import { describeWith } from '../../support/ci-tools.ts';
import { letDieIn } from '../../support/machine-death/deaths.ts';
import { numbersScene } from '../../support/machine-death/numbers-scene.ts';
import { filesScene, tlsScene } from '../../support/machine-death/settings-scenes.ts';

describeWith('strace', 'a machine that loses its power', () => {
  test('loses no number that it answered, gives none twice and leaves no gap: 12 deaths', async () => {
    const { wrongs, deaths, printed } = await letDieIn((root) => numbersScene(root, 6), 4);
    expect(wrongs).toEqual([]);
    expect([deaths, printed.length]).toEqual([12, 6]);
  }, 120_000);

  test('leaves a directory that opens, whenever it dies while one is made', async () => {
    expect((await letDieIn((root) => numbersScene(root, 0), 20)).wrongs).toEqual([]);
  }, 120_000);

  test('keeps every file beside the register as it was told of, or as it was', async () => {
    const { wrongs, printed } = await letDieIn(filesScene);
    expect([wrongs, printed.length]).toEqual([[], 5]);
  }, 120_000);

  test('leaves a server its certificate while another one is made', async () => {
    expect((await letDieIn((root) => tlsScene(root, false))).wrongs).toEqual([]);
  }, 120_000);
});
