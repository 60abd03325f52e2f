import { availableParallelism } from 'node:os';
import { violationLine } from '#present/findings/violation-lines.ts';
import type { Members } from '#register/organs/members.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { Store } from '#store/store.ts';
import type { Deps } from '#usecases/deps.ts';
import { type Verification, type VerifyOptions, verify } from '#usecases/upkeep/verify.ts';
import type { Violation } from '#usecases/upkeep/violation.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { counted, type StageProgress, screenProgress } from '../output/stage-progress.ts';
import type { Stack } from '../target/open-stack.ts';
import { openTarget, readTarget, TARGET_HELP, targetOptions } from '../target/target.ts';
import { type Command, readArgs } from './command.ts';

const usage = `Cách dùng: banhanh verify [--json] [--data THƯ-MỤC | --table BẢNG --bucket KHO --work-bucket KHO]

Kiểm tra sổ và kho tệp: số không thiếu, không trùng, không nhảy; mỗi dòng một văn bản; mọi tệp còn nguyên từng byte;
nhật ký không bị sửa; sổ đã khóa không đổi. Chạy được khi máy chủ đang chạy. Không sửa gì; xem banhanh repair.

${TARGET_HELP}
  --heads THƯ-MỤC  so cả với đầu chuỗi nhật ký mà sao lưu đêm ghi trong thư mục sao lưu
  --json           một đối tượng JSON: số sổ, văn bản, tệp, và mọi sai lệch

Mã thoát: 0 mọi thứ đúng; 1 có sai lệch, mỗi sai lệch một dòng.`;

/** Documents that are read and hashed at once: hashing large files takes a processor each. */
const CONCURRENCY = 2 * availableParallelism();

/** `banhanh verify --data DIR`, `banhanh verify --table NAME --bucket ISSUED --work-bucket WORK` */
export const verifyCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs({
    args,
    options: { ...targetOptions, json: { type: 'boolean' }, heads: { type: 'string' } },
  });
  const heads = values.heads === undefined ? undefined : createDirectoryStore(dataPaths(values.heads).files);
  const stack = await openTarget(readTarget(values));
  try {
    const { violations } = await (values.json ? verifyAsJson : verifyAndTell)({ ...stack, heads }, screenProgress());
    return violations.length === 0 ? 0 : 1;
  } finally {
    await stack.close();
  }
}

/** Parts that are verified: people as well, where they are known. */
type VerifiedStack = Pick<Stack, 'inspection'> & {
  readonly deps: Pick<Deps, 'store' | 'clock'>;
  readonly members?: Members;
  readonly heads?: Store | undefined;
};

function optionsOf({ deps, inspection, members, heads }: VerifiedStack, progress: StageProgress): VerifyOptions {
  const { store, clock } = deps;
  return {
    inspection: watchedInspection(inspection, 'Kiểm tra sổ và văn bản', progress),
    store: { ...store, list: (prefix) => counted(store.list(prefix), (n) => progress.at('Kiểm tra tệp', n)) },
    members,
    heads,
    now: clock.now,
    sleep: clock.sleep,
    atOnce: CONCURRENCY,
  };
}

/** Tells how many series and documents have passed. */
export function watchedInspection(inspection: Inspection, stage: string, progress: StageProgress): Inspection {
  const holdings: Inspection['holdings'] = (share) =>
    counted(inspection.holdings(share), (done) => progress.at(stage, done));
  return { ...inspection, holdings };
}

async function verifyAsJson(stack: VerifiedStack, progress: StageProgress): Promise<Verification> {
  const answer = await verify(optionsOf(stack, progress));
  progress.clear();
  console.log(JSON.stringify(answer, null, 2));
  return answer;
}

/** Verifies, a line for each violation on stdout and what was looked at at the end. */
export async function verifyAndTell(stack: VerifiedStack, progress: StageProgress): Promise<Verification> {
  const onViolation = (violation: Violation) => {
    progress.clear();
    console.log(violationLine(violation));
  };
  const answer = await verify({ ...optionsOf(stack, progress), onViolation });
  progress.clear();
  const { series, documents, files, violations } = answer;
  const verdict = violations.length === 0 ? 'không có sai lệch' : `${violations.length} sai lệch`;
  console.log(`Đã kiểm tra ${series} sổ, ${documents} văn bản, ${files} tệp: ${verdict}.`);
  return answer;
}
