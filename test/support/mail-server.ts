import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface TakenMail {
  readonly to: readonly string[];
  readonly headers: string;
  /** Decoded. */
  readonly subject: string;
  readonly text: string;
}

/** An SMTP server of this machine that keeps what it takes. */
export interface MailServer {
  readonly port: number;
  readonly taken: TakenMail[];
  /** Addresses that it refuses for good. */
  readonly refused: Set<string>;
  /** While true it takes nothing, as a server that is out of order. */
  isDown: boolean;
  close(): Promise<void>;
}

/** Starts an SMTP server on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const refused = new Set<string>();
  const state = { isDown: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      if (refused.has(address)) done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      else done();
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (state.isDown) return done(Object.assign(new Error('try later'), { responseCode: 451 }));
        taken.push(
          mailOf(
            Buffer.concat(pieces).toString('latin1'),
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        );
        done();
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    taken,
    refused,
    get isDown() {
      return state.isDown;
    },
    set isDown(value) {
      state.isDown = value;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function mailOf(raw: string, to: readonly string[]): TakenMail {
  const [headers = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const encoding = /^content-transfer-encoding: (\S+)/im.exec(headers)?.[1]?.toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : Buffer.from(body, 'latin1');
  const unfolded = headers.replace(/\r\n[ \t]+/g, ' ');
  const subject = /^subject: (.*)$/im.exec(unfolded)?.[1] ?? '';
  return {
    to,
    headers: unfolded,
    subject: decodeWords(subject),
    text: bytes.toString('utf8').replaceAll('\r\n', '\n'),
  };
}

function quotedPrintable(text: string): Buffer {
  const whole = text.replace(/=\r\n/g, '');
  return Buffer.from(
    whole.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

function decodeWords(text: string): string {
  const pieces = text.replace(/\?=\s+=\?/g, '?==?').matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=|([^=]+|=)/gi);
  const bytes = [...pieces].map(([, kind, coded = '', plain = '']) => {
    if (kind === undefined) return Buffer.from(plain);
    return kind.toUpperCase() === 'B' ? Buffer.from(coded, 'base64') : quotedPrintable(coded.replaceAll('_', ' '));
  });
  return Buffer.concat(bytes).toString('utf8');
}
