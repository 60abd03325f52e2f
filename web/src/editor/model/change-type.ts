import { z } from 'zod';
import { basisWords } from '#document/mending/raw-words.ts';
import { basis } from '#document/schemas/basis.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { basisText } from '#document/text/basis-text.ts';
import { TYPE_TRAITS, type TypeCode, typeCodeOf } from '#document/type-traits.ts';
import type { DocumentData } from './document.ts';

const list = z.array(z.unknown()).catch([]);
const line = z.string().catch('');

type Unit = OrganProfile['units'][number];

/**
 * The data of a document as one of another type. What the other type has no field for stays as text: căn cứ, preamble and
 * opening sentence of a plan become paragraphs before its parts, addressees of a letter its first recipients. A
 * symbol that names the drafting unit has the first of `units`, or Văn phòng, where none was chosen.
 */
export function changeType(data: DocumentData, to: TypeCode, units: readonly Unit[] = []): DocumentData {
  if (typeCodeOf({ schema: line.parse(data.schema) }) === to) return data;
  const { schema: _, ...others } = data;
  const { schemaName, hasAddressees, symbolNamesUnit } = TYPE_TRAITS[to];
  const unit = symbolNamesUnit && { draftingUnit: units[0]?.abbreviation ?? 'VP' };
  return { schema: schemaName, ...unit, ...(hasAddressees ? asLetter(others) : asPlan(others)) };
}

function asLetter({ bases, preamble, openingLead, opening, ...others }: DocumentData): DocumentData {
  const sentences = list.parse(bases).flatMap((one) => {
    const { data: read } = basis.safeParse(one);
    const sentence = read ? basisText(read) : basisWords(one);
    return sentence === '' ? [] : [`${sentence};`];
  });
  const sentence = [openingLead, opening].map((part) => line.parse(part).trim()).filter(Boolean);
  const texts = [...sentences, ...list.parse(preamble), ...(sentence.length > 0 ? [sentence.join(' ')] : [])];
  const before = texts.map((text) => ({ level: 'paragraph', text }));
  return { ...others, body: [...before, ...list.parse(others.body)] };
}

function asPlan({ addressees, ...others }: DocumentData): DocumentData {
  return { ...others, recipients: [...list.parse(addressees), ...list.parse(others.recipients)] };
}
