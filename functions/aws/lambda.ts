import { z } from 'zod';

/** What Lambda says of an invocation, as far as the jobs look at it. */
export interface LambdaContext {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

/** A batch of SQS, as far as the jobs look at it. */
const sqsEvent = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/** Says which messages of a batch are to come again; all others are done. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Takes the messages of a batch one after the other; what throws comes again, alone. */
export async function takeEach(
  event: unknown,
  take: (message: { readonly messageId: string; readonly body: string }) => Promise<void>,
): Promise<BatchAnswer> {
  const failed: { itemIdentifier: string }[] = [];
  for (const message of sqsEvent.parse(event).Records) {
    await take(message).catch(() => {
      failed.push({ itemIdentifier: message.messageId });
    });
  }
  return { batchItemFailures: failed };
}
