// A process that runs one bundled function as Lambda does: `node lambda-child.ts <index.mjs>`, an event a message.

const [, , bundle = ''] = process.argv;

/** What Lambda's runtime calls. */
interface Bundle {
  readonly handler: (event: unknown, context: object) => Promise<unknown>;
}

const { handler }: Bundle = await import(bundle);

process.on('message', async ({ id, event, remainingMs }: { id: string; event: unknown; remainingMs: number }) => {
  const endsAt = performance.now() + remainingMs;
  const context = { awsRequestId: id, getRemainingTimeInMillis: () => endsAt - performance.now() };
  try {
    process.send?.({ id, result: await handler(event, context) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    process.send?.({ id, error: { name, message } });
  }
});
process.send?.({ id: 'ready' });
