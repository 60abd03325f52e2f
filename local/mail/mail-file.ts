import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { isMissing, writeWhole } from '#base/node/files.ts';
import { OperatorError } from '../output/operator-error.ts';

/** The office's mail server, and where the page stands for those who open a link. */
export const mailSettingsSchema = z.strictObject({
  schema: z.literal('mail@1'),
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535),
  /** TLS from the first byte (port 465); otherwise STARTTLS where the server has it, always where there is a password. */
  isTls: z.boolean(),
  user: z.exactOptional(z.string().min(1).max(254)),
  password: z.exactOptional(z.string().min(1).max(500)),
  /** Address, or `Name <address>`, from which mail comes. */
  from: z.string().min(3).max(300),
  /** The page's public address, `https://vanban.xa.vn`, without a slash at its end. */
  pageAddress: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
});

/** See {@link mailSettingsSchema}. */
export type MailSettings = z.infer<typeof mailSettingsSchema>;

/** Reads how mail is sent; undefined: nobody is told by mail. Throws `OperatorError` for a damaged file. */
export async function readMailSettings(path: string): Promise<MailSettings | undefined> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    if (isMissing(cause)) return undefined;
    throw cause;
  });
  if (text === undefined) return undefined;
  try {
    return mailSettingsSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new OperatorError(`Tệp thiết lập thư hỏng: ${path}; hãy chạy lại banhanh mail set.`, { cause });
  }
}

/** Writes it, readable by the owner of the file alone: it may hold a password. */
export function writeMailSettings(path: string, settings: MailSettings): Promise<void> {
  return writeWhole(path, `${JSON.stringify(settings, null, 2)}\n`, 0o600);
}

/** Ends mail from the next start on. */
export function removeMailSettings(path: string): Promise<void> {
  return rm(path, { force: true });
}
