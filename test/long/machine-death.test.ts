import { expect, test } from 'vitest';
import { describeWith } from '../support/ci-tools.ts';
import { actsOf, actsScene, KEPT_ACTS } from '../support/machine-death/acts-scene.ts';
import { backupScene, moveScene, nightlyScene, restoreScene } from '../support/machine-death/backup-scenes.ts';
import { convertScene } from '../support/machine-death/convert-scene.ts';
import { letDieIn } from '../support/machine-death/deaths.ts';
import { numbersScene } from '../support/machine-death/numbers-scene.ts';
import { firstStartScene, tlsScene, userScene } from '../support/machine-death/settings-scenes.ts';

describeWith('strace', 'a machine that loses its power', () => {
  test('loses no number that it answered, gives none twice and leaves no gap: 201 deaths', async () => {
    const { wrongs, deaths, printed } = await letDieIn((root) => numbersScene(root, 30), 67);
    expect(wrongs).toEqual([]);
    expect([deaths, printed.length]).toEqual([201, 30]);
  });

  test('loses nothing of any act that the register keeps: 90 deaths', async () => {
    const { wrongs, printed } = await letDieIn((root) => actsScene(root, 3), 30);
    expect(wrongs).toEqual([]);
    expect(KEPT_ACTS.filter((act) => !actsOf(printed).has(act))).toEqual([]);
  });

  test.each([
    ['a server starts for the first time', firstStartScene, 8],
    ['a user is added', userScene, 4],
    ['its first certificate is made', (root: string) => tlsScene(root, true), 12],
    ['a directory of release 0.1.0 is converted', convertScene, 10],
    ['a backup takes the place of the one before', backupScene, 8],
    ['the backup of a night is made', nightlyScene, 3],
    ['a backup is restored', restoreScene, 6],
    ['an organ is exported', (root: string) => moveScene(root, 'export'), 4],
    ['an organ is imported', (root: string) => moveScene(root, 'import'), 6],
  ])('leaves what can be used, loses nothing that was told, and ends it when asked again: while %s', async (...row) => {
    const [, make, at] = row;
    expect((await letDieIn(make, at)).wrongs).toEqual([]);
  });
});
