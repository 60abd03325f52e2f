import { readFileSync } from 'node:fs';
import { recognise } from '#read/elements/recognise.ts';
import { ReadError } from '#read/problems/read-error.ts';
import { readBrought } from '#usecases/word-files/read-brought.ts';

/** Run as a process of its own: reads the PDF it is given, says what came of it, in how much memory and time of a core. */
async function outcome(path: string): Promise<string> {
  try {
    return recognise(await readBrought(new Uint8Array(readFileSync(path)))).kind;
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
}

const said = await outcome(process.argv[2]!);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const cpuMs = Math.round((userCPUTime + systemCPUTime) / 1000);
console.log(JSON.stringify({ said, megabytes: Math.round(maxRSS / 1024), cpuMs }));
