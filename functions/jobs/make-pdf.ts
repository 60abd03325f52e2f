import { aboutVariables, dataVariables, pdfQueueVariables, readEnvironment } from '#aws/environment.ts';
import { type BatchAnswer, type LambdaContext, type QueueMessage, takeEach } from '#aws/lambda.ts';
import { openBuckets, openTable } from '#aws/open-data.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { createPdfQueue, type PdfRef, readPdfMessage, waitForRowSeconds } from '#dispatch/pdf-queue.ts';
import { openConverter } from '#pdf/convert.ts';
import { PdfError } from '#pdf/pdf-error.ts';
import { isIntegrityError } from '#usecases/integrity.ts';
import { makePdfCopy } from '#usecases/pdf-copies/make-pdf-copy.ts';
import { notePdfFailure } from '#usecases/pdf-copies/pdf-copy.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';

// The entry point of the image with LibreOffice (infra/pdf-image): PDF copies of what is issued, behind a queue of its own. What
// fails comes again, and goes to the dead letters after the last receive; the issue knows nothing of it.

const env = readEnvironment(process.env, { ...aboutVariables, ...dataVariables, ...pdfQueueVariables });
const { log, meter, during } = telemetryOf(env);
const { register } = openTable(env);
const deps = { register, store: openBuckets(env), convert: openConverter({ program: process.env['SOFFICE'] }) };

const queue =
  env.PDF_QUEUE_URL === undefined
    ? undefined
    : createPdfQueue({ region: env.AWS_REGION, queueUrl: env.PDF_QUEUE_URL, endpoint: env.SQS_ENDPOINT });

/** Time to kill a converter, clean up after it and answer. */
const MARGIN_MS = 10_000;

/** Takes a batch of the queue of PDF copies: events of S3, or copies asked for. A conversion gets the time that is left. */
export async function handler(event: unknown, context: LambdaContext): Promise<BatchAnswer> {
  const { awsRequestId } = context;
  return takeEach(event, (message) =>
    during({ awsRequestId, correlationId: message.messageId }, async () => {
      for (const ref of readPdfMessage(message.body, env.ISSUED_BUCKET)) await make(ref, message, context);
    }),
  );
}

async function make(ref: PdfRef, message: QueueMessage, context: LambdaContext): Promise<void> {
  const { organ, docId } = ref;
  const startedMs = Date.now();
  const ms = () => Date.now() - startedMs;
  try {
    const code = await makePdfCopy(deps, ref, { timeoutMs: context.getRemainingTimeInMillis() - MARGIN_MS });
    log.info('pdf-copy', { organ, docId, code, ms: ms() });
  } catch (error) {
    // S3 tells of a file a moment before its row names it.
    if (error instanceof UseCaseError && error.code === 'not-found') await waitForRow(ref, message);
    else await fail(ref, error, ms());
    throw error;
  }
}

/** The queue's own wait is six times the time of a conversion: too long for a row that is a second away. */
async function waitForRow({ organ, docId }: PdfRef, { receiptHandle, receives }: QueueMessage): Promise<void> {
  log.info('pdf-copy-too-early', { organ, docId });
  await queue?.comeAgain(receiptHandle, waitForRowSeconds(receives)).catch((error: unknown) => {
    log.warn('pdf-copy-waits-long', { organ, docId }, error);
  });
}

async function fail(ref: PdfRef, error: unknown, ms: number): Promise<void> {
  const { organ, docId } = ref;
  meter.add('PdfFailed', 1);
  if (isIntegrityError(error)) meter.add('IntegrityMismatch', 1);
  const said = error instanceof PdfError ? { code: error.code, said: error.detail } : {};
  log.error('pdf-copy-failed', { organ, docId, ms, ...said }, error);
  if (error instanceof PdfError && error.code !== 'not-installed') await notePdfFailure(deps.store, ref, error.code);
}
