import { aboutVariables, dataVariables, mailVariables, readEnvironment } from '#aws/environment.ts';
import type { LambdaContext } from '#aws/lambda.ts';
import { openDeps } from '#aws/open-data.ts';
import { openRegisterTable } from '#aws/open-register-table.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { DispatchError } from '#dispatch/dispatch-error.ts';
import { createSesMail } from '#dispatch/ses-mail.ts';
import { letterText } from '#present/mail/letter-text.ts';
import { createMembers } from '#register/organs/members.ts';
import { createTellings } from '#register/organs/tellings.ts';
import { inParallel } from '#usecases/in-parallel.ts';
import { MailRefused, type SendLetter } from '#usecases/telling/letter.ts';
import { tellOrgan } from '#usecases/telling/tell-organ.ts';

// Every few minutes: mail to people about what waits for them. What did not go is tried again in the next round.

const env = readEnvironment(process.env, { ...aboutVariables, ...dataVariables, ...mailVariables });
const { log, meter, during } = telemetryOf(env);
const table = openRegisterTable(env);
const deps = { ...openDeps(env), members: createMembers(table), tellings: createTellings(table) };
const mail = createSesMail({ region: env.AWS_REGION, from: env.MAIL_FROM, endpoint: env.SES_ENDPOINT });

/** Organs that are told at the same time. */
const CONCURRENCY = 8;

const send: SendLetter = async (letter) => {
  await mail.send(letterText(letter, env.PAGE_ORIGIN)).catch((error: unknown) => {
    const isRefused = error instanceof DispatchError && error.code === 'mail-refused';
    throw isRefused ? new MailRefused('recipient refused', { cause: error }) : error;
  });
};

/** Takes the schedule's event, of which nothing is read. Answers how many letters went. */
export async function handler(_event: unknown, { awsRequestId }: LambdaContext): Promise<{ readonly sent: number }> {
  return during({ awsRequestId, correlationId: awsRequestId }, async () => {
    let sent = 0;
    await inParallel(await deps.tellings.organs(), CONCURRENCY, async (organ) => {
      try {
        sent += await tellOrgan({ ...deps, send, onFailure: ({ error }) => failed(organ, error) }, organ);
      } catch (error) {
        failed(organ, error);
      }
    });
    if (sent > 0) log.info('told', { count: sent });
    return { sent };
  });
}

function failed(organ: string, error: unknown): void {
  meter.add('MailFailed', 1);
  log.error('mail-failed', { organ }, error);
}
