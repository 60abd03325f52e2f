import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from '#base/node/file-system.ts';
import { makeDurable, writeWhole } from '#base/node/files.ts';

// What is traced: files as a data directory keeps them beside its register; each is told of once it is written.
const [root = ''] = process.argv.slice(2);
const told = (name: string, text: string) => void writeSync(1, `${JSON.stringify([name, text])}\n`);
const write = async (name: string, text: string) => {
  await writeWhole(join(root, name), text);
  told(name, text);
};
await write('organs.json', 'new');
await makeDurable(join(root, 'a/new/directory'));
await write('a/new/directory/users.json', 'one');
await write('a/new/directory/users.json', 'two');
const marks = nodeFileSystem.openForAppending(join(root, 'a/new/marks'));
marks.append('1');
told('a/new/marks', '1');
marks.append('2');
told('a/new/marks', '12');
marks.close();
