import { putProfile } from '#usecases/organs/put-profile.ts';
import { OperatorError, UsageError } from '../output/operator-error.ts';
import { readOrgansFile } from '../target/organs-file.ts';
import { rememberOrgan } from '../target/remember-organ.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { openTarget, readTarget, TARGET_HELP, targetOptions } from '../target/target.ts';
import { type Command, onlyPositional, readArgs, required } from './command.ts';

const usage = `Cách dùng: banhanh profile add TỆP --organ CƠ-QUAN [--data THƯ-MỤC | --table BẢNG …]

Thêm hồ sơ của một cơ quan từ tệp (như examples/organs.json): cho cơ quan đầu tiên trên AWS, hoặc cơ quan mới của một máy. Hồ sơ đã
có từ cùng ngày thì để nguyên; sửa hồ sơ là việc của quản trị cơ quan, bằng PUT /profiles/{ngày hiệu lực}.

  --organ CƠ-QUAN       mã cơ quan (organId trong tệp)
${TARGET_HELP}`;

/** `banhanh profile add organs.json --organ dong-nai --table NAME --bucket ISSUED --work-bucket WORK` */
export const profileCommand: Command = { usage, run };

async function run([what, ...args]: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: { ...targetOptions, organ: { type: 'string' } },
  });
  if (what !== 'add') throw new UsageError('Chỉ có “profile add”.');
  const path = onlyPositional(positionals, 'tệp hồ sơ cơ quan');
  const organ = required(values.organ, '--organ');
  const profiles = (await readOrgansFile(path)).filter(({ organId }) => organId === organ);
  if (profiles.length === 0) throw new OperatorError(`Tệp ${path} không có hồ sơ của cơ quan “${organ}”.`);
  const target = readTarget(values);
  const stack = await openTarget(target);
  try {
    const stored = new Set((await stack.deps.register.listProfiles(organ)).map(({ validFrom }) => validFrom));
    const actor = { organ, staffId: OPERATOR, roles: ['admin'] } as const;
    for (const profile of profiles) {
      const { validFrom, name } = profile;
      const isThere = stored.has(validFrom);
      if (!isThere) await putProfile(stack.deps, actor, { profile, rev: null });
      console.log(`${name}, từ ngày ${validFrom}: ${isThere ? 'đã có, để nguyên' : 'đã thêm'}.`);
    }
    if ('dir' in target) await rememberOrgan(target.dir, organ, stack);
    return 0;
  } finally {
    await stack.close();
  }
}
