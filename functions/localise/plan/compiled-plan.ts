import type { Appendix } from '#document/schemas/appendix.schema.ts';
import type { Citation } from '#document/schemas/basis.schema.ts';
import type { Reference } from '#document/schemas/inline.schema.ts';
import type { Origin, PlanOrigin } from '#document/schemas/origin.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { Cell, Row, Table, Target } from '#document/schemas/table.schema.ts';
import type { Audience, LocalisablePlan, UnitBasis } from '../localisable-plan.schema.ts';
import type { Province } from '../units/directory.ts';
import type { OfficeRole } from '../units/office-roles.ts';
import type { Template } from './template.ts';

/** A paragraph's text cut at its blanks; references stay what they are. */
export interface CompiledText {
  readonly pieces: ReadonlyArray<{ readonly wording: Template } | Reference>;
  /** Tells whether the data had one string. */
  readonly plain: boolean;
}

/** Mark cut at its blanks; absent fields are as in the plan. */
export interface CompiledMark {
  readonly for: Audience | undefined;
  readonly stays: boolean;
  readonly title: Template | null;
  readonly text: CompiledText | null;
  readonly cells: ReadonlyMap<string, Template>;
  readonly target: Target | null;
}

/** Fields shared by parts, rows and appendices. */
export interface CompiledNode {
  readonly id: string;
  /** The place in words that a drafter knows. */
  readonly place: string;
  /** Null: goes with what contains it. */
  readonly marks: readonly CompiledMark[] | null;
  /** Set on an addition alone. */
  readonly addedFor: { readonly audience: Audience | undefined } | null;
  readonly origin: Origin;
}

/** A part, its children and the additions among them in their places. */
export interface CompiledPart extends CompiledNode {
  readonly source: Part;
  readonly title: Template | null;
  readonly text: CompiledText | null;
  readonly table: CompiledTable | null;
  readonly children: readonly CompiledPart[];
}

/** A table whose rows may go down one by one. */
export interface CompiledTable {
  readonly source: Table;
  readonly rows: readonly CompiledRow[];
}

/** A row; one without an id of its own goes with its table. */
export interface CompiledRow extends CompiledNode {
  readonly source: Row;
  readonly group: Template | null;
  readonly cells: ReadonlyArray<{ readonly column: string; readonly cell: Cell; readonly wording: Template }>;
  readonly target: Target | null;
}

/** An appendix and its parts. */
export interface CompiledAppendix extends CompiledNode {
  readonly source: Appendix;
  readonly title: Template | null;
  readonly body: readonly CompiledPart[];
}

/** A căn cứ of the units. */
export interface CompiledBasis {
  readonly source: UnitBasis;
  readonly kept: LocalisablePlan['plan']['bases'] extends (infer B)[] | undefined ? B | null : never;
  readonly organName: Template | null;
  readonly subject: Template | null;
  readonly text: Template | null;
}

/** A recipient of the units; no wording: the unit's own stand here. */
export interface CompiledRecipient {
  readonly for: Audience | undefined;
  readonly wording: Template | null;
}

/** A localisable plan made ready once for all its units. */
export interface CompiledPlan {
  readonly source: LocalisablePlan;
  readonly province: Province;
  /** The superior's plan as the unit's căn cứ. */
  readonly citation: Citation;
  readonly hash: PlanOrigin['hash'];
  /** Roles of offices that its wordings name. */
  readonly roles: ReadonlySet<OfficeRole>;
  readonly subject: Template;
  readonly openingLead: Template | null;
  readonly opening: Template;
  readonly closing: CompiledText | null;
  readonly bases: readonly CompiledBasis[];
  readonly recipients: readonly CompiledRecipient[];
  readonly body: readonly CompiledPart[];
  readonly appendices: readonly CompiledAppendix[];
}
