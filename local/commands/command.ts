import { type ParseArgsConfig, parseArgs } from 'node:util';
import { errorCode, UsageError } from '../output/operator-error.ts';

/** A command of the command line. */
export interface Command {
  /** All of its help. */
  readonly usage: string;
  /** Runs it; the exit code. Throws `UsageError`, `OperatorError`. */
  run(args: readonly string[]): Promise<number>;
}

/** Options and positionals of a command. Throws `UsageError` for what it does not know. */
export function readArgs<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(wordsFor(error), { cause: error });
  }
}

/** An option that has to be given. Throws `UsageError`. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`Thiếu tùy chọn ${option}.`);
  return value;
}

/** The one positional of a command. Throws `UsageError`. */
export function onlyPositional(positionals: readonly string[], what: string): string {
  const [first, second] = positionals;
  if (first === undefined) throw new UsageError(`Thiếu ${what}.`);
  if (second !== undefined) throw new UsageError(`Thừa tham số “${second}”.`);
  return first;
}

/** A whole number from 1 on. Throws `UsageError`. */
export function wholeNumber(value: string, option: string, max: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= 1 && number <= max)) throw new UsageError(`${option} phải là số nguyên từ 1 đến ${max}: “${value}”.`);
  return number;
}

/** A day of the calendar. Throws `UsageError`. */
export function day(value: string, option: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== value) {
    throw new UsageError(`${option} phải là một ngày có thật, ghi năm-tháng-ngày (ví dụ 2026-03-16): “${value}”.`);
  }
  return value;
}

function wordsFor(error: unknown): string {
  const option = /'(-[^' ]*)[^']*'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
  switch (errorCode(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `Không có tùy chọn “${option}”.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `Tùy chọn “${option}” thiếu giá trị hoặc không nhận giá trị.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return 'Thừa tham số.';
    default:
      throw error;
  }
}
