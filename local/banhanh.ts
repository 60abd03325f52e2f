import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from './commands/command-table.ts';
import { explainError } from './output/explain-error.ts';
import { errorCode } from './output/operator-error.ts';

// What is written holds people's documents: it is their owner's alone.
process.umask(0o077);
// Who reads goes away (`| head`): what is shown ends, what is done goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (errorCode(error) !== 'EPIPE') throw error;
  });
}
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-v') {
    console.log(await version());
    return 0;
  }
  if (name === 'help' && args[0] !== undefined) return main([args[0], '--help']);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(help());
    return name === undefined ? 2 : 0;
  }
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!known) {
    console.error(`Không có lệnh “${name}”. Xem: banhanh --help`);
    return 2;
  }
  const command = await known.load();
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.usage);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    return await explainError(error, name);
  }
}

async function version(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../package.json'), 'utf8');
  return `banhanh ${/"version": "([^"]+)"/.exec(text)?.[1] ?? ''} (Node.js ${process.versions.node})`;
}

function help(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `Ban Hành: kế hoạch và công văn đúng thể thức Nghị định 30/2020/NĐ-CP.

Cách dùng: banhanh LỆNH [tùy chọn]

${rows.join('\n')}

Xem từng lệnh: banhanh help LỆNH. Phiên bản: banhanh --version`;
}
