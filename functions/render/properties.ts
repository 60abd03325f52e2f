import { type DeflatedPart, deflateOpening, storeAfter } from '#package/deflate.ts';
import { propertiesXml } from './templates.ts';
import { SLOT } from './view.ts';

/** A document's properties, as Word's file dialog shows them. */
export interface Properties {
  readonly title: string;
  readonly creator: string;
  /** The day that stands for its making, `yyyy-mm-dd`: nothing of the clock goes in. */
  readonly on: string;
}

const [opening = ''] = propertiesXml({ title: SLOT, creator: SLOT, at: SLOT }).split(SLOT);
const deflatedOpening = deflateOpening(opening);

/** The part that holds the properties. */
export function propertiesPart({ title, creator, on }: Properties): DeflatedPart {
  const xml = propertiesXml({ title, creator, at: `${on}T00:00:00Z` });
  return storeAfter('docProps/core.xml', deflatedOpening, xml.slice(opening.length));
}
