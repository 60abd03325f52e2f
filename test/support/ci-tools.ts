import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';

/** A program outside npm that a test runs, with the Debian package that brings it. */
const packages = {
  soffice: 'libreoffice-writer-nogui',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  chromium: 'chromium',
  strace: 'strace',
  script: 'bsdutils',
  'systemd-analyze': 'systemd',
} as const;

/** The name of such a program. */
export type Tool = keyof typeof packages;

function isOnPath(tool: Tool, path: string): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Machine as `needs` knows it, and the output for what it leaves out. */
export type Machine = {
  readonly CI?: string | undefined;
  readonly PATH?: string | undefined;
  readonly say?: (line: string) => void;
};

/**
 * Tells whether a program that a test needs is installed. On a user's machine one line names what is left out and how
 * to get it; with `CI` set nothing may be skipped.
 *
 * @throws Error naming the Debian package, when `CI` is set and the program is missing
 */
export function needs(tool: Tool, machine: Machine = { CI: process.env['CI'], PATH: process.env['PATH'] }): boolean {
  if (isOnPath(tool, machine.PATH ?? '')) return true;
  const missing = `Thiếu chương trình ${tool}: hãy cài gói ${packages[tool]}.`;
  // Debian's packages are for Linux; the jobs on Windows and macOS do without.
  if (machine.CI && process.platform === 'linux') throw new Error(missing);
  const say = machine.say ?? ((line) => process.stderr.write(line));
  say(`${missing} Bỏ qua các phép thử cần đến nó.\n`);
  return false;
}

/** `describe` for tests that run a program outside npm: see `needs` for what happens where it is missing. */
export function describeWith(tool: Tool, name: string, tests: () => void): void {
  describe.skipIf(!needs(tool))(name, tests);
}
