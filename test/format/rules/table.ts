import type { Section, Table } from '../../support/docx-reader/types.ts';
import { mmOfTwips } from '../../support/docx-reader/units.ts';
import { paragraphsIn } from '../../support/docx-reader/walk.ts';
import { bodyRows, type ExpectedCell, headerRows, tablesOf } from '../expected-table.ts';
import { appendixParts, type FormatFile, mainSections } from '../format-file.ts';
import type { FormatRule } from '../rule.ts';

/** A table of the data, and the table of the file that should be it. */
interface Pair {
  readonly data: ReturnType<typeof tablesOf>[number];
  readonly found: Table | undefined;
  readonly section: Section | undefined;
}

/** Tables in the order of the data: in the text they stand between paragraphs and have a header row or several cells with lines. */
function pairs(file: FormatFile): Pair[] {
  const bodies = [
    ...(file.appendixIndex === null ? [{ body: file.document.body, sections: mainSections(file) }] : []),
    ...appendixParts(file).map(({ index, sections }) => ({
      body: file.document.appendices?.[index]?.body ?? [],
      sections,
    })),
  ];
  return bodies.flatMap(({ body, sections }) => {
    const ruled = sections.flatMap((section) =>
      section.blocks.flatMap((block) =>
        block.kind === 'table' &&
        block.rows.every(({ cells }) => cells.some(({ borders }) => borders.left && borders.bottom))
          ? [{ found: block, section }]
          : [],
      ),
    );
    return tablesOf(body).map((data, i) => ({ data, found: ruled[i]?.found, section: ruled[i]?.section }));
  });
}

const layout: FormatRule = {
  row: 'table of tasks',
  clause: 'I.2, practice',
  applies: (file) => pairs(file).length > 0,
  check: (file) =>
    pairs(file).flatMap(({ found, section }) => {
      if (!found || !section) return ['a table is not there'];
      const { rows, gridTw, room } = found;
      const textMm = section.widthMm - section.marginMm.left - section.marginMm.right;
      const widthMm = mmOfTwips(gridTw.reduce((all, width) => all + width, 0));
      const sizes = paragraphsIn([found]).flatMap(({ runs }) =>
        runs
          .filter(({ format }) => format.sizePt < 13 || format.sizePt > 14)
          .map(({ text }) => `“${text}” is not 13 to 14 pt`),
      );
      return [
        ...(widthMm <= textMm + 0.5 ? [] : [`the table is ${widthMm.toFixed(1)} mm wide in ${textMm.toFixed(1)}`]),
        ...(Math.abs(mmOfTwips(room.leftTw) - section.marginMm.left) < 0.5 ? [] : ['it begins outside the margin']),
        ...sizes,
        ...rows.flatMap((row, i) => (row.cantSplit ? [] : [`row ${i + 1} may break across pages`])),
        ...rows.flatMap(({ cells }, i) =>
          cells.every(({ borders: { top, bottom, left, right } }) => top && bottom && left && right)
            ? []
            : [`row ${i + 1} has a cell without a line around it`],
        ),
      ];
    }),
};

function shown(cells: Table['rows'][number]['cells']): ExpectedCell[] {
  return cells.map(({ blocks, gridSpan, vMerge }) => ({
    text: paragraphsIn(blocks)
      .map((paragraph) => paragraph.shown)
      .join('\n'),
    span: gridSpan,
    merge: vMerge,
  }));
}

function differs(found: readonly ExpectedCell[], wanted: readonly ExpectedCell[]): boolean {
  const plain = ({ text, span, merge }: ExpectedCell) => [text.replace(/\*+/g, ''), span, merge];
  return JSON.stringify(found.map(plain)) !== JSON.stringify(wanted.map(plain));
}

const content: FormatRule = {
  row: 'table of tasks: header, groups, merged cells',
  clause: 'practice',
  applies: (file) => pairs(file).length > 0,
  check: (file) =>
    pairs(file).flatMap(({ data, found }) => {
      const header = headerRows(data);
      const wanted = [...header, ...bodyRows(data)];
      const rows = found?.rows ?? [];
      const count = rows.length === wanted.length ? [] : [`${rows.length} rows, not ${wanted.length}`];
      return [
        ...count,
        ...rows.flatMap((row, i) => {
          const cells = shown(row.cells);
          const asked = wanted[i] ?? [];
          const isHeader = i < header.length;
          const width = cells.reduce((all, { span }) => all + span, 0);
          const wrong =
            'group' in asked ? !asked.group.test(cells.map(({ text }) => text).join('')) : differs(cells, asked);
          return [
            ...(row.header === isHeader ? [] : [`row ${i + 1} is ${isHeader ? 'not ' : ''}repeated on every page`]),
            ...(width === found?.gridTw.length ? [] : [`row ${i + 1} covers ${width} columns`]),
            ...(wrong ? [`row ${i + 1} is ${JSON.stringify(cells)}, not ${JSON.stringify(asked)}`] : []),
          ];
        }),
      ];
    }),
};

/** Rules about tables. */
export const tableRules: readonly FormatRule[] = [layout, content];
