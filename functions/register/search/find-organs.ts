import { z } from 'zod';
import type { OrganName } from '../register.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import { foldedWords, tokensOf } from './search-tokens.ts';

const PAGE_SIZE = 200;
const MAX_ORGANS = 20;
const MAX_TOKENS = 24;

const nameSchema = z.object({ organ: z.string(), name: z.string() });

/** See `Register.findOrgans`. The rarest word or pair yields the candidates; the name itself decides. */
export async function findOrgans(table: Table, name: string): Promise<OrganName[]> {
  const words = foldedWords(name);
  const tokens = tokensOf(name).slice(0, MAX_TOKENS);
  const pages = await Promise.all(tokens.map((token) => table.query({ partition: `NAME#${token}`, limit: PAGE_SIZE })));
  const rarest = pages.toSorted((a, b) => a.items.length - b.items.length).at(0);
  const found = (rarest?.items ?? []).map((item) => readItem(nameSchema, item));
  const fits = found.filter((one) => {
    const own = new Set(foldedWords(one.name));
    return words.every((word) => own.has(word));
  });
  const exact = fits.filter((one) => foldedWords(one.name).join(' ') === words.join(' '));
  const chosen = exact.length > 0 ? exact : fits;
  return [...new Map(chosen.map(({ organ, name }) => [organ, { organ, name }])).values()].slice(0, MAX_ORGANS);
}
