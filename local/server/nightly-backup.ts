import { backupErrorText } from '#present/problems/texts/backup-texts.ts';
import { backUp } from '#usecases/backup/back-up.ts';
import { BackupError } from '#usecases/backup/backup-error.ts';
import { readRecord } from '#usecases/backup/backup-record.ts';
import { keepGeneration } from '#usecases/backup/generations.ts';
import { writeHead } from '#usecases/upkeep/heads.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { OperatorError } from '../output/operator-error.ts';
import { systemErrorText } from '../output/system-error.ts';
import { directories } from '../target/directories.ts';
import { openStack } from '../target/open-stack.ts';
import type { ReadinessCheck } from './readiness.ts';

const LOOK_EVERY_MS = 60_000;
/** Older than this a backup is told: a night was missed. */
const OLD_AFTER_MS = 26 * 60 * 60 * 1000;

/** A backup each day while the server runs. */
export interface NightlyBackup {
  /** State of the backup, for `/readyz`. */
  check(): ReadinessCheck;
  /** Makes one now, and verifies what it wrote. Never rejects: what fails is told by `check`. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Dependencies of the nightly backup. */
export interface NightlyBackupOptions {
  readonly dir: string;
  readonly out: string;
  /** `hh:mm` of the machine's own time. */
  readonly at: string;
  now(): Date;
  onDone(sentence: string): void;
}

/** Starts looking each minute whether today's is due. */
export async function startNightlyBackup(options: NightlyBackupOptions): Promise<NightlyBackup> {
  const { dir, out, at, now, onDone } = options;
  const startedAt = now();
  let doneAt = await lastBackup(out);
  let fault: string | undefined;
  let triedOn = doneAt && dayOf(doneAt);
  let running: Promise<void> = Promise.resolve();

  const make = async () => {
    try {
      fault = await backUpAndVerify(dir, out, now());
      if (fault === undefined) doneAt = now();
    } catch (error) {
      fault = systemErrorText(error) ?? sentenceOf(error);
    }
    onDone(fault === undefined ? `Đã sao lưu và kiểm tra: ${out}.` : `Sao lưu không thành: ${fault}`);
  };
  const run = () => {
    running = running.then(make);
    return running;
  };
  const timer = setInterval(() => {
    const today = dayOf(now());
    if (triedOn === today || timeOf(now()) < at) return;
    triedOn = today;
    void run();
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    run,
    check: () => {
      if (fault !== undefined) return { name: 'backup', ok: false, detail: `sao lưu không thành: ${fault}` };
      const age = now().getTime() - (doneAt ?? startedAt).getTime();
      const shown = doneAt ? `lần sao lưu gần nhất: ${doneAt.toLocaleString('vi')}` : 'chưa sao lưu lần nào';
      return { name: 'backup', ok: age < OLD_AFTER_MS, detail: shown };
    },
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}

/** Fault of a copy that is not whole, or undefined. */
async function backUpAndVerify(dir: string, out: string, now: Date): Promise<string | undefined> {
  const { record, lost } = await backUp(directories, { dir, out, now });
  if (lost.length > 0) return `${lost.length} tệp đã mất hoặc hỏng ở nguồn`;
  const { deps, inspection, close } = await openStack({ dir: out });
  try {
    const { store, clock } = deps;
    const { violations } = await verify({ inspection, store, heads: store, now: () => now, sleep: clock.sleep });
    if (violations.length > 0)
      return `bản sao có ${violations.length} sai lệch: chạy banhanh verify --data ${out} --heads ${out}`;
    await writeHead({ inspection, heads: store }, now);
  } finally {
    await close();
  }
  await keepGeneration(out, dataPaths(out).register, { day: dayOf(now), record });
  return undefined;
}

async function lastBackup(out: string): Promise<Date | undefined> {
  return readRecord(out).then(
    ({ at }) => new Date(at),
    () => undefined,
  );
}

function sentenceOf(error: unknown): string {
  if (error instanceof BackupError) return backupErrorText(error);
  return error instanceof OperatorError ? error.message : String(error);
}

function dayOf(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function timeOf(date: Date): string {
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
