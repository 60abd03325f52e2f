import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import { BOUNDED_WAITING } from './bounded-waiting.ts';
import { DispatchError } from './dispatch-error.ts';
import { ownId } from './own-id.ts';

/** Most messages that SQS takes at once. */
const BATCH_SIZE = 10;

const issueMessage = z.strictObject({ schema: z.literal('issue@1'), organ: ownId, docId: ownId });

/** A document whose files are owed. */
export interface IssueRef {
  readonly organ: string;
  readonly docId: string;
}

/** Asks for the files of numbered documents. A document may be asked for twice: finishing it again is harmless. */
export interface IssueQueue {
  /** Throws `DispatchError` where not all were taken; asking for all of them again is safe. */
  sendIssues(refs: readonly IssueRef[]): Promise<void>;
}

/** The queue of issues on SQS. */
export function createIssueQueue(options: {
  readonly region: string;
  readonly queueUrl: string;
  readonly endpoint?: string | undefined;
}): IssueQueue {
  const { region, queueUrl, endpoint } = options;
  const client = new SQSClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    requestHandler: BOUNDED_WAITING,
  });
  return {
    sendIssues: async (refs) => {
      let refused = 0;
      for (let from = 0; from < refs.length; from += BATCH_SIZE) {
        const entries = refs.slice(from, from + BATCH_SIZE).map(({ organ, docId }, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify({ schema: 'issue@1', organ, docId } satisfies z.infer<typeof issueMessage>),
        }));
        const answer = await client
          .send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }))
          .catch((cause) => fail(cause));
        refused += answer.Failed?.length ?? 0;
      }
      if (refused > 0) throw new DispatchError('not-all-sent', { count: refused });
    },
  };
}

/** Reads a message of the queue. Throws `bad-message`. */
export function readIssueMessage(body: string): IssueRef {
  try {
    const { organ, docId } = issueMessage.parse(JSON.parse(body));
    return { organ, docId };
  } catch {
    throw new DispatchError('bad-message');
  }
}

function fail(cause: unknown): never {
  throw new DispatchError('unavailable', {}, { cause });
}
