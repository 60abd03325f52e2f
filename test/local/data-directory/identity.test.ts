import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settleIdentity } from '#local/data-directory/settle-identity.ts';
import { openStack } from '#local/target/open-stack.ts';
import { createRegister } from '#register/create-register.ts';
import { openSqliteTable } from '#register/table/sqlite/sqlite-table.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import { approved, file, newOrgan, numberOf } from '../../register/scene.ts';

let dir: string;
let register: string;
const organ = newOrgan();
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-identity-'));
  register = join(dir, 'register.sqlite');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Gives so many numbers in the directory, and closes it. */
async function give(count: number, markTo?: string): Promise<number[]> {
  const stack = await openStack({ dir, markTo });
  try {
    const given: number[] = [];
    for (let n = 0; n < count; n++) {
      const { row } = await stack.deps.register.issueNumber(numberOf(await approved(stack.deps.register, organ)));
      given.push(row.codeNumber);
      await stack.deps.store.put(`issued/${organ}/${row.docId}/van-ban`, Buffer.from('x'), {
        contentType: 'text/plain',
        ifAbsent: true,
      });
    }
    return given;
  } finally {
    await stack.close();
  }
}

describe('a register beside marks and issued files', () => {
  test('that is as it was opens, and goes on', async () => {
    expect(await give(2)).toEqual([1, 2]);
    expect(await give(2)).toEqual([3, 4]);
  });

  test('that was removed does not start again at 01', async () => {
    await give(2);
    await rm(register);
    await expect(openStack({ dir })).rejects.toThrow(/đã mất hoặc trống.*\n.*banhanh restore/);
    await rm(join(dir, 'register.marks'));
    await expect(openStack({ dir })).rejects.toThrow('đã mất hoặc trống');
    await rm(join(dir, 'files/identity@'), { recursive: true });
    await expect(openStack({ dir })).rejects.toThrow('đã mất hoặc trống');
  });

  test('that was emptied or damaged is refused', async () => {
    await give(1);
    await truncate(register, 0);
    await expect(openStack({ dir })).rejects.toThrow('đã mất hoặc trống');
    await writeFile(register, 'not a database, but long enough to be read as the head of one'.repeat(20));
    await expect(openStack({ dir })).rejects.toThrow('hỏng, không đọc được');
  });

  test('that is last week’s is refused, and says which numbers were given since', async () => {
    await give(1);
    await copyFile(register, `${register}.old`);
    await give(2);
    await copyFile(`${register}.old`, register);
    await expect(openStack({ dir })).rejects.toThrow(/sổ ghi đến số 1, đã cấp đến số 3 ngày 2026-06-15/);
  });

  test('that is another directory’s is refused', async () => {
    await give(1);
    const own = await readFile(register);
    const other = await mkdtemp(join(tmpdir(), 'banhanh-other-'));
    const stack = await openStack({ dir: other });
    await stack.close();
    await copyFile(join(other, 'register.sqlite'), register);
    await expect(openStack({ dir })).rejects.toThrow('không phải sổ của thư mục');
    await writeFile(register, own);
    await (await openStack({ dir })).close();
    await rm(other, { recursive: true });
  });

  test('that was removed or replaced while it is open takes no number any more', async () => {
    await give(1);
    await copyFile(register, `${register}.old`);
    const stack = await openStack({ dir });
    const document = await approved(stack.deps.register, organ);
    expect(stack.isInPlace()).toBe(true);
    await rm(register);
    expect(stack.isInPlace()).toBe(false);
    await expect(stack.deps.register.issueNumber(numberOf(document))).rejects.toMatchObject({ code: 'register-gone' });
    await copyFile(`${register}.old`, register);
    await expect(stack.deps.register.issueNumber(numberOf(document))).rejects.toMatchObject({ code: 'register-gone' });
    await stack.close();
  });

  test('is held against the mark with every number: what goes back under it gives none', async () => {
    await give(3);
    const identity = (await settleIdentity(dir, createDirectoryStore(join(dir, 'files')))).identity;
    const marks = { path: join(dir, 'register.marks'), identity };
    const table = await openSqliteTable({ path: register, marks });
    const own = createRegister({ table });
    await table.transact([
      { put: { PK: `A#${organ}#R#2026#chung`, SK: '#C', ...(await own.getSeries(organ, 2026, 'chung')), seq: 3 } },
    ]);
    const back = { ...(await own.getSeries(organ, 2026, 'chung')), seq: 2 };
    await expect(table.transact([{ put: { PK: `A#${organ}#R#2026#chung`, SK: '#C', ...back } }])).rejects.toMatchObject(
      { code: 'register-behind' },
    );
    await table.close();
  });

  test('a whole directory that went back is seen by the mark outside', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'banhanh-outside-'));
    await give(1, outside);
    const [old, marks] = [await readFile(register), await readFile(join(dir, 'register.marks'))];
    await give(2, outside);
    await writeFile(register, old);
    await writeFile(join(dir, 'register.marks'), marks);
    await expect(openStack({ dir, markTo: outside })).rejects.toThrow('đã cấp đến số 3');
    await rm(outside, { recursive: true });
  });

  test('that is behind the store alone gives no number of that organ', async () => {
    await give(1);
    const [old, marks] = [await readFile(register), await readFile(join(dir, 'register.marks'))];
    await give(2);
    await writeFile(register, old);
    await writeFile(join(dir, 'register.marks'), marks);
    const stack = await openStack({ dir });
    const document = await approved(stack.deps.register, organ);
    await expect(stack.deps.register.issueNumber(numberOf(document))).rejects.toMatchObject({
      code: 'register-behind',
    });
    await stack.close();
  });

  test('a mark that a crash tore in half says nothing, and the next one stands by itself', async () => {
    await give(1);
    await writeFile(join(dir, 'register.marks'), `{"series":"A#${organ}#R#2026#chu`, { flag: 'a' });
    expect(await give(1)).toEqual([2]);
    expect(await give(1)).toEqual([3]);
    expect(file('x').role).toBe('rendered');
  });
});
