import { mmToTwips, textWidthMm } from '#document/page-size.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Table } from '#document/schemas/table.schema.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import { DEFLATE_LEVEL, deflatePieces } from '#package/deflate.ts';
import { outlines } from '#templates';
import { organColumns } from './head-view.ts';
import { layTable } from './lay-table.ts';
import { headColumnsMm } from './page.ts';
import { propertiesPart } from './properties.ts';
import { shellFor, zipInShell } from './shell.ts';
import { createSlots } from './slots.ts';

/** A Phiếu trình: what is submitted, and the way that it went. */
export interface SlipInput {
  readonly organ: Pick<OrganProfile, 'headerLines' | 'parentName' | 'parentLines'>;
  readonly title: string;
  /** `yyyy-mm-dd`, in the file's properties. */
  readonly on: string;
  /** Names and values, without borders. */
  readonly fields: Table;
  readonly steps: Table;
  /** Lines under the table, and titles over the two places for signatures. */
  readonly closing: { readonly lines: readonly string[]; readonly signatures: readonly [string, string] };
}

const ORIENTATION = 'portrait';

/**
 * Renders a Phiếu trình as .docx, A4 upright. Same input, same bytes.
 *
 * @throws Error when its outline is missing
 */
export async function renderSlip(input: SlipInput): Promise<Uint8Array> {
  const outline = outlines['phieu-trinh'];
  if (!outline) throw new Error('no template phieu-trinh');
  const shell = await shellFor({ address: false, circulation: false });
  const slots = createSlots(shell.sections);
  const widthTwips = mmToTwips(textWidthMm(ORIENTATION));
  const { organ, title, on, closing } = input;
  const xml = outline({
    head: organColumns(organ, headColumnsMm(ORIENTATION)),
    fields: layTable(input.fields, widthTwips, true, slots),
    steps: layTable(input.steps, widthTwips, true, slots),
    closing: {
      lines: closing.lines,
      widthTwips,
      signatures: closing.signatures.map((name) => ({
        title: toCapitals(name),
        widthTwips: Math.floor(widthTwips / 2),
      })),
    },
    sectionSlot: slots.section('main', ORIENTATION),
    isLast: true,
  });
  return zipInShell(shell, slots.optionalStyles, [
    propertiesPart({ title, creator: organ.headerLines.join(' '), on }),
    deflatePieces('word/document.xml', (write) => slots.fill(xml + shell.closing, write), DEFLATE_LEVEL, shell.opening),
  ]);
}
