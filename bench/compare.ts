import { validateOoxml } from '../test/support/office.ts';
import type { Engine, Subject } from './engines/engine.ts';
import { limits, ours, peers } from './engines/index.ts';
import { renderOwn } from './engines/ours.ts';
import { type Contender, measure, type Timing } from './measure.ts';
import { readTexts } from './read-model.ts';

/** A document that every engine writes. */
export interface Case {
  readonly name: string;
  readonly input: Subject['input'];
  /** Rounds that are measured; each engine has one slot in a round. */
  readonly rounds: number;
}

/** What was measured of a case. */
export interface Comparison {
  readonly name: string;
  readonly peers: readonly Timing[];
  readonly ours: readonly Timing[];
  readonly limits: readonly Timing[];
}

/** Lets every engine write a document, checks that all wrote the same, and times them against each other. */
export async function compare({ name, input, rounds }: Case): Promise<Comparison> {
  const subject = { input, ours: await renderOwn(input, 6) };
  const contenders = [...peers, ...ours, ...limits].map(
    (engine): Contender => ({ name: engine.name, write: engine.prepare(subject) }),
  );
  await checkOutputs(name, subject, contenders.slice(0, -limits.length));
  const timings = new Map((await measure(contenders, rounds)).map((timing) => [timing.name, timing]));
  const of = (engines: readonly Engine[]) => engines.flatMap((engine) => timings.get(engine.name) ?? []);
  return { name, peers: of(peers), ours: of(ours), limits: of(limits) };
}

/** @throws Error when an output has other texts than ours, or when the Open XML SDK finds anything in it. */
async function checkOutputs(name: string, { ours: bytes }: Subject, contenders: readonly Contender[]): Promise<void> {
  const texts = readTexts(bytes).join('\n');
  for (const { name: engine, write } of contenders) {
    const output = await write();
    if (readTexts(output).join('\n') !== texts) throw new Error(`${name}: ${engine} wrote another text`);
    const [result] = await validateOoxml(new Map([[engine, output]]));
    if (result?.findings.length) throw new Error(`${name}: ${engine}: ${result.findings.slice(0, 3).join('; ')}`);
  }
}
