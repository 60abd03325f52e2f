import { readFile } from 'node:fs/promises';
import { sha256Hex } from '#base/node/hash.ts';
import { violationLine } from '#present/findings/violation-lines.ts';
import { exportOrgan } from '#usecases/moving/export-organ.ts';
import type { MoveDeps } from '#usecases/moving/move-deps.ts';
import { packagePaths } from '#usecases/moving/organ-package.ts';
import { takeServerLock } from '../data-directory/server-lock.ts';
import { counted, type StageProgress, screenProgress } from '../output/stage-progress.ts';
import type { Stack } from '../target/open-stack.ts';
import { openTarget, readTarget, TARGET_HELP, targetOptions } from '../target/target.ts';
import { type Command, readArgs, required } from './command.ts';

const usage = `Cách dùng: banhanh export --organ CƠ-QUAN --out THƯ-MỤC [--data THƯ-MỤC | --table BẢNG …]

Xuất một cơ quan thành gói để chuyển sang nơi khác (banhanh import): sổ, văn bản, nhật ký, hồ sơ, thành viên, mọi tệp, kèm mã
SHA-256 của từng bản ghi và từng tệp. Nơi cũ giữ nguyên. Mọi người phải ngừng làm việc ở nơi cũ trước khi xuất và không cấp số
ở đó nữa; máy chủ của thư mục dữ liệu phải dừng. Dở dang thì chạy lại.

  --organ CƠ-QUAN       mã cơ quan
  --out THƯ-MỤC         nơi ghi gói
${TARGET_HELP}

Mật khẩu không đi theo: ở nơi mới mỗi người được đặt lại. Gói có cả bản thảo và tên người: hãy giữ như giữ chính dữ liệu.
Mã thoát: 0 đủ; 1 chưa xuất được, hoặc gói thiếu những tệp mà nơi cũ đã mất (nêu từng tệp).`;

/** `banhanh export --data DIR --organ ORGAN --out FOLDER` */
export const exportCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = readArgs({ args, options: { ...targetOptions, organ: text, out: text } });
  const organ = required(values.organ, '--organ');
  const folder = required(values.out, '--out');
  const target = readTarget(values);
  const stack = await openTarget(target);
  const lock = 'dir' in target ? await takeServerLock(target.dir) : undefined;
  try {
    const progress = screenProgress();
    const onViolation = (violation: Parameters<typeof violationLine>[0]) => {
      progress.clear();
      console.log(violationLine(violation));
    };
    const source = watchedSource(stack, progress);
    const manifest = await exportOrgan({ source, organ, folder, now: new Date(), onViolation });
    progress.clear();
    const { items, objects, members, series, lost } = manifest;
    for (const { year, series: name, rows, seq } of series) {
      console.log(`  sổ ${name} năm ${year}: ${rows} văn bản, số cuối ${seq === 0 ? 'chưa cấp' : seq}`);
    }
    const seal = sha256Hex(await readFile(packagePaths(folder).manifest));
    console.log(
      `Đã xuất ${organ} vào ${folder}: ${items.count} bản ghi, ${objects.count} tệp, ${members.count} thành viên.`,
    );
    console.log(`Mã của gói, để đối chiếu khi nhập: ${seal}`);
    for (const key of lost) console.error(`Nơi cũ đã mất hoặc hỏng tệp này, gói không có: ${key}`);
    return lost.length === 0 ? 0 : 1;
  } finally {
    await stack.close();
    await lock?.leave();
  }
}

/** Tells how many items and objects have been read. */
function watchedSource({ deps, items, ...rest }: Stack, progress: StageProgress): MoveDeps {
  const { store } = deps;
  return {
    ...rest,
    items: { ...items, all: (organ) => counted(items.all(organ), (done) => progress.at('Đọc bản ghi', done)) },
    deps: {
      ...deps,
      store: { ...store, list: (prefix) => counted(store.list(prefix), (done) => progress.at(`Tệp ${prefix}`, done)) },
    },
  };
}
