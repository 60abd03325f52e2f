/** Output of a log: a terminal gets words, anything else one line of JSON an event. */
export interface LogOutput {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
  on(event: 'error', listener: () => void): unknown;
}

/** Fields of a line beside its sentence: ids, counts, a path without its query. */
export type LogFields = Readonly<Record<string, string | number | undefined>>;

/** The log of a server. Lines that cannot be written are dropped: a log never ends what it tells of. */
export interface ServerLog {
  info(event: string, sentence: string, fields?: LogFields): void;
  /** `error` is for operators; in words its stack stands below the line. */
  error(event: string, sentence: string, error: unknown, fields?: LogFields): void;
}

/** Opens a log over two outputs. */
export function createServerLog(out: LogOutput, err: LogOutput, now: () => Date): ServerLog {
  for (const output of [out, err]) output.on('error', () => {});
  const put = (output: LogOutput, text: string) => {
    try {
      output.write(`${text}\n`);
    } catch {
      // Nobody reads it, or the disk is full: see above.
    }
  };
  const line = (output: LogOutput, level: string, event: string, sentence: string, fields: LogFields) =>
    output.isTTY
      ? `${timeOf(now())} ${sentence}`
      : JSON.stringify({ at: now().toISOString(), level, event, message: sentence, ...fields });
  return {
    info: (event, sentence, fields = {}) => put(out, line(out, 'info', event, sentence, fields)),
    error: (event, sentence, error, fields = {}) => {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (err.isTTY) put(err, `${line(err, 'error', event, sentence, fields)}\n${why}`);
      else put(err, line(err, 'error', event, sentence, { ...fields, why }));
    },
  };
}

function timeOf(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((n) => String(n).padStart(2, '0')).join(':');
}
