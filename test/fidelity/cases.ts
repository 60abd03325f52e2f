import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exception } from './exception.ts';
import { exceptions as city } from './exceptions/cong-van-thanh-pho-2026.ts';
import { exceptions as ward } from './exceptions/ke-hoach-phuong-2026.ts';
import { exceptions as province } from './exceptions/ke-hoach-tinh-2025.ts';

/** An example, the number and day it gets here, and where it may differ from its published text. */
export interface FidelityCase {
  readonly name: string;
  readonly number: number;
  readonly issuedDate: string;
  readonly exceptions: readonly Exception[];
}

/** The three real documents. */
export const cases: readonly FidelityCase[] = [
  { name: 'ke-hoach-tinh-2025', number: 35, issuedDate: '2025-01-24', exceptions: province },
  { name: 'cong-van-thanh-pho-2026', number: 12, issuedDate: '2026-06-15', exceptions: city },
  { name: 'ke-hoach-phuong-2026', number: 41, issuedDate: '2026-03-16', exceptions: ward },
];

/** The published text of a case, with the `**` and `*` by which it marks bold and italic. */
export function publishedText({ name }: FidelityCase): string {
  return readFileSync(join(import.meta.dirname, 'samples', `${name}.txt`), 'utf8');
}

/** A file of examples/, as data. */
export function example(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../examples', `${name}.json`), 'utf8'));
}
