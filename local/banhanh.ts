#!/usr/bin/env node
import { toProblem } from '../functions/api/problem.ts';
import type { Command } from './command.ts';
import { findingLine } from './finding-lines.ts';
import { OperatorError, UsageError } from './operator-error.ts';

/** Loaded when asked for: rendering needs no database, and the database no renderer. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  render: async () => (await import('./render-command.ts')).renderCommand,
  schema: async () => (await import('./schema-command.ts')).schemaCommand,
  serve: async () => (await import('./serve-command.ts')).serveCommand,
  find: async () => (await import('./find-command.ts')).findCommand,
  'bring-in': async () => (await import('./bring-in-command.ts')).bringInCommand,
  user: async () => (await import('./user-command.ts')).userCommand,
};

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(await help());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    console.error(`Không có lệnh “${name}”. Xem: banhanh --help`);
    return 2;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.usage);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    return explain(error, name);
  }
}

function explain(error: unknown, name: string): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nXem: banhanh ${name} --help`);
    return 2;
  }
  if (error instanceof OperatorError) {
    console.error(error.message);
    return 1;
  }
  const { code, detail, errors } = toProblem(error);
  console.error(code === 'internal' ? error : `${detail} [${code}]`);
  for (const finding of errors) console.error(findingLine(finding));
  return 1;
}

async function help(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(10)}${(await load()).summary}`),
  );
  return `Ban Hành: kế hoạch và công văn đúng thể thức Nghị định 30/2020/NĐ-CP.

Cách dùng: banhanh LỆNH [tùy chọn]

${rows.join('\n')}

Xem từng lệnh: banhanh LỆNH --help`;
}
