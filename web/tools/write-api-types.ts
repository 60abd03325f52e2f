import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { startServer } from '../../local/server/start-server.ts';

// Writes the types of the API's answers for the page (src/api/generated/contract.d.ts), from the contract of a server that it starts.

const folder = join(import.meta.dirname, '../src/api/generated');
const dir = await mkdtemp(join(tmpdir(), 'banhanh-contract-'));
const organsFile = join(import.meta.dirname, '../../examples/organs.json');
const server = await startServer({ dir, port: 0, organsFile, report: console.error, onRecovery: () => {} });
try {
  const types = await openapiTS(new URL(`${server.url}/openapi.json`));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'contract.d.ts'), astToString(types));
} finally {
  await server.close();
  await rm(dir, { recursive: true });
}
