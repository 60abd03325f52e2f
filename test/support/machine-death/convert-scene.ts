import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { convertIfOld } from '#local/data-directory/convert-first-release.ts';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { openSqliteTable } from '#register/table/sqlite/sqlite-table.ts';
import type { Scene } from './deaths.ts';
import { script } from './scene-data.ts';

const COUNT = 60;

/** Writes a register as release 0.1.0 did, of so many items. `cut`: it died while it changed them. */
export async function writeFirstRelease(path: string, { cut = false } = {}): Promise<void> {
  const made = `${path}.made`;
  const db = new DatabaseSync(made);
  db.exec('CREATE TABLE _tables (name TEXT); CREATE TABLE "banhanh" (item_json TEXT); PRAGMA cache_size = 1;');
  const insert = db.prepare('INSERT INTO "banhanh" VALUES (?)');
  const text = (n: number, word: string) =>
    JSON.stringify({ PK: { S: 'A#o#D#1' }, SK: { S: `k${n}` }, word: { S: word.repeat(200) } });
  db.exec('BEGIN');
  for (let n = 0; n < COUNT; n++) insert.run(text(n, 'cũ'));
  db.exec('COMMIT');
  if (cut) {
    db.exec('BEGIN');
    for (let n = 0; n < COUNT; n++)
      db.prepare('UPDATE "banhanh" SET item_json = ? WHERE rowid = ?').run(text(n, 'mới'), n + 1);
    await copyFile(`${made}-journal`, `${path}-journal`);
  }
  await copyFile(made, path);
  db.close();
  await rm(made);
}

/** Items of a converted register, and how many of them are as they were. */
export async function readConverted(path: string): Promise<readonly [items: number, asTheyWere: number]> {
  const table = await openSqliteTable({ path });
  try {
    const { items } = await table.scan();
    return [items.length, items.filter(({ word }) => word === 'cũ'.repeat(200)).length];
  } finally {
    await table.close();
  }
}

/** The conversion of a directory of release 0.1.0, which had died while it wrote. */
export async function convertScene(root: string): Promise<Scene> {
  await mkdir(root, { recursive: true });
  const { register } = dataPaths(root);
  await writeFirstRelease(register, { cut: true });
  return {
    root,
    program: [script('convert.ts'), root],
    wrongsOf: async (printed) => {
      const wrongs: string[] = [];
      const before = await convertIfOld(root).catch((error: unknown) => String(error));
      if (typeof before === 'string') return [before];
      if (printed.length > 0 && before) wrongs.push('converted twice');
      const whole = String([COUNT, COUNT]);
      if (String(await readConverted(register)) !== whole) wrongs.push('items are lost');
      if (!existsSync(`${register}.0.1.0`)) return [...wrongs, 'the copy of the old register is lost'];
      // The copy is as good as the old register.
      await rm(register);
      await copyFile(`${register}.0.1.0`, register);
      const copied = await convertIfOld(root).catch((error: unknown) => String(error));
      if (typeof copied !== 'object') return [...wrongs, `the copy is no register: ${copied}`];
      return String(await readConverted(register)) === whole ? wrongs : [...wrongs, 'the copy lacks items'];
    },
  };
}
