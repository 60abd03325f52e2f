import { office } from '../../test/api/test-api.ts';
import { ask, must } from '../../test/jobs/support/ask.ts';
import type { TestCloud } from '../../test/jobs/support/cloud.ts';
import type { RunningFunction } from '../../test/jobs/support/run-function.ts';

/** The office of the ward whose plan it is. */
export const people = office('phuong-binh-long');

/** Takes a plan from draft to approved by three requests; its ETag. */
export async function approveThroughApi(
  api: RunningFunction,
  cloud: TestCloud,
  data: unknown,
  docId: string,
): Promise<string> {
  const { drafter, signer } = people;
  const path = `/documents/${docId}`;
  const draft = await must(ask(api, cloud, drafter, 'POST', '/documents', { json: { docId, data } }), 201);
  const submitted = await must(ask(api, cloud, drafter, 'POST', `${path}/submit`, seen(draft.headers['etag'])), 200);
  const approved = await must(ask(api, cloud, signer, 'POST', `${path}/approve`, seen(submitted.headers['etag'])), 200);
  return approved.headers['etag'] ?? '';
}

function seen(etag = '') {
  return { headers: { 'if-match': etag } };
}
