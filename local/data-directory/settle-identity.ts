import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readPartition } from '#register/table/keys/partition-name.ts';
import { type Mark, openMarkWriter, readMarks } from '#register/table/sqlite/marks.ts';
import { type CounterState, giveIdentity, inspectRegisterFile } from '#register/table/sqlite/register-file.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import { OperatorError } from '../output/operator-error.ts';
import { dataPaths } from './data-directory.ts';

/** Key of the object by which a store knows its register. */
const IDENTITY_KEY = 'identity';
const identityObject = z.object({ schema: z.literal('identity@1'), id: z.string() });

/** Paths of a data directory's marks. */
export interface SettledMarks {
  readonly path: string;
  readonly identity: string;
  /** A second copy, outside the directory. */
  readonly outside?: string;
}

/**
 * Holds register, mark and store of a directory against each other before anything is written; a new directory gets its identity.
 * Throws `OperatorError` for a register that is lost, emptied, damaged, another directory's, or older than what was answered.
 */
export async function settleIdentity(dir: string, store: Store, markTo?: string): Promise<SettledMarks> {
  const { register, marks: path } = dataPaths(dir);
  const file = inspectRegisterFile(register);
  if (file.kind === 'unreadable') throw new OperatorError(damaged(dir, register), { cause: file.cause });
  const own = readMarks(path);
  const known = await storeIdentity(store);
  if (file.kind === 'absent') {
    if (own.bySeries.size > 0 || known !== undefined || (await hasIssued(store)))
      throw new OperatorError(lost(dir, register));
    return settled(randomUUID(), []);
  }
  const others = [known, own.identity].filter((one) => one !== undefined);
  if (others.some((one) => one !== file.identity)) throw new OperatorError(foreign(dir, register));
  return settled(file.identity ?? randomUUID(), file.counters);

  async function settled(identity: string, counters: readonly CounterState[]): Promise<SettledMarks> {
    const outside = markTo === undefined ? undefined : join(markTo, `${identity}.marks`);
    for (const marks of [own, ...(outside === undefined ? [] : [readMarks(outside)])])
      checkNotBehind(counters, marks.bySeries);
    giveIdentity(register, identity);
    if (known === undefined) await putIdentity(store, identity);
    if (!existsSync(path)) seedMarks(path, identity, counters);
    return { path, identity, ...(outside !== undefined && { outside }) };
  }
}

function seedMarks(path: string, identity: string, counters: readonly CounterState[]): void {
  const writer = openMarkWriter(path, identity);
  const given = counters.filter(({ seq }) => seq > 0);
  writer.append(given.map(({ series, seq, lastIssuedOn }) => ({ series, seq, on: lastIssuedOn })));
  writer.close();
}

function checkNotBehind(counters: readonly CounterState[], marks: ReadonlyMap<string, Mark>): void {
  const stands = new Map(counters.map(({ series, seq }) => [series, seq]));
  const shut = new Set(counters.flatMap(({ series, isShut }) => (isShut ? [series] : [])));
  const behind = [...marks.values()].filter(({ series, seq }) => seq > (stands.get(series) ?? 0) && !shut.has(series));
  if (behind.length === 0) return;
  const lines = behind.map(({ series, seq, on }) => {
    const name = readPartition(series);
    const what = name.kind === 'series' ? `sổ ${name.series} năm ${name.year} của ${name.organ}` : series;
    return `  ${what}: sổ ghi đến số ${stands.get(series) ?? 0}, đã cấp đến số ${seq} ngày ${on}`;
  });
  throw new OperatorError(
    `Sổ trong thư mục cũ hơn những số đã cấp, nên không mở: mở thì sẽ cấp trùng số.\n${lines.join('\n')}\n${WAY_OUT}`,
  );
}

async function storeIdentity(store: Store): Promise<string | undefined> {
  try {
    const { bytes } = await store.get(IDENTITY_KEY);
    return identityObject.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).id;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'not-found') return undefined;
    throw error;
  }
}

async function putIdentity(store: Store, id: string): Promise<void> {
  const bytes = Buffer.from(JSON.stringify({ schema: 'identity@1', id }));
  await store.put(IDENTITY_KEY, bytes, { contentType: 'application/json', ifAbsent: false });
}

async function hasIssued(store: Store): Promise<boolean> {
  for await (const _ of store.folders('issued')) return true;
  return false;
}

const WAY_OUT =
  'Cách xử lý: dừng máy chủ, đổi tên thư mục này, rồi phục hồi từ bản sao lưu mới nhất: banhanh restore --from BẢN-SAO --data THƯ-MỤC --files THƯ-MỤC-CŨ/files';

const lost = (dir: string, path: string) =>
  `Sổ ${path} đã mất hoặc trống, trong khi thư mục “${dir}” có dấu hoặc tệp của những số đã cấp: không bắt đầu lại từ số 01.\n${WAY_OUT}`;
const damaged = (dir: string, path: string) => `Sổ ${path} hỏng, không đọc được; thư mục “${dir}” chưa mở.\n${WAY_OUT}`;
const foreign = (dir: string, path: string) =>
  `Sổ ${path} không phải sổ của thư mục “${dir}”: dấu hoặc kho tệp là của sổ khác. Hãy trả đúng tệp sổ về.\n${WAY_OUT}`;
