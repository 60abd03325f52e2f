import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { MailText } from '#present/mail/letter-text.ts';
import { MailRefused } from '#usecases/telling/letter.ts';
import type { MailSettings } from './mail-file.ts';

const TIMEOUT_MS = 20_000;

/** Mail by the office's SMTP server. */
export interface Smtp {
  /** Resolves once the server has taken the mail. Throws `MailRefused` for an address that it refuses for good. */
  send(mail: MailText): Promise<void>;
  /** Signs in and leaves again. */
  check(): Promise<void>;
}

/** A client of the office's SMTP server; it connects for each mail. */
export function createSmtp(settings: MailSettings): Smtp {
  const { host, port, isTls, user, password, from } = settings;
  const hasPassword = user !== undefined && password !== undefined;
  const transport = createTransport({
    host,
    port,
    secure: isTls,
    // A password never goes over the network bare.
    requireTLS: hasPassword && !isTls,
    ...(hasPassword && { auth: { user, pass: password } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }) => {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await transport.sendMail({ from, to, subject, text, headers }).catch((error) => {
        throw isRefusal(error) ? new MailRefused('recipient refused', { cause: error }) : error;
      });
    },
    check: async () => {
      await transport.verify();
    },
  };
}

const refusal = z.object({ command: z.literal('RCPT TO'), responseCode: z.number().min(500) });

/** A recipient that the server refuses with 5xx will be refused again. */
function isRefusal(error: unknown): boolean {
  return refusal.safeParse(error).success;
}
