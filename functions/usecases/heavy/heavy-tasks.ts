import type { FrozenDocument } from '#document/frozen-document.ts';
import type { SheetRows } from '#exchange/workbook/cell.ts';
import type { PdfHazard } from '#pdf/pdf-hazards.ts';
import type { UnitOutcome } from '../fan-out/render-unit-drafts.ts';
import type { CheckedDraft, CheckInput, FrozenDraft } from './check-draft-task.ts';
import type { CheckedFrozen } from './check-frozen-task.ts';
import type { ComparedFile, CompareTextInput } from './compare-text-task.ts';
import type { DraftLikeness, FindDraftInput } from './find-draft-task.ts';
import type { OlderDocument, OlderDocumentInput } from './older-document-task.ts';
import type { PrintInput } from './print-book-task.ts';
import type { SlipPrintInput } from './print-slip-task.ts';
import type { BodyInput, ReadBody } from './read-body-task.ts';
import type { FrontInput } from './read-front-task.ts';
import type { OlderBookFile, ReadBookSheet } from './read-workbook-task.ts';
import type { FrozenInput } from './render-frozen-task.ts';
import type { Render, RenderedFile } from './render-port.ts';
import type { ReturnedFile, ReturnedInput } from './returned-task.ts';
import type { ReadSuperiorFile, SuperiorInput } from './superior-task.ts';
import type { UnitDraftsInput } from './unit-drafts-task.ts';
import type { CheckedWordFile, CheckWordInput, ImportedWordFile, WordInput } from './word-tasks.ts';

/** All heavy tasks: pure work on bytes and plain values, which a thread can be given. */
interface HeavyShapes {
  /** A large JSON body: its fault, or its draft apart. */
  readonly 'read-body': { readonly input: BodyInput; readonly output: ReadBody };
  /** Draft data, checked, in its canonical form. */
  readonly 'check-draft': { readonly input: CheckInput; readonly output: CheckedDraft };
  /** Draft data, checked without holes and frozen with its profile. */
  readonly 'freeze-draft': { readonly input: CheckInput; readonly output: FrozenDraft };
  readonly 'preview-draft': { readonly input: CheckInput; readonly output: readonly RenderedFile[] };
  readonly 'render-frozen': { readonly input: FrozenInput; readonly output: readonly RenderedFile[] };
  readonly 'print-book': { readonly input: PrintInput; readonly output: Uint8Array };
  readonly 'print-slip': { readonly input: SlipPrintInput; readonly output: Uint8Array };
  /** A frozen document without the parts of its text and appendices. */
  readonly 'read-front': { readonly input: FrontInput; readonly output: FrozenDocument };
  /** Data of an older document: checked, frozen, laid out. */
  readonly 'older-document': { readonly input: OlderDocumentInput; readonly output: OlderDocument };
  readonly 'check-frozen': { readonly input: FrozenInput; readonly output: CheckedFrozen };
  readonly 'check-word': { readonly input: CheckWordInput; readonly output: CheckedWordFile };
  readonly 'import-word': { readonly input: WordInput; readonly output: ImportedWordFile };
  readonly 'read-superior': { readonly input: SuperiorInput; readonly output: ReadSuperiorFile };
  readonly 'compare-returned': { readonly input: ReturnedInput; readonly output: ReturnedFile };
  readonly 'compare-text': { readonly input: CompareTextInput; readonly output: ComparedFile };
  readonly 'find-draft': { readonly input: FindDraftInput; readonly output: readonly DraftLikeness[] };
  /** A share of a plan's units: merged and laid out. */
  readonly 'unit-drafts': { readonly input: UnitDraftsInput; readonly output: readonly UnitOutcome[] };
  /** Parts of a PDF that act by themselves. */
  readonly 'pdf-hazards': { readonly input: { readonly bytes: Uint8Array }; readonly output: readonly PdfHazard[] };
  readonly 'pdf-pages': { readonly input: { readonly bytes: Uint8Array }; readonly output: number | undefined };
  /** Sheets of an .xlsx; `isAsShown`: numbers as their formats show them. */
  readonly 'read-workbook': {
    readonly input: { readonly bytes: Uint8Array; readonly isAsShown?: true };
    readonly output: readonly SheetRows[];
  };
  readonly 'read-older-book': { readonly input: OlderBookFile; readonly output: readonly ReadBookSheet[] };
}

/** Name of a heavy task. */
export type HeavyName = keyof HeavyShapes;
/** Input of a task, which a thread can be sent. */
export type HeavyInput<Name extends HeavyName> = HeavyShapes[Name]['input'];
/** Output of a task, which a thread can send. */
export type HeavyOutput<Name extends HeavyName> = HeavyShapes[Name]['output'];

type HeavyTasks = {
  readonly [Name in HeavyName]: (input: HeavyInput<Name>, render: Render) => Promise<HeavyOutput<Name>>;
};

/** The tasks by name; each loads what it needs when it is first asked for. */
export const heavyTasks: HeavyTasks = {
  'read-body': async (input) => (await import('./read-body-task.ts')).readBodyTask(input),
  'check-draft': async (input) => (await import('./check-draft-task.ts')).checkDraftTask(input),
  'freeze-draft': async (input) => (await import('./check-draft-task.ts')).freezeDraftTask(input),
  'preview-draft': async (input, render) => (await import('./check-draft-task.ts')).previewDraftTask(input, render),
  'render-frozen': async (input, render) => (await import('./render-frozen-task.ts')).renderFrozenTask(input, render),
  'print-book': async (input) => (await import('./print-book-task.ts')).printBookTask(input),
  'print-slip': async (input) => (await import('./print-slip-task.ts')).printSlipTask(input),
  'read-front': async (input) => (await import('./read-front-task.ts')).readFrontTask(input),
  'older-document': async (input, render) =>
    (await import('./older-document-task.ts')).olderDocumentTask(input, render),
  'check-frozen': async (input, render) => (await import('./check-frozen-task.ts')).checkFrozenTask(input, render),
  'check-word': async (input) => (await import('./word-tasks.ts')).checkWordTask(input),
  'import-word': async (input) => (await import('./word-tasks.ts')).importWordTask(input),
  'read-superior': async (input) => (await import('./superior-task.ts')).readSuperiorTask(input),
  'compare-returned': async (input, render) => (await import('./returned-task.ts')).compareReturnedTask(input, render),
  'compare-text': async (input) => (await import('./compare-text-task.ts')).compareTextTask(input),
  'find-draft': async (input) => (await import('./find-draft-task.ts')).findDraftTask(input),
  'unit-drafts': async (input, render) => (await import('./unit-drafts-task.ts')).unitDraftsTask(input, render),
  'pdf-hazards': async (input) => (await import('./pdf-tasks.ts')).pdfHazardsTask(input),
  'pdf-pages': async (input) => (await import('./pdf-tasks.ts')).pdfPagesTask(input),
  'read-workbook': async (input) => (await import('./read-workbook-task.ts')).readWorkbookTask(input),
  'read-older-book': async (input) => (await import('./read-workbook-task.ts')).readOlderBookTask(input),
};
