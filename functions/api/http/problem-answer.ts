import { type Problem, retryAfterSeconds, standingOf } from '#present/problems/problem.ts';
import { etagOf, profileEtagOf } from './etag.ts';

/** Headers beside the problem of an error: how to sign in, when to come again, the ETag that stands. */
export function problemHeaders(error: unknown, problem: Problem): Record<string, string> {
  const retryAfter = retryAfterSeconds(error);
  const later = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return problem.status < 500 ? { ...challenge(problem), ...later, ...standingEtag(error) } : later;
}

/** The ETag that stands, so that who came too late can read, compare and send again. */
function standingEtag(error: unknown): Record<string, string> {
  const standing = standingOf(error);
  if (standing === undefined) return {};
  const { version, rev } = standing;
  return { ETag: version === undefined ? profileEtagOf({ rev }) : etagOf({ version, rev }) };
}

function challenge({ status, code }: Problem): Record<string, string> {
  if (status !== 401 || code === 'wrong-password') return {};
  return { 'WWW-Authenticate': code === 'token-invalid' ? 'Bearer error="invalid_token"' : 'Bearer' };
}

/** Answers with a problem (RFC 9457). */
export function answerProblem(problem: Problem, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  });
}
