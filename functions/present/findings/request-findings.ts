import type { z } from 'zod';
import { type Finding, type Pointer, type RawFinding, toFinding } from '#document/checking/findings.ts';
import { fieldWord } from '#document/checking/path-labels.ts';
import { shapeFindings } from '#document/checking/shape-findings.ts';

/** Findings in a request's own fields, in the same words as in a document. */
export function requestFindings(error: z.core.$ZodError, input: unknown): Finding[] {
  return shapeFindings(error.issues, input).map(requestFinding);
}

/** One finding in a request's own fields. */
export function requestFinding(raw: RawFinding): Finding {
  return toFinding(raw, pathWords(raw.pointer));
}

function pathWords(pointer: Pointer): string {
  return pointer.length === 0 ? 'Yêu cầu' : pointer.map((step) => fieldWord(String(step))).join(', ');
}
