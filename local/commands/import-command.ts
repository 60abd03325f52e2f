import { makeDurable } from '#base/node/files.ts';
import { violationLine } from '#present/findings/violation-lines.ts';
import { importOrgan } from '#usecases/moving/import-organ.ts';
import { type OrganPackage, openPackage } from '#usecases/moving/read-package.ts';
import { type ServerLock, takeServerLock } from '../data-directory/server-lock.ts';
import { counted, type StageProgress, screenProgress } from '../output/stage-progress.ts';
import { openStack } from '../target/open-stack.ts';
import { rememberOrgan } from '../target/remember-organ.ts';
import { openTarget, readTarget, TARGET_HELP, type Target, targetName, targetOptions } from '../target/target.ts';
import { type Command, onlyPositional, readArgs } from './command.ts';

const usage = `Cách dùng: banhanh import GÓI [--data THƯ-MỤC | --table BẢNG --bucket KHO --work-bucket KHO]

Nhập một cơ quan từ gói do banhanh export tạo, vào một thư mục dữ liệu (mới hoặc đang có cơ quan khác) hay vào AWS. Gói được kiểm
từng bản ghi, từng tệp trước khi ghi; ghi xong thì đọc lại tất cả, so mã SHA-256, kiểm tra như banhanh verify, sau cùng mới mở
cho thành viên. Không ghi đè gì: nơi nhận đã có dữ liệu khác thì từ chối. Dở dang thì chạy lại; chạy hai lần không đổi gì.

${TARGET_HELP}

Mật khẩu không đi theo: đặt lại bằng banhanh user password (một máy) hoặc Cognito (AWS, xem docs/van-hanh.md).
Mã thoát: 0 đã nhập và kiểm tra xong; 1 chưa.`;

/** `banhanh import FOLDER --table NAME --bucket ISSUED --work-bucket WORK` */
export const importCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({ args, allowPositionals: true, options: targetOptions });
  const folder = onlyPositional(positionals, 'thư mục của gói');
  const target = readTarget(values);
  const progress = screenProgress();
  const read = await openPackage(folder, (done, total) => progress.at('Kiểm tra gói', done, total));
  progress.clear();
  const pack = watchedPackage(read, progress);
  const { organ } = pack.manifest;
  console.log(`Gói của ${organ}, mã ${pack.seal}: nguyên vẹn.`);
  const lock = 'dir' in target ? await lockNew(target.dir) : undefined;
  try {
    return await takeIn(target, pack, folder, progress);
  } finally {
    await lock?.leave();
  }
}

async function takeIn(target: Target, pack: OrganPackage, folder: string, progress: StageProgress): Promise<number> {
  const { organ } = pack.manifest;
  const stack = 'dir' in target ? await openStack({ dir: target.dir }) : await openTarget(target);
  try {
    const onViolation = (violation: Parameters<typeof violationLine>[0]) => {
      progress.clear();
      console.log(violationLine(violation));
    };
    const { items, objects, members, stood, violations } = await importOrgan({
      target: stack,
      pack,
      folder,
      onViolation,
    });
    progress.clear();
    console.log(
      `Đã ghi ${items} bản ghi, ${objects} tệp, ${members} thành viên; có sẵn ${stood.items} bản ghi, ${stood.objects} tệp. Đọc lại: khớp.`,
    );
    if (violations.length > 0) {
      console.error(
        `Còn ${violations.length} sai lệch nên chưa mở cho thành viên: hãy sửa ở nơi xuất rồi xuất, nhập lại.`,
      );
      return 1;
    }
    if ('dir' in target) await rememberOrgan(target.dir, organ, stack);
    console.log(
      `Đã nhập ${organ} vào ${targetName(target)}: không có sai lệch. Mật khẩu không đi theo gói, hãy đặt lại.`,
    );
    return 0;
  } finally {
    await stack.close();
  }
}

/** A directory may be new; one that a server works on is left alone. */
async function lockNew(dir: string): Promise<ServerLock> {
  await makeDurable(dir);
  return takeServerLock(dir);
}

/** Tells how much of each pass over a package is done: compared with the target, written, read back. */
function watchedPackage(pack: OrganPackage, progress: StageProgress): OrganPackage {
  const { items, objects } = pack.manifest;
  const passes = { items: 0, objects: 0 };
  return {
    ...pack,
    items: () => {
      const stage = `Bản ghi, lượt ${++passes.items}/3`;
      return counted(pack.items(), (done) => progress.at(stage, done, items.count));
    },
    objects: () => {
      const stage = `Tệp, lượt ${++passes.objects}/3`;
      return counted(pack.objects(), (done) => progress.at(stage, done, objects.count));
    },
  };
}
