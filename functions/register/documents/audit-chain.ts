import { sha256Hex } from '#base/node/hash.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { AuditEvent } from '../model/audit-event.schema.ts';
import { isNew } from '../table/condition.ts';
import { auditKey } from '../table/keys/document-keys.ts';
import type { Write } from '../table/write.ts';

/** An event with its hash over everything in it, the hash before included. */
export function sealEvent(event: Omit<AuditEvent, 'schema' | 'hash'>): AuditEvent {
  const whole = { ...event, schema: 'audit-event@1' as const };
  return { ...whole, hash: hashOf(whole) };
}

/** The write that adds an event; it fails where the version has one. */
export function eventWrite(event: AuditEvent): Write {
  return { put: { ...auditKey(event.organ, event.docId, event.version), ...event }, if: isNew };
}

/** Result of {@link verifyChain}. `version` is the first event that is missing, changed or out of place. */
export type ChainVerdict =
  | { readonly intact: true; readonly head: string }
  | { readonly intact: false; readonly version: number };

/**
 * Checks the events of one document against each other, first to last, and against the document's hash where given
 * (I5).
 */
export function verifyChain(events: readonly AuditEvent[], head?: string): ChainVerdict {
  let prevHash = '';
  for (const [index, event] of events.entries()) {
    const { hash, ...rest } = event;
    const first = events[0];
    const inPlace = event.version === index + 1 && event.organ === first?.organ && event.docId === first.docId;
    if (!inPlace || event.prevHash !== prevHash || hash !== hashOf(rest)) return { intact: false, version: index + 1 };
    prevHash = hash;
  }
  if (head !== undefined && head !== prevHash) return { intact: false, version: events.length + 1 };
  return { intact: true, head: prevHash };
}

function hashOf(event: Omit<AuditEvent, 'hash'>): string {
  return sha256Hex(canonicalJson(event));
}
