import { z } from 'zod';

/** Part of Lambda's context that the jobs read. */
export interface LambdaContext {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

/** A batch of SQS, as far as the jobs look at it. */
const sqsEvent = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      receiptHandle: z.string(),
      body: z.string(),
      attributes: z.object({ ApproximateReceiveCount: z.coerce.number().int().min(1) }),
    }),
  ),
});

/** A message of a queue, as its taker sees it. */
export interface QueueMessage {
  readonly messageId: string;
  readonly body: string;
  readonly receiptHandle: string;
  /** Count of deliveries, this one included. */
  readonly receives: number;
}

/** Says which messages of a batch are to come again; all others are done. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Takes the messages of a batch one after the other; what throws comes again, alone. */
export async function takeEach(event: unknown, take: (message: QueueMessage) => Promise<void>): Promise<BatchAnswer> {
  const failed: { readonly itemIdentifier: string }[] = [];
  for (const { messageId, receiptHandle, body, attributes } of sqsEvent.parse(event).Records) {
    const message = { messageId, receiptHandle, body, receives: attributes.ApproximateReceiveCount };
    await take(message).catch(() => {
      failed.push({ itemIdentifier: messageId });
    });
  }
  return { batchItemFailures: failed };
}
