import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { functionEntries } from '#infra/bundle.ts';
import { ask, must } from '../../test/jobs/support/ask.ts';
import { startTestCloud } from '../../test/jobs/support/cloud.ts';
import { httpEvent, scheduledEvent } from '../../test/jobs/support/events.ts';
import { approveThroughApi, people } from './approve-through-api.ts';
import { type Measured, report } from './report.ts';
import { type Cold, runCold } from './run-cold.ts';

/**
 * `node bench/aws-cold/main.ts`: the bundles as they are deployed. Their size, the first preview of a fresh process of the API,
 * memory after issuing many plans, and what `verify` costs a document. Writes bench/RESULTS-aws.md; exit 1 where a limit is not met.
 */
const ROUNDS = 15;
const PLANS = 60;
const RESULTS = join(import.meta.dirname, '../RESULTS-aws.md');

const cloud = await startTestCloud();
try {
  const plan: unknown = JSON.parse(
    await readFile(join(import.meta.dirname, '../../examples/ke-hoach-phuong-2026.json'), 'utf8'),
  );
  const bundleOf = (name: string) => join(cloud.bundles, name, 'index.mjs');
  const envOf = (name: string) => ({ POWERTOOLS_SERVICE_NAME: name, VERIFY_DAYS: '1', ...cloud.env });

  const sizes = await Promise.all(
    Object.keys(functionEntries).map(async (name) => {
      const bytes = await readFile(bundleOf(name));
      return { name, bytes: bytes.length, gzipBytes: gzipSync(bytes).length };
    }),
  );

  const api = await cloud.start('api');
  const { drafter, clerk } = people;
  const draft = { docId: 'ban-thao-xem-truoc', data: plan };
  await must(ask(api, cloud, drafter, 'POST', '/documents', { json: draft }), 201);
  const preview = httpEvent('GET', `/documents/${draft.docId}/preview`, { token: await cloud.pool.tokenOf(drafter) });
  const cold: Cold[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    cold.push(answeredBy(await runCold(bundleOf('api'), envOf('api'), [preview, preview])));
  }

  const issues: object[] = [];
  const token = await cloud.pool.tokenOf(clerk);
  for (let n = 0; n < PLANS; n++) {
    const etag = await approveThroughApi(api, cloud, plan, `ke-hoach-${n}`);
    const headers = { 'if-match': etag, 'content-type': 'application/json' };
    const body = JSON.stringify({ signatureConfirmed: true });
    issues.push(httpEvent('POST', `/documents/ke-hoach-${n}/issue`, { token, headers, body }));
  }
  const one = answeredBy(await runCold(bundleOf('api'), envOf('api'), issues.slice(0, 1)));
  const many = answeredBy(await runCold(bundleOf('api'), envOf('api'), issues.slice(1)));
  const verify = await runCold(bundleOf('verify'), envOf('verify'), [scheduledEvent()]);
  const measured: Measured = { sizes, cold, one, many, verify, plans: PLANS };
  const { text, isMet } = report(measured);
  await writeFile(RESULTS, text);
  console.log(text);
  process.exitCode = isMet ? 0 : 1;
} finally {
  await cloud.stop();
}

/** Requires that what is measured was done. */
function answeredBy(cold: Cold): Cold {
  const wrong = cold.answered.find(({ statusCode }) => statusCode !== 200);
  if (wrong) throw new Error(`answered ${wrong.statusCode}`);
  return cold;
}
