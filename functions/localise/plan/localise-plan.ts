import type { IsoDate } from '#document/dates.ts';
import type { Appendix } from '#document/schemas/appendix.schema.ts';
import type { Basis } from '#document/schemas/basis.schema.ts';
import type { InlineText } from '#document/schemas/inline.schema.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { Cell, Row } from '#document/schemas/table.schema.ts';
import { finding, type LocaliseFinding } from '../localise-finding.ts';
import { isFor } from '../units/audience.ts';
import { provinceNames } from '../units/province-names.ts';
import { type UnitProfile, unitName } from '../units/unit-profile.ts';
import { blankValues } from './blanks.ts';
import { commonPart } from './common-parts.ts';
import type {
  CompiledAppendix,
  CompiledBasis,
  CompiledMark,
  CompiledNode,
  CompiledPart,
  CompiledPlan,
  CompiledRow,
  CompiledText,
} from './compiled-plan.ts';
import { fill, type Template } from './template.ts';

/** A unit's plan; `document` is there unless a finding is an error. */
export interface LocaliseResult {
  readonly document: KeHoach | null;
  readonly findings: readonly LocaliseFinding[];
}

/**
 * Makes a unit's own plan out of its superior's: an ordinary Kế hoạch, to be drafted, edited, approved and issued like any
 * other. Each part, row and appendix says where it came from. A pure function; `on` is the day of the draft and picks the
 * superior's name ("tỉnh Đồng Nai" until 29/4/2026).
 *
 * @example localisePlan(compilePlan(data).plan, unitProfile(unit), '2026-03-16')
 */
export function localisePlan(plan: CompiledPlan, profile: UnitProfile, on: IsoDate): LocaliseResult {
  const { unit } = profile;
  const findings: LocaliseFinding[] = [];
  if (unit.provinceCode !== plan.province.code) {
    return { document: null, findings: [finding('UNIT_ELSEWHERE', unitName(profile), { name: unitName(profile) })] };
  }
  const values = blankValues(
    profile,
    {
      names: provinceNames(plan.province, on),
      properName: plan.province.name,
      code: plan.citation.code ?? '',
      issuedDate: plan.citation.issuedDate,
      issuedBy: plan.citation.organName ?? '',
      citedAs: plan.citation.subject,
    },
    plan.source.year,
  );

  const body = parts(plan.body, false);
  if (body.length === 0) findings.push(finding('NOTHING_GOES_DOWN', unitName(profile)));
  const made = plan.appendices.flatMap(appendix);
  const { unit: ofUnits } = plan.source;
  const document: KeHoach = {
    schema: 'KeHoach@1',
    organ: profile.organId,
    issuer: ofUnits.issuer,
    subject: said(plan.subject, 'Trích yếu cho đơn vị'),
    ...(profile.draftingUnit === null ? {} : { draftingUnit: profile.draftingUnit }),
    bases: plan.bases.flatMap((basis, i) => (isFor(basis.source.for, unit) ? madeBasis(basis, i) : [])),
    ...(plan.openingLead ? { openingLead: said(plan.openingLead, 'Mệnh đề trước người ban hành cho đơn vị') } : {}),
    opening: said(plan.opening, 'Câu mở đầu cho đơn vị'),
    body,
    ...(plan.closing ? { closing: text(plan.closing, 'Lời kết cho đơn vị') } : {}),
    recipients: plan.recipients.flatMap(({ for: audience, wording }, i) => {
      if (!isFor(audience, unit)) return [];
      return wording ? [said(wording, `Nơi nhận thứ ${i + 1} cho đơn vị`)] : profile.recipients;
    }),
    signer: ofUnits.signer,
    ...(made.length > 0 ? { appendices: made } : {}),
    localisedFrom: {
      docId: plan.source.superior.docId,
      unitCode: unit.code,
      hash: plan.hash,
      ...(plan.source.superior.file ? { file: plan.source.superior.file } : {}),
    },
  };
  const failed = findings.some(({ severity }) => severity === 'error');
  return { document: failed ? null : document, findings };

  function said(wording: Template, place: string): string {
    return fill(wording, values, (blank) => findings.push(finding('OFFICE_MISSING', place, { blank })));
  }

  function text({ plain, pieces }: CompiledText, place: string): InlineText {
    const filled = pieces.map((piece) => ('ref' in piece ? { ref: piece.ref } : said(piece.wording, place)));
    const [first] = filled;
    return plain && typeof first === 'string' ? first : filled;
  }

  /** Tells whether a node goes down to this unit, and by which mark. */
  function way(node: CompiledNode, above: boolean): { readonly mark: CompiledMark | null } | null {
    if (node.addedFor && !isFor(node.addedFor.audience, unit)) return null;
    if (!node.marks) return above || node.addedFor ? { mark: null } : null;
    const mark = node.marks.find((one) => isFor(one.for, unit));
    return mark && !mark.stays ? { mark } : null;
  }

  /** Place of the mark by which a node goes down within one that does; -1: without one, null: it stays. */
  function chosen(node: CompiledNode): number | null {
    const goes = way(node, true);
    return goes && (goes.mark ? (node.marks?.indexOf(goes.mark) ?? -1) : -1);
  }

  function parts(list: readonly CompiledPart[], above: boolean): Part[] {
    return list.flatMap((part) => {
      const goes = way(part, above);
      if (!goes) return [];
      return commonPart(part, values, chosen, () => onePart(part, goes.mark)) ?? [];
    });
  }

  function onePart(part: CompiledPart, mark: CompiledMark | null): Part | null {
    const { source, place } = part;
    const title = mark?.title ?? part.title;
    const words = mark?.text ?? part.text;
    const children = parts(part.children, true);
    const rows = part.table?.rows.flatMap(oneRow);
    if (rows?.length === 0) return null;
    return {
      ...(source.id === undefined ? {} : { id: source.id }),
      level: source.level,
      ...(title ? { title: said(title, place) } : {}),
      ...(source.runIn ? { runIn: source.runIn } : {}),
      ...(source.align ? { align: source.align } : {}),
      ...(source.indent === undefined ? {} : { indent: source.indent }),
      ...(words ? { text: text(words, place) } : {}),
      ...(part.table && rows ? { table: { ...part.table.source, rows } } : {}),
      ...(children.length > 0 ? { children } : {}),
      origin: part.origin,
    };
  }

  function oneRow(row: CompiledRow): Row[] {
    const goes = way(row, true);
    if (!goes) return [];
    const { source, place } = row;
    const { id: _, cells: __, group: ___, target: ____, origin: _____, ...look } = source;
    const { mark } = goes;
    const target = mark?.target ?? row.target;
    const filled = row.cells.map(({ column, cell, wording }): [string, Cell] => {
      const words = said(mark?.cells.get(column) ?? wording, place);
      return [column, typeof cell === 'string' ? words : { ...cell, text: words }];
    });
    return [
      {
        ...(source.id === undefined ? {} : { id: source.id }),
        ...(source.cells ? { cells: Object.fromEntries(filled) } : {}),
        ...(row.group ? { group: said(row.group, place) } : {}),
        ...look,
        ...(target ? { target: { ...target } } : {}),
        origin: row.origin,
      },
    ];
  }

  function appendix(one: CompiledAppendix): Appendix[] {
    const goes = way(one, false);
    if (!goes) return [];
    const inside = parts(one.body, true);
    if (inside.length === 0) return [];
    const { title: _, ...source } = one.source;
    const title = goes.mark?.title ?? one.title;
    return [{ ...source, ...(title ? { title: said(title, one.place) } : {}), body: inside, origin: one.origin }];
  }

  function madeBasis({ source, kept, organName, subject, text: sentence }: CompiledBasis, index: number): Basis[] {
    const place = `Căn cứ thứ ${index + 1} cho đơn vị`;
    const verb = source.verb ?? 'Căn cứ';
    if (kept) return [source.verb ? { ...kept, verb } : kept];
    if (source.superior) return [{ verb, cites: plan.citation }];
    if (sentence) return [{ text: said(sentence, place) }];
    const key = source.own ?? '';
    const own = profile.ownDocuments[key];
    if (!own || !source.cites) {
      findings.push(finding('OWN_DOCUMENT_MISSING', place, { key }));
      return [];
    }
    return [
      {
        verb,
        cites: {
          typeName: source.cites.typeName,
          code: own.code,
          issuedDate: own.issuedDate,
          ...(organName ? { organName: said(organName, place) } : {}),
          subject: subject ? said(subject, place) : '',
        },
      },
    ];
  }
}
