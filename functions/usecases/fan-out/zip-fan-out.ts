import { setImmediate } from 'node:timers/promises';
import { ZIP } from '#base/content-types.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import type { FanOutRow, FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import type { Actor } from '../actor.ts';
import { renderUnitsAtOnce } from '../heavy/render-units-at-once.ts';
import { requireRole } from '../permissions.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { type FanOutInput, inputOf } from './fan-out-input.ts';
import { renderUnitDrafts, type UnitDraftsRequest, type UnitOutcome } from './render-unit-drafts.ts';
import { manifestOf } from './unit-manifest.ts';
import { type ZipUnit, zipUnits } from './zip-units.ts';

/** A ZIP on its way: its pieces as they are made, or a link that lives a minute where the store makes one. */
export type FanOutZip = { readonly fileName: string; readonly contentType: string } & (
  | { readonly pieces: AsyncIterable<Uint8Array> }
  | { readonly link: string }
);

/**
 * The drafts of a run as they went down to the units, with a manifest of all units: not what the units made of them since, which
 * is theirs. A piece is made when it is asked for. Where the store makes links (S3) the ZIP is kept among the exports, under its
 * own hash, and linked to. `dispositionOf` gives the Content-Disposition that the link makes the store answer with. Throws
 * `not-found`.
 */
export async function zipFanOut(
  deps: FanOutDeps,
  actor: Actor,
  runId: string,
  dispositionOf: (file: { readonly fileName: string }) => string,
): Promise<FanOutZip> {
  requireRole(actor, 'read-draft');
  const { organ } = actor;
  const run = await deps.fanOuts.get(organ, runId);
  const input = await inputOf(deps, run);
  const rows = await deps.fanOuts.rows(organ, runId);
  const file = { fileName: `ke-hoach-don-vi-${runId}.zip`, contentType: ZIP };
  const pieces = zipUnits(unitsOf(deps, run, input, rows), (made) => ({
    ...manifestOf(input.plan, run.on, made),
    runId,
  }));
  if (!deps.store.link) return { ...file, pieces };
  const made: Uint8Array[] = [];
  for await (const piece of pieces) made.push(piece);
  const bytes = Buffer.concat(made);
  const sha256 = sha256Hex(bytes);
  const key = `exports/${organ}/${runId}/${sha256}.zip`;
  await deps.store.put(key, bytes, { contentType: ZIP, ifAbsent: false });
  const contentDisposition = dispositionOf(file);
  const link = { expectSha256: sha256, contentType: ZIP, contentDisposition, at: deps.clock.now() };
  return { ...file, link: await deps.store.link(key, link) };
}

async function* unitsOf(
  deps: FanOutDeps,
  run: FanOutRun,
  { plan, overrides }: FanOutInput,
  rows: readonly FanOutRow[],
): AsyncGenerator<ZipUnit> {
  const done = rows.filter(({ state }) => state === 'done');
  const units = done.flatMap(({ unitCode }) => unitDirectory().units.get(unitCode) ?? []);
  const outcomes = outcomesOf(deps, { plan, overrides, on: run.on, units }, run.organ);
  for (const { unitCode, state, docId = '', reasons = [] } of rows) {
    const unit = unitDirectory().units.get(unitCode);
    if (!unit || state !== 'done') {
      const name = unit ? `${unit.kind} ${unit.name}` : '';
      yield { row: { unitCode, name, docId, state, files: [], reasons, open: [] }, bytes: [] };
      continue;
    }
    const next = await outcomes.next();
    if (next.done) return;
    const { inputHash: _, ...made } = next.value.row;
    yield {
      row: { ...made, state: made.state === 'failed' ? 'failed' : 'done' },
      bytes: [...next.value.bytes.values()],
    };
  }
}

/** Tasks of a ZIP on their way at once: more than one, so that a thread need not wait for what is written. */
const CONCURRENCY = 2;

function outcomesOf(
  { heavy, render }: FanOutDeps,
  request: Pick<UnitDraftsRequest, 'plan' | 'units' | 'overrides' | 'on'>,
  organ: string,
): AsyncGenerator<UnitOutcome> {
  if (!heavy) return inTurns(renderUnitDrafts({ ...request, render, earlier: () => null }));
  return renderUnitsAtOnce({ ...request, organ, heavy, atOnce: CONCURRENCY, earlierOf: () => [] });
}

/** Rendering in place does not wait for anything: without this other requests would wait for all units. */
async function* inTurns(outcomes: AsyncIterable<UnitOutcome>): AsyncGenerator<UnitOutcome> {
  for await (const outcome of outcomes) {
    yield outcome;
    await setImmediate();
  }
}
