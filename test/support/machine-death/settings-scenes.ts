import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { startServer } from '#local/server/start-server.ts';
import { initTls, openTls } from '#local/tls/tls-directory.ts';
import { addUser, checkPassword } from '#local/users/users.ts';
import { CITY, writeExampleOrgans } from '../desk.ts';
import type { Scene } from './deaths.ts';
import { refusalOf, runQuietly } from './run-quietly.ts';
import { makeData, OURS, PASSWORD, script, unsoundness } from './scene-data.ts';

/** Files beside a register, written whole or added to. */
export async function filesScene(root: string): Promise<Scene> {
  await mkdir(root, { recursive: true });
  await writeFile(join(root, 'organs.json'), 'old');
  return {
    root,
    program: [script('keep-files.ts'), root],
    wrongsOf: async (printed, whole) => {
      const said = (lines: readonly string[]) => lines.map((line): readonly string[] => JSON.parse(line));
      const last = new Map([
        ['organs.json', 'old'],
        ...said(printed).map(([name = '', text = '']) => [name, text] as const),
      ]);
      const [name = '', next] = said(whole)[printed.length] ?? [];
      const wrongs = [...last].map(async ([file, text]) => {
        const found = await readFile(join(root, file), 'utf8').catch(() => undefined);
        return found === text || (file === name && found === next) ? [] : [`${file} is ${found}, not ${text}`];
      });
      return (await Promise.all(wrongs)).flat();
    },
  };
}

/** `user add`. */
export async function userScene(root: string): Promise<Scene> {
  const dir = await makeData(root, 0);
  const { users } = dataPaths(dir);
  const args = ['user', 'add', 'moi', '--organ', CITY, '--roles', 'drafter', '--data', dir];
  const known = async (name: string) => (await checkPassword(users, name, PASSWORD)) !== null;
  return {
    root,
    program: [OURS, ...args],
    input: `${PASSWORD}\n`,
    wrongsOf: async (printed) => {
      const wrongs: string[] = [];
      if (!(await known('cu'))) wrongs.push('an earlier user is lost');
      if (printed.length > 0 && !(await known('moi'))) wrongs.push('the new user is lost');
      await addUser(users, { username: 'moi', staffId: 'moi', organ: CITY, roles: ['drafter'] }, PASSWORD).catch(
        (error: unknown) => {
          if (!/Đã có người dùng/.test(String(error))) wrongs.push(String(error));
        },
      );
      if (!(await known('moi'))) wrongs.push('not added again');
      return wrongs;
    },
  };
}

/** `tls init` over a certificate that stands: workstations have installed its authority. */
export async function tlsScene(root: string, isFirst: boolean): Promise<Scene> {
  const dir = await makeData(root, 0);
  if (!isFirst) await initTls(dir, ['cu.local'], new Date());
  const args = ['tls', 'init', '--data', dir, '--name', 'moi.local'];
  const fault = async (what: string) => {
    const pair = await openTls(dir, new Date());
    try {
      if (pair) createSecureContext({ cert: pair.certificate, key: pair.key });
      return pair || isFirst ? [] : [`${what}: no certificate`];
    } catch (error) {
      return [`${what}: ${error}`];
    }
  };
  return {
    root,
    program: [OURS, ...args],
    wrongsOf: async (printed) => [
      ...(await fault('after the death')),
      ...(printed.length > 0 && !(await openTls(dir, new Date())) ? ['no certificate, though said'] : []),
      ...refusalOf('again', await runQuietly(args)),
      ...(await fault('after running again')),
    ],
  };
}

/** A server's first start. */
export async function firstStartScene(root: string): Promise<Scene> {
  await mkdir(root, { recursive: true });
  const dir = join(root, 'data');
  const organsFile = await writeExampleOrgans(root);
  return {
    root,
    program: [script('first-start.ts'), dir, organsFile],
    wrongsOf: async (printed) => {
      const isKept = existsSync(dataPaths(dir).organs) && existsSync(dataPaths(dir).tokenKey);
      if (printed.length > 0 && !isKept) return ['a directory that was told of is lost'];
      const options = { dir, port: 0, organsFile, report: () => undefined, onRecovery: () => undefined };
      const server = await startServer(options).catch((error: unknown) => String(error));
      if (typeof server === 'string') return [server];
      await server.close();
      return unsoundness(dir, 0);
    },
  };
}
