import { SaxesParser } from 'saxes';

/** Bold and italic of a paragraph style, its own ancestors' included. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Value of an on/off element such as w:b. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value);
}

/** The looks of all styles of a word/styles.xml, by id. */
export function readStyles(xml: string): ReadonlyMap<string, Look> {
  const own = new Map<string, { readonly basedOn?: string; readonly bold?: boolean; readonly italic?: boolean }>();
  let style: { basedOn?: string; bold?: boolean; italic?: boolean } | null = null;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'];
    if (name === 'w:style') {
      style = {};
      own.set(attributes['w:styleId'] ?? '', style);
    } else if (name === 'w:caps') throw new Error('capitals by formatting are not in the text');
    else if (!style) return;
    else if (name === 'w:basedOn' && value !== undefined) style.basedOn = value;
    else if (name === 'w:b') style.bold = isOn(value);
    else if (name === 'w:i') style.italic = isOn(value);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:style') style = null;
  });
  parser.write(xml).close();

  const look = (id: string | undefined): Look => {
    const found = id === undefined ? undefined : own.get(id);
    if (!found) return { bold: false, italic: false };
    const above = look(found.basedOn);
    return { bold: found.bold ?? above.bold, italic: found.italic ?? above.italic };
  };
  return new Map([...own.keys()].map((id) => [id, look(id)]));
}
