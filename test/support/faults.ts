import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoClient } from '#register/table/dynamo-client.ts';

/** What goes wrong with a transaction; dynoxide never emits a conflict or a throttling of its own. */
export type Fault = 'conflict' | 'throttled' | 'answer-lost';

/**
 * Makes transactions of a client fail as `choose` says, by middleware around the SDK's own retries. `answer-lost` lets the write
 * happen and repeats it, as a retry after a broken connection does. Returns how many it let fail.
 */
export function injectFaults(client: DynamoClient, choose: () => Fault | undefined): () => number {
  let failed = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { commandName } = context as { commandName?: string };
      if (commandName !== 'TransactWriteItemsCommand') return next(args);
      const fault = choose();
      if (fault) failed++;
      if (fault === 'throttled') throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
      if (fault === 'conflict') {
        const { TransactItems } = args.input as { TransactItems: unknown[] };
        throw new TransactionCanceledException({
          $metadata: {},
          message: 'Transaction cancelled',
          CancellationReasons: TransactItems.map((_, place) => ({
            Code: place === 0 ? 'TransactionConflict' : 'None',
          })),
        });
      }
      const answer = await next(args);
      if (fault !== 'answer-lost') return answer;
      // Without the token, as dynoxide after a restart: it then runs the transaction again.
      return next({ ...args, input: { ...args.input, ClientRequestToken: crypto.randomUUID() } });
    },
    { step: 'initialize', priority: 'low' },
  );
  return () => failed;
}
