import { createPathLabels } from '#document/checking/path-labels.ts';
import { readPartialDocument } from '#document/checking/read-partial-document.ts';
import { hashOf } from '../hash.ts';
import { type LocalisablePlan, localisablePlan, type UnitBasis } from '../localisable-plan.schema.ts';
import { finding, type LocaliseFinding } from '../localise-finding.ts';
import { shapeProblems } from '../shape-problems.ts';
import { type Directory, unitDirectory } from '../units/directory.ts';
import { citationOf } from './citation.ts';
import { compileBodies } from './compile-bodies.ts';
import { wordingReader } from './compile-text.ts';
import type { CompiledBasis, CompiledPlan } from './compiled-plan.ts';
import { containerProblems } from './container-problems.ts';

/** Outcome of making a plan ready; `plan` is there unless a finding is an error. */
export interface CompileResult {
  readonly plan: CompiledPlan | null;
  readonly findings: readonly LocaliseFinding[];
}

/**
 * Reads a localisable plan and makes it ready once for all its units: wordings are cut at their blanks, marks and
 * additions find their places, hashes are taken. All that is wrong with it comes at once. That `plan` itself is a sound
 * document is `checkDocument`'s to say.
 *
 * @example const { plan, findings } = compilePlan(JSON.parse(text))
 */
export function compilePlan(input: unknown, directory: Directory = unitDirectory()): CompileResult {
  const shape = localisablePlan.safeParse(input);
  if (!shape.success) return { plan: null, findings: shapeProblems(shape.error.issues) };
  const source = shape.data;
  const province = directory.provinces.get(source.superior.provinceCode);
  if (!province) {
    const params = { province: source.superior.provinceCode };
    return { plan: null, findings: [finding('PROVINCE_UNKNOWN', 'Cơ quan cấp trên (superior)', params)] };
  }
  const findings: LocaliseFinding[] = audienceProblems(source, directory);
  const reader = wordingReader(findings);
  const { unit } = source;
  const bodies = compileBodies(source, reader, createPathLabels(readPartialDocument(source.plan)), findings);
  findings.push(...containerProblems(bodies));
  const plan: CompiledPlan = {
    source,
    province,
    citation: citationOf(source, province),
    hash: hashOf(source),
    roles: reader.roles,
    subject: reader.wording(unit.subject, 'Trích yếu cho đơn vị'),
    openingLead:
      unit.openingLead === undefined
        ? null
        : reader.wording(unit.openingLead, 'Mệnh đề trước người ban hành cho đơn vị'),
    opening: reader.wording(unit.opening, 'Câu mở đầu cho đơn vị'),
    closing: unit.closing === undefined ? null : reader.text(unit.closing, 'Lời kết cho đơn vị'),
    bases: unit.bases.map((basis, i) => compileBasis(basis, i)),
    recipients: unit.recipients.map(({ for: audience, text, own }, i) => {
      const place = `Nơi nhận thứ ${i + 1} cho đơn vị`;
      if ((text === undefined) === (own === undefined)) findings.push(finding('RECIPIENT_CONTENT', place));
      return { for: audience, wording: text === undefined ? null : reader.wording(text, place) };
    }),
    ...bodies,
  };
  const failed = findings.some(({ severity }) => severity === 'error');
  return { plan: failed ? null : plan, findings };

  function compileBasis(basis: UnitBasis, index: number): CompiledBasis {
    const place = `Căn cứ thứ ${index + 1} cho đơn vị`;
    const why = basisProblem(basis, source.plan.bases?.length ?? 0);
    if (why !== null) findings.push(finding('BASIS_CONTENT', place, { why }));
    return {
      source: basis,
      kept: basis.keep === undefined ? null : (source.plan.bases?.[basis.keep] ?? null),
      organName: basis.cites?.organName === undefined ? null : reader.wording(basis.cites.organName, place),
      subject: basis.cites ? reader.wording(basis.cites.subject, place) : null,
      text: basis.text === undefined ? null : reader.wording(basis.text, place),
    };
  }
}

function basisProblem(basis: UnitBasis, count: number): string | null {
  const kinds = [basis.keep, basis.superior, basis.own, basis.text].filter((kind) => kind !== undefined);
  if (kinds.length !== 1) return 'Mỗi căn cứ có một trong “keep”, “superior”, “own”, “text”';
  if (basis.keep !== undefined && basis.keep >= count) return `Kế hoạch cấp trên không có căn cứ thứ ${basis.keep + 1}`;
  if ((basis.own === undefined) !== (basis.cites === undefined)) return '“own” đi cùng “cites”, và chỉ “own” mới có';
  return null;
}

/** Codes of units that are not there, or not of the province. */
function audienceProblems(source: LocalisablePlan, directory: Directory): LocaliseFinding[] {
  const { provinceCode } = source.superior;
  const named = [
    ...source.marks.map((mark) => ({ place: `Dấu cho mã “${mark.id}”`, audience: mark.for })),
    ...(source.additions ?? []).map((added, i) => ({ place: `Phần thêm thứ ${i + 1}`, audience: added.for })),
    ...source.unit.bases.map((basis, i) => ({ place: `Căn cứ thứ ${i + 1} cho đơn vị`, audience: basis.for })),
    ...source.unit.recipients.map((to, i) => ({ place: `Nơi nhận thứ ${i + 1} cho đơn vị`, audience: to.for })),
  ];
  return named.flatMap(({ place, audience }) =>
    [...(audience?.units ?? []), ...(audience?.except ?? [])]
      .filter((code) => directory.units.get(code)?.provinceCode !== provinceCode)
      .map((unit) => finding('AUDIENCE_UNIT', place, { unit, province: provinceCode })),
  );
}
