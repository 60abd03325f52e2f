import { sha256Hex } from '#base/node/hash.ts';
import type { IsoDate } from '#document/dates.ts';
import { fold } from '#document/text/vietnamese.ts';
import { reason } from '#localise/localise-finding.ts';
import type { CompiledPlan } from '#localise/plan/compiled-plan.ts';
import { makeUnitPlan, type UnitPlan } from '#localise/plan/make-unit-plan.ts';
import type { Unit } from '#localise/units/directory.ts';
import type { Overrides } from '#localise/units/read-overrides.ts';
import type { Render } from '../heavy/render-port.ts';
import { inputHash as hashOfInput } from './input-hash.ts';

/** A file of a unit, with what proves it. */
export interface UnitFile {
  readonly fileName: string;
  readonly sha256: string;
}

/** Outcome of one unit: made now, kept from before, or failed with reasons. */
export interface UnitRow {
  readonly unitCode: string;
  readonly name: string;
  readonly docId: string;
  readonly state: 'done' | 'kept' | 'failed';
  /** SHA-256 of all that the files depend on: equal means that nothing has to be made again. */
  readonly inputHash: string;
  readonly files: readonly UnitFile[];
  /** Cause of the failure. */
  readonly reasons: readonly string[];
  /** Fields that the unit has to fill in or check. */
  readonly open: readonly string[];
}

/** A unit's row, and the bytes of what was made now. */
export interface UnitOutcome {
  readonly row: UnitRow;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** Request for the drafts of units. */
export interface UnitDraftsRequest {
  readonly plan: CompiledPlan;
  readonly units: readonly Unit[];
  readonly overrides: Overrides;
  /** The day of the drafts. */
  readonly on: IsoDate;
  readonly render: Render;
  /** The row of an earlier run whose files are still there, whole. */
  earlier(docId: string): UnitRow | null;
}

/**
 * Makes the drafts of a list of units out of a superior's plan, one by one. What was made before of the same data is kept;
 * what is wrong with one unit fails that unit alone.
 */
export async function* renderUnitDrafts(request: UnitDraftsRequest): AsyncGenerator<UnitOutcome> {
  for (const unit of request.units) yield await one(request, unit);
}

async function one({ plan, overrides, on, render, earlier }: UnitDraftsRequest, unit: Unit): Promise<UnitOutcome> {
  const made = makeUnitPlan(plan, unit, overrides, on);
  const own = { unitCode: unit.code, name: `${unit.kind} ${unit.name}`, docId: made.docId };
  const open = [...warnings(made), ...made.open];
  if (!made.made) return nothing({ ...own, state: 'failed', inputHash: '', files: [], reasons: errors(made), open });
  const { document, organ } = made.made;
  const inputHash = hashOfInput(document, organ, on);
  const before = earlier(made.docId);
  if (before?.inputHash === inputHash) {
    return nothing({ ...own, state: 'kept', inputHash, files: before.files, reasons: [], open });
  }
  try {
    const rendered = await render({ document, profile: organ, issuance: null, on });
    const bytes = new Map(
      rendered.map((file) => [`${stem(unit)}${file.role === 'appendix' ? `-${file.fileId}` : ''}.docx`, file.bytes]),
    );
    const files = [...bytes].map(([fileName, content]) => ({ fileName, sha256: sha256Hex(content) }));
    return { row: { ...own, state: 'done', inputHash, files, reasons: [], open }, bytes };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const failed = reason('UNIT_FILE_FAILED', { why });
    return nothing({ ...own, state: 'failed', inputHash, files: [], reasons: [failed], open });
  }
}

function nothing(row: UnitRow): UnitOutcome {
  return { row, bytes: new Map() };
}

function errors({ findings }: UnitPlan): string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ path, message }) => `${path}: ${message}`);
}

function warnings({ findings }: UnitPlan): string[] {
  return findings.filter(({ severity }) => severity === 'warning').map(({ path, message }) => `${path}: ${message}`);
}

/** `25326-phuong-binh-long`: the code tells units of one name apart. */
function stem({ code, kind, name }: Unit): string {
  return `${code}-${fold(`${kind} ${name}`).replace(/[^a-z0-9]+/g, '-')}`;
}
