import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDynoxide } from '#local/data-directory/dynoxide.ts';
import { isAlive, processName } from '#local/data-directory/processes.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-dynoxide-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Another process that starts the database, tells its pid and then waits. */
async function otherOwner(): Promise<{ child: ChildProcess; pid: number }> {
  const code = `import { startDynoxide } from ${JSON.stringify(join(import.meta.dirname, '../../local/data-directory/dynoxide.ts'))};
    console.log((await startDynoxide(${JSON.stringify(dir)})).pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout!, 'data');
  return { child, pid: Number(String(line)) };
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('the embedded database', () => {
  it('answers on loopback and ends with stop', async () => {
    const server = await startDynoxide(dir);
    const name = await processName(server.pid);
    expect(server.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(server.endpoint)).status).toBeGreaterThan(0);
    await server.stop();
    expect(await isAlive(name)).toBe(false);
    await expect(fetch(server.endpoint)).rejects.toThrow();
  });

  it('is adopted when its owner was killed', async () => {
    const { child, pid } = await otherOwner();
    await killed(child);
    const server = await startDynoxide(dir);
    expect(server).toMatchObject({ pid, owned: true });
    await server.stop();
  });

  it('is shared with a living owner, who alone ends it', async () => {
    const { child, pid } = await otherOwner();
    const server = await startDynoxide(dir);
    expect(server).toMatchObject({ pid, owned: false });
    await server.stop();
    expect((await fetch(server.endpoint)).status).toBeGreaterThan(0);
    await killed(child);
    await (await startDynoxide(dir)).stop();
  });

  it('is not mistaken for another process that has its id', async () => {
    const self = await processName(process.pid);
    await writeFile(
      join(dir, 'dynoxide.json'),
      JSON.stringify({ ...self, port: 9, owner: { pid: 1, startTicks: '0' } }),
    );
    const server = await startDynoxide(dir);
    expect(server.pid).not.toBe(process.pid);
    expect(JSON.parse(await readFile(join(dir, 'dynoxide.json'), 'utf8'))).toMatchObject({
      pid: server.pid,
      owner: self,
    });
    await server.stop();
  });

  it('is ended and started again when nothing says on which port it listens', async () => {
    const { child, pid } = await otherOwner();
    await killed(child);
    await writeFile(join(dir, 'dynoxide.json'), '{');
    const server = await startDynoxide(dir);
    expect(server.pid).not.toBe(pid);
    await expect(processName(pid)).rejects.toThrow();
    await server.stop();
  });

  it('does not keep its caller from ending', async () => {
    const code = `import { startDynoxide } from ${JSON.stringify(join(import.meta.dirname, '../../local/data-directory/dynoxide.ts'))};
      await startDynoxide(${JSON.stringify(dir)});`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([0, null]);
    await (await startDynoxide(dir)).stop();
  });
});
