import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { BOUNDED_WAITING } from './bounded-waiting.ts';
import { DispatchError } from './dispatch-error.ts';

/** A mail in plain text. */
export interface PlainMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Mail by Amazon SES. */
export interface SesMail {
  /** Resolves once SES has taken the mail. Throws `DispatchError`: `unavailable`, or `mail-refused` for good. */
  send(mail: PlainMail): Promise<void>;
}

/** A client of SES; `from` stands at a domain that is verified there. */
export function createSesMail(options: {
  readonly region: string;
  readonly from: string;
  readonly endpoint?: string | undefined;
}): SesMail {
  const { region, from, endpoint } = options;
  const client = new SESv2Client({
    region,
    ...(endpoint !== undefined && { endpoint }),
    requestHandler: BOUNDED_WAITING,
  });
  return {
    send: async ({ to, subject, text }) => {
      const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
      const command = new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: {
            Subject: utf8(subject),
            Body: { Text: utf8(text) },
            Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
          },
        },
      });
      await client.send(command).catch((cause: unknown) => {
        throw new DispatchError(isRefusal(cause) ? 'mail-refused' : 'unavailable', {}, { cause });
      });
    },
  };
}

/** SES takes no mail to this address, now or later. */
function isRefusal(cause: unknown): boolean {
  return cause instanceof Error && ['MessageRejected', 'BadRequestException'].includes(cause.name);
}
