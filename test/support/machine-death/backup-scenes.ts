import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startNightlyBackup } from '#local/server/nightly-backup.ts';
import { CITY } from '../desk.ts';
import type { Scene } from './deaths.ts';
import { refusalOf, runQuietly } from './run-quietly.ts';
import { issueMore, makeData, OURS, script, unsoundness } from './scene-data.ts';

/** `backup` over an earlier one. */
export async function backupScene(root: string): Promise<Scene> {
  const dir = await makeData(root, 3);
  const [out, again] = [join(root, 'kept'), join(root, 'again')];
  const args = ['backup', '--data', dir, '--out', out];
  await runQuietly(args);
  await issueMore(dir);
  const restored = async (what: string, atLeast: number) => {
    await rm(again, { recursive: true, force: true });
    const said = await runQuietly(['restore', '--from', out, '--data', again, '--nothing-since', 'thử']);
    return said.status === 0 ? unsoundness(again, atLeast) : refusalOf(what, said);
  };
  return {
    root,
    program: [OURS, ...args],
    wrongsOf: async (printed) => [
      ...(await restored('restore of what a death left', printed.length > 0 ? 4 : 3)),
      ...refusalOf('again', await runQuietly(args)),
      ...(await restored('restore of the next backup', 4)),
    ],
  };
}

/** The backup of a night, after that of the night before. */
export async function nightlyScene(root: string): Promise<Scene> {
  const dir = await makeData(root, 3);
  const [out, again] = [join(root, 'kept'), join(root, 'again')];
  const said: string[] = [];
  const night = async (day: string) => {
    const now = () => new Date(`${day}T01:30:00`);
    const nightly = await startNightlyBackup({ dir, out, at: '01:30', now, onDone: (one) => said.push(one) });
    await nightly.run();
    await nightly.stop();
  };
  await night('2026-11-28');
  await issueMore(dir);
  const restored = async (day: string | undefined, atLeast: number) => {
    await rm(again, { recursive: true, force: true });
    const args = ['restore', '--from', out, '--data', again, '--nothing-since', 'thử'];
    const answer = await runQuietly([...args, ...(day === undefined ? [] : ['--day', day])]);
    return answer.status === 0 ? unsoundness(again, atLeast) : refusalOf(`restore ${day}`, answer);
  };
  return {
    root,
    program: [script('back-up-nightly.ts'), dir, out, '2026-11-29'],
    wrongsOf: async (printed) => {
      const wrongs = [
        ...(await restored('2026-11-28', 3)),
        ...(await restored(undefined, 3)),
        ...(printed.length > 0 ? await restored('2026-11-29', 4) : []),
      ];
      said.length = 0;
      await night('2026-11-29');
      if (!said[0]?.startsWith('Đã sao lưu')) wrongs.push(`again: ${said[0]}`);
      return [...wrongs, ...(await restored(undefined, 4))];
    },
  };
}

/** `restore`. */
export async function restoreScene(root: string): Promise<Scene> {
  const [out, again] = [join(root, 'kept'), join(root, 'again')];
  const dir = await makeData(root, 3);
  await runQuietly(['backup', '--data', dir, '--out', out]);
  await rm(dir, { recursive: true, force: true });
  const args = ['restore', '--from', out, '--data', again, '--nothing-since', 'thử'];
  return {
    root,
    program: [OURS, ...args],
    wrongsOf: async (printed) => {
      const isSaid = printed.some((line) => line.startsWith('Đã phục hồi'));
      if (isSaid) return unsoundness(again, 3);
      const answer = await runQuietly(args);
      const isThere = /directory-taken/.test(answer.text);
      return [...(isThere ? [] : refusalOf('again', answer)), ...(await unsoundness(again, 3))];
    },
  };
}

/** `export`, then `import` of the package into another directory. */
export async function moveScene(root: string, what: 'export' | 'import'): Promise<Scene> {
  const dir = await makeData(root, 3);
  const [pack, to] = [join(root, 'goi'), join(root, 'to')];
  const out = ['export', '--data', dir, '--organ', CITY, '--out', pack];
  const into = ['import', pack, '--data', to];
  if (what === 'import') await runQuietly(out);
  return {
    root,
    program: [OURS, ...(what === 'export' ? out : into)],
    wrongsOf: async (printed) => {
      const isSaid = printed.some((line) => line.startsWith(what === 'export' ? 'Đã xuất' : 'Đã nhập'));
      const wrongs: string[] = [];
      if (isSaid && what === 'import') wrongs.push(...(await unsoundness(to, 3)));
      if (what === 'export' && !isSaid) wrongs.push(...refusalOf('export again', await runQuietly(out)));
      wrongs.push(...refusalOf('import', await runQuietly(into)), ...(await unsoundness(to, 3)));
      return [...wrongs, ...(await unsoundness(dir, 3))];
    },
  };
}
