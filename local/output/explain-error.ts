import { findingLine } from '#present/findings/finding-lines.ts';
import { BackupError } from '#usecases/backup/backup-error.ts';
import { MoveError } from '#usecases/moving/move-error.ts';
import { OperatorError, UsageError } from './operator-error.ts';
import { systemErrorText } from './system-error.ts';

/** Prints an error that a command threw, in words. The exit code: 2 for a wrong call, else 1. */
export async function explainError(error: unknown, name: string): Promise<number> {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nXem: banhanh ${name} --help`);
    return 2;
  }
  if (error instanceof OperatorError) {
    console.error(error.message);
    return 1;
  }
  if (error instanceof MoveError) {
    const { moveErrorText } = await import('#present/problems/texts/move-texts.ts');
    console.error(moveErrorText(error));
    return 1;
  }
  if (error instanceof BackupError) {
    const { backupErrorText } = await import('#present/problems/texts/backup-texts.ts');
    console.error(`${backupErrorText(error)} [${error.code}]`);
    return 1;
  }
  const { toProblem } = await import('#present/problems/problem.ts');
  const { code, detail, errors } = toProblem(error);
  const shown = systemErrorText(error) ?? (code === 'internal' ? error : `${detail} [${code}]`);
  console.error(shown);
  for (const finding of errors) console.error(findingLine(finding));
  return 1;
}
