import { readFileSync } from 'node:fs';
import { checkDocx } from '#check/check-docx.ts';
import { ReadError } from '#read/problems/read-error.ts';

/** Run as a process of its own: checks the file it is given, says what came of it, in how much memory and time of a core. */
function outcome(path: string): string {
  try {
    return checkDocx(readFileSync(path)).kind;
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
}

const said = outcome(process.argv[2]!);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const cpuMs = Math.round((userCPUTime + systemCPUTime) / 1000);
console.log(JSON.stringify({ said, megabytes: Math.round(maxRSS / 1024), cpuMs }));
