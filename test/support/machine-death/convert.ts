import { writeSync } from 'node:fs';
import { convertIfOld } from '#local/data-directory/convert-first-release.ts';

// What is traced: the conversion of a directory of release 0.1.0.
const [dir = ''] = process.argv.slice(2);
const converted = await convertIfOld(dir);
writeSync(1, `${converted?.items}\n`);
