import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '#document/document-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { FormatCase } from './fixtures.ts';

const folder = join(import.meta.dirname, '../../examples');
const load = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
const profiles = load<OrganProfile[]>('organs.json');

/** Number and day under which each example is issued: those of its sample, or days on which it can have been. */
const issuances: Readonly<Record<string, FormatCase['issuance']>> = {
  'ke-hoach-tinh-2025': { number: 35, issuedDate: '2025-01-24' },
  'ke-hoach-phuong-2026': { number: 36, issuedDate: '2026-02-05' },
  'cong-van-thanh-pho-2026': { number: 8, issuedDate: '2026-06-02' },
};

/** The examples as documents to render. */
export const examples: readonly FormatCase[] = readdirSync(folder)
  .filter((name) => /^(ke-hoach|cong-van)-.*\.json$/.test(name))
  .map((file): FormatCase => {
    const name = file.replace(/\.json$/, '');
    const issuance = issuances[name];
    if (!issuance) throw new Error(`no number and day are given for examples/${file}`);
    return { name, document: load<Document>(file), profiles, issuance, on: issuance.issuedDate };
  });
