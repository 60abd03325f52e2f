import { mmToTwips, textWidthMm } from '#document/page-size.ts';
import type { Table } from '#document/schemas/table.schema.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import { DEFLATE_LEVEL, deflatePieces } from '#package/deflate.ts';
import { outlines } from '#templates';
import { layTable } from './lay-table.ts';
import { propertiesPart } from './properties.ts';
import type { RuleView } from './rules.ts';
import { shareRule } from './rules.ts';
import { shellFor, zipInShell } from './shell.ts';
import { createSlots, type Slots } from './slots.ts';
import type { TableView } from './view.ts';

/** A volume of a book: its cover, which is its first page too, and its one table. */
export interface VolumeInput {
  readonly parentName: string | null;
  readonly organLines: readonly string[];
  /** Lines under the name of the book: year, days, numbers, volume. */
  readonly coverLines: readonly string[];
  readonly table: Table;
  /** Lines under the table, and titles over the two places for signatures. */
  readonly closing: { readonly lines: readonly string[]; readonly signatures: readonly [string, string] };
}

/** A book: Sổ đăng ký văn bản đi (PL IV, Mục I). */
export interface BookInput {
  readonly title: string;
  readonly creator: string;
  /** `yyyy-mm-dd`, in the file's properties. */
  readonly on: string;
  readonly volumes: readonly VolumeInput[];
}

interface VolumeView {
  readonly cover: {
    readonly parentName: string | null;
    readonly organLines: readonly string[];
    readonly organRule: RuleView;
    readonly lines: readonly string[];
    readonly sectionSlot: string;
    readonly isLast: false;
  };
  readonly table: TableView;
  readonly closing: {
    readonly lines: readonly string[];
    readonly widthTwips: number;
    readonly signatures: ReadonlyArray<{ readonly title: string; readonly widthTwips: number }>;
  };
  readonly sectionSlot: string;
  readonly isLast: boolean;
}

const ORIENTATION = 'landscape';

/**
 * Renders a book as .docx, A4 on its side: a cover for each volume, then its table, whose head repeats on every page. The
 * rows go in blocks, so a book of any length takes little memory. Same input, same bytes.
 *
 * @throws Error when its outline is missing
 */
export async function renderBook({ title, creator, on, volumes }: BookInput): Promise<Uint8Array> {
  const outline = outlines['so-dang-ky'];
  if (!outline) throw new Error('no template so-dang-ky');
  const shell = await shellFor({ address: false, circulation: false });
  const slots = createSlots(shell.sections);
  const views = volumes.map((volume, i) => volumeView(volume, slots, i === volumes.length - 1));
  const xml = outline({ volumes: views });
  return zipInShell(shell, slots.optionalStyles, [
    propertiesPart({ title, creator, on }),
    deflatePieces('word/document.xml', (write) => slots.fill(xml + shell.closing, write), DEFLATE_LEVEL, shell.opening),
  ]);
}

function volumeView(volume: VolumeInput, slots: Slots, isLast: boolean): VolumeView {
  const widthMm = textWidthMm(ORIENTATION);
  const widthTwips = mmToTwips(widthMm);
  const { table } = volume;
  const organLines = volume.organLines.map(toCapitals);
  return {
    cover: {
      parentName: volume.parentName && toCapitals(volume.parentName),
      organLines,
      organRule: shareRule(organLines, 12, widthMm),
      lines: volume.coverLines,
      sectionSlot: slots.section('main', ORIENTATION),
      isLast: false,
    },
    table: layTable(table, widthTwips, false, slots),
    closing: {
      lines: volume.closing.lines,
      widthTwips,
      signatures: volume.closing.signatures.map((title) => ({
        title: toCapitals(title),
        widthTwips: Math.floor(widthTwips / 2),
      })),
    },
    sectionSlot: slots.section('main', ORIENTATION),
    isLast,
  };
}
