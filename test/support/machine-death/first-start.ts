import { writeSync } from 'node:fs';
import { startServer } from '#local/server/start-server.ts';

// What is traced: a server's first start over a new directory, and its end.
const [dir = '', organsFile = '', out] = process.argv.slice(2);
const server = await startServer({
  dir,
  port: 0,
  organsFile,
  ...(out !== undefined && { backup: { out, at: '01:30' } }),
  report: () => undefined,
  onRecovery: () => undefined,
});
writeSync(1, `${server.claimCode}\n`);
await server.close();
