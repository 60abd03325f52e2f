import { validateOoxml } from '../test/support/office.ts';
import type { Engine, Subject } from './engines/engine.ts';
import { limits, ours, peers } from './engines/index.ts';
import { renderOwn } from './engines/ours.ts';
import { measure, type Timing } from './measure.ts';
import { type EngineProcess, startEngine } from './processes.ts';
import { readTexts } from './read-model.ts';

/** A document that every engine writes. */
export interface Case {
  readonly name: string;
  readonly input: Subject['input'];
  /** Rounds that are measured; each engine has one slot in a round. */
  readonly rounds: number;
}

/** A timing, and the peak memory of the engine's process. */
export type PeakTiming = Timing & { readonly peakBytes: number };

/** Measurements of one case. */
export interface Comparison {
  readonly name: string;
  readonly peers: readonly PeakTiming[];
  readonly ours: readonly PeakTiming[];
  readonly limits: readonly PeakTiming[];
}

/** Lets every engine write a document, checks that all wrote the same, and times them against each other. */
export async function compare({ name, input, rounds }: Case): Promise<Comparison> {
  const subject = { input, ours: await renderOwn(input, 6) };
  await checkOutputs(name, subject, [...peers, ...ours]);
  const processes: EngineProcess[] = [];
  for (const engine of [...peers, ...ours, ...limits]) processes.push(await startEngine(engine, subject));
  const timings = new Map<string, PeakTiming>();
  for (const timing of await measure(processes, rounds)) {
    const peakBytes = processes.find((one) => one.name === timing.name)?.peakBytes() ?? Number.NaN;
    timings.set(timing.name, { ...timing, peakBytes });
  }
  for (const one of processes) one.end();
  const of = (engines: readonly Engine[]) => engines.flatMap((engine) => timings.get(engine.name) ?? []);
  return { name, peers: of(peers), ours: of(ours), limits: of(limits) };
}

/** @throws Error when an output has other texts than ours, or when the Open XML SDK finds anything in it. */
async function checkOutputs(name: string, subject: Subject, engines: readonly Engine[]): Promise<void> {
  const texts = readTexts(subject.ours).join('\n');
  for (const engine of engines) {
    const write = engine.prepare(subject);
    const output = await write();
    if (readTexts(output).join('\n') !== texts) throw new Error(`${name}: ${engine.name} wrote another text`);
    const [result] = await validateOoxml(new Map([[engine.name, output]]));
    if (result?.findings.length) throw new Error(`${name}: ${engine.name}: ${result.findings.slice(0, 3).join('; ')}`);
  }
}
