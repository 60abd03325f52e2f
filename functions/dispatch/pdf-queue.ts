import { ChangeMessageVisibilityCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { BOUNDED_WAITING } from './bounded-waiting.ts';
import { DispatchError } from './dispatch-error.ts';
import { ownId } from './own-id.ts';

const pdfMessage = z.strictObject({ schema: z.literal('pdf@1'), organ: ownId, docId: ownId, fileId: ownId });

/** Message that S3 sends when a bucket is told to report its objects, as far as it is looked at. */
const testEvent = z.object({ Service: z.literal('Amazon S3'), Event: z.literal('s3:TestEvent') });
const s3Event = z.object({
  Records: z.array(
    z.object({
      eventSource: z.literal('aws:s3'),
      eventName: z.string(),
      s3: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) }),
    }),
  ),
});
const message = z.union([pdfMessage, testEvent, s3Event]);

/** A file whose PDF copy is wanted. */
export interface PdfRef {
  readonly organ: string;
  readonly docId: string;
  readonly fileId: string;
}

/** Asks for PDF copies. One that is there already is not made again. */
export interface PdfQueue {
  /** Throws `DispatchError` with `unavailable`; repeating is safe. */
  askForPdf(ref: PdfRef): Promise<void>;
  /** Lets a message that was received come again after some seconds, instead of its usual wait. Throws as `askForPdf` does. */
  comeAgain(receiptHandle: string, afterSeconds: number): Promise<void>;
}

/** Waits of a file whose row is not written yet, by receives: half a minute, then ever longer, 43 minutes in all. */
export function waitForRowSeconds(receives: number): number {
  return 30 * 4 ** (Math.min(receives, 4) - 1);
}

/**
 * The queue of PDF copies on SQS. S3 feeds it with what is issued; the API asks for what was issued before there was a queue,
 * and for copies whose time in the bucket was over.
 */
export function createPdfQueue(options: {
  readonly region: string;
  readonly queueUrl: string;
  readonly endpoint?: string | undefined;
}): PdfQueue {
  const { region, queueUrl, endpoint } = options;
  const client = new SQSClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    requestHandler: BOUNDED_WAITING,
  });
  const send = (sent: Promise<unknown>) =>
    sent.then(
      () => {},
      (cause: unknown) => {
        throw new DispatchError('unavailable', {}, { cause });
      },
    );
  return {
    askForPdf: async ({ organ, docId, fileId }) => {
      const body: z.infer<typeof pdfMessage> = { schema: 'pdf@1', organ, docId, fileId };
      const command = new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(body) });
      await send(client.send(command));
    },
    comeAgain: (ReceiptHandle, VisibilityTimeout) =>
      send(client.send(new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout }))),
  };
}

/**
 * The files that a message of the queue tells of: those put below `issued/` of the bucket of issued files, or the one asked for.
 * None for S3's test event, and for what happened to an object but its making. Throws `bad-message`.
 */
export function readPdfMessage(body: string, issuedBucket: string): PdfRef[] {
  try {
    const said = message.parse(JSON.parse(body));
    if ('schema' in said) return [{ organ: said.organ, docId: said.docId, fileId: said.fileId }];
    if ('Event' in said) return [];
    const made = said.Records.filter(({ eventName }) => eventName.startsWith('ObjectCreated:'));
    return made.map(({ s3 }) => readKey(s3.bucket.name === issuedBucket ? s3.object.key : ''));
  } catch (cause) {
    throw new DispatchError('bad-message', {}, { cause });
  }
}

/** Keys are URL-encoded in events of S3, a space as `+`. */
function readKey(encoded: string): PdfRef {
  const [root, organ, docId, fileId, ...more] = decodeURIComponent(encoded.replaceAll('+', ' ')).split('/');
  if (root !== 'issued' || more.length > 0) throw new DispatchError('bad-message');
  return { organ: ownId.parse(organ), docId: ownId.parse(docId), fileId: ownId.parse(fileId) };
}
