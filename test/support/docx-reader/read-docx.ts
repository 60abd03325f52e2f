import { openPackage } from './package.ts';
import { readParagraph, type Surroundings } from './paragraph.ts';
import { readSection, roomOf } from './section.ts';
import { readStyles } from './styles.ts';
import { readTable } from './table.ts';
import type { Block, DocxReading, Room, Section } from './types.ts';
import { type Element, element, elements, flag } from './xml.ts';

const SILENT = /^w:(sectPr|tcPr|bookmark(Start|End)|proofErr)$/;

/** Compatibility mode of a document that names none: Word 2007. */
const OLDEST_MODE = 12;

function compatibilityMode(settings: Element | undefined): number {
  const all = elements(element(settings, 'w:compat'), 'w:compatSetting');
  const mode = all.find(({ attributes }) => attributes['w:name'] === 'compatibilityMode')?.attributes['w:val'];
  return mode === undefined ? OLDEST_MODE : Number(mode);
}

/**
 * Reads a .docx into what is seen: sections, paragraphs and tables with their effective look, by the rules of ECMA-376
 * and by nothing that this project writes. What it does not know it refuses, so that nothing is passed over.
 *
 * @throws Error naming the element that it does not know
 */
export function readDocx(bytes: Uint8Array): DocxReading {
  const pack = openPackage(bytes);
  const main = pack.related('', 'officeDocument');
  const body = main && element(pack.part(main), 'w:body');
  if (!main || !body) throw new Error('the package has no document');
  const part = (type: string) => {
    const path = pack.related(main, type);
    return path === undefined ? undefined : pack.part(path);
  };
  const styles = readStyles(part('styles'));
  const settings = part('settings');
  const mode = compatibilityMode(settings);

  function readBlocks(nodes: readonly Element[], around: Surroundings): Block[] {
    return nodes.flatMap((node): Block[] => {
      if (node.name === 'w:p') return [readParagraph(node, around)];
      if (node.name === 'w:tbl')
        return [readTable(node, around, mode, (cell, within) => readBlocks(elements(cell), within))];
      if (node.name === 'w:sdt') return readBlocks(elements(element(node, 'w:sdtContent')), around);
      if (SILENT.test(node.name)) return [];
      throw new Error(`${node.name} is not known to this reader`);
    });
  }
  const inRoom = (room: Room): Surroundings => ({ styles, table: null, room });
  const readPart = (relationId: string, room: Room) =>
    readBlocks(elements(pack.part(pack.target(main, relationId))), inRoom(room));

  const sections: Section[] = [];
  let waiting: Element[] = [];
  for (const node of elements(body)) {
    const end = node.name === 'w:sectPr' ? node : element(element(node, 'w:pPr'), 'w:sectPr');
    if (node.name !== 'w:sectPr') waiting.push(node);
    if (!end) continue;
    sections.push(readSection(end, readBlocks(waiting, inRoom(roomOf(end))), sections.at(-1), readPart));
    waiting = [];
  }
  if (waiting.length > 0) throw new Error('blocks after the last section');
  return { sections, evenAndOddHeaders: flag(settings, 'w:evenAndOddHeaders') ?? false, compatibilityMode: mode };
}
