// A process that runs one bundled function as Lambda does: `node lambda-child.ts <index.mjs>`, an event a message.

const [, , bundle = ''] = process.argv;

/** Handler as Lambda's runtime calls it. */
interface Bundle {
  readonly handler: (event: unknown, context: object) => Promise<unknown>;
}

const { handler }: Bundle = await import(bundle);

process.on(
  'message',
  async ({
    id,
    event,
    remainingMs,
  }: {
    readonly id: string;
    readonly event: unknown;
    readonly remainingMs: number;
  }) => {
    const endsAt = performance.now() + remainingMs;
    const context = { awsRequestId: id, getRemainingTimeInMillis: () => endsAt - performance.now() };
    const answer = await handler(event, context).then(
      (result) => ({ result }),
      (thrown: unknown) => {
        const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
        return { error: { name, message } };
      },
    );
    // Whoever asked reads to here before they look at the answer: a line goes another way, and may arrive after it.
    for (const stream of [process.stdout, process.stderr]) stream.write(`END ${id}\n`);
    process.send?.({ id, ...answer });
  },
);
process.send?.({ id: 'ready' });
