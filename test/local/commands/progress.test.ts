import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import { counted, stageProgress } from '#local/output/stage-progress.ts';
import { openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { describeWith } from '../../support/ci-tools.ts';
import { CITY, letter, PEOPLE, plainRender, writeExampleOrgans } from '../../support/desk.ts';
import { banhanh, root } from '../run-banhanh.ts';

describe('progress of stages', () => {
  const watched = (isTTY: boolean) => {
    const written: string[] = [];
    let at = 1;
    const progress = stageProgress({ isTTY, write: (text) => written.push(text) }, () => at);
    return {
      progress,
      written,
      wait: (ms: number) => {
        at += ms;
      },
    };
  };

  test('redraws one line on a terminal, ten times a second, and the last of a stage whatever the time', () => {
    const { progress, written, wait } = watched(true);
    wait(100);
    for (let done = 1; done <= 10; done++) {
      progress.at('Chép tệp', done, 10);
      wait(50);
    }
    expect(written.length).toBe(6);
    expect(written[0]).toBe(`\r\u001b[KChép tệp [###${'-'.repeat(27)}] 10% 1/10`);
    expect(written.at(-1)).toMatch(/\[#{30}\] 100% 10\/10$/);
  });

  test('counts where nobody knows how much there is', () => {
    const { progress, written, wait } = watched(true);
    wait(1000);
    progress.at('Kiểm tra tệp', 1);
    wait(1000);
    progress.at('Kiểm tra tệp', 201);
    expect(written.at(-1)).toBe('\r\u001b[KKiểm tra tệp 201, 201/giây');
  });

  test('takes its line away before another is printed, and only a line that is there', () => {
    const { progress, written, wait } = watched(true);
    progress.clear();
    wait(1000);
    progress.at('Chép tệp', 1);
    progress.clear();
    progress.clear();
    expect(written.length).toBe(2);
    expect(written[1]).toBe('\r\u001b[K');
  });

  test('writes a whole line each ten seconds into a file, and nothing of a short run', () => {
    const { progress, written, wait } = watched(false);
    for (let done = 1; done <= 100; done++) {
      progress.at(done <= 50 ? 'Ghi' : 'Đọc lại', done, 100);
      wait(99);
    }
    expect(written).toEqual([]);
    wait(100);
    progress.at('Đọc lại', 100, 100);
    wait(9_000);
    progress.at('Đọc lại', 100, 100);
    expect(written.length).toBe(1);
    expect(written[0]).toMatch(/^Đọc lại \[#{30}\] 100% 100\/100, \d+\/giây\n$/);
  });

  test('counts what passes, after it was worked on', async () => {
    const heard: number[] = [];
    async function* three() {
      yield* ['a', 'b', 'c'];
    }
    for await (const _ of counted(three(), (done) => heard.push(done))) expect(heard.length).toBeLessThan(3);
    expect(heard).toEqual([1, 2, 3]);
  });
});

describeWith('script', 'on a terminal', () => {
  let base: string;
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'banhanh-progress-'));
    const { clock } = createCalendar('2026-06-15T09:00:00+07:00');
    const stack = await openStack({ dir: join(base, 'data'), clock });
    await seedOrgans(stack.deps, join(base, 'data'), await writeExampleOrgans(base));
    const deps = { ...stack.deps, render: plainRender };
    for (let n = 0; n < 3; n++) {
      const { document } = await createDocument(deps, PEOPLE.drafter, { data: letter(`việc ${n}`) });
      const { docId } = document;
      const submitted = await submitDocument(deps, PEOPLE.drafter, { docId, seen: document });
      const seen = await approveDocument(deps, PEOPLE.signer, { docId, seen: submitted });
      await issueDocument(deps, PEOPLE.clerk, { docId, seen, signatureConfirmed: true });
    }
    await stack.close();
  });
  afterAll(() => rm(base, { recursive: true, force: true }));

  /** Runs the program with a terminal of its own. */
  function onTerminal(...args: readonly string[]): string {
    const words = [process.execPath, join(root, 'local/banhanh.js'), ...args];
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const command = process.platform === 'darwin' ? ['-q', '/dev/null', ...words] : ['-qec', quoted, '/dev/null'];
    const { status, stdout } = spawnSync('script', command, { cwd: base, encoding: 'utf8' });
    expect(status, stdout).toBe(0);
    return stdout;
  }

  test.each([
    [['backup', '--data', 'data', '--out', 'sao-luu'], /Sao lưu tệp \[#{30}\] 100% (\d+)\/\1/],
    [['verify', '--data', 'data'], /Kiểm tra sổ và văn bản \d+.*Kiểm tra tệp \d+/s],
    [['repair', '--data', 'data'], /Sửa sổ và văn bản \d+.*Kiểm tra sổ và văn bản \d+/s],
    [['reindex', '--data', 'data'], /Đọc sổ và văn bản \d+/],
    [
      ['restore', '--from', 'sao-luu', '--data', 'lai', '--nothing-since', 'tập phục hồi'],
      /Chép tệp \d+.*Kiểm tra tệp \d+/s,
    ],
    [['export', '--data', 'data', '--organ', CITY, '--out', 'goi'], /Đọc bản ghi \d+.*Tệp issued.* \d+/s],
    [
      ['import', 'goi', '--data', 'noi-moi'],
      /Kiểm tra gói \[.*Bản ghi, lượt 3\/3 \[#{30}\] 100% .*Tệp, lượt 3\/3 \[#{30}\] 100% /s,
    ],
  ] as [string[], RegExp][])('%s shows how far it is', (args, shown) => {
    expect(onTerminal(...args)).toMatch(shown);
  });

  test('a program that reads the report is told nothing between', () => {
    const { status, stderr, stdout } = banhanh(['verify', '--json', '--data', join(base, 'data')]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout).violations).toEqual([]);
  });
});
