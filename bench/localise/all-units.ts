import { sha256Hex } from '#base/node/hash.ts';
import { checkDocument } from '#document/checking/check-document.ts';
import { localisePlan } from '#localise/plan/localise-plan.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { unitOrgan } from '#localise/units/unit-organ.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import { renderDocument } from '#render/render.ts';
import { type ZipUnit, zipUnits } from '#usecases/fan-out/zip-units.ts';
import type { FormatFile } from '../../test/format/format-file.ts';
import { rules } from '../../test/format/rules/index.ts';
import { compiled, provincePlan } from '../../test/localise/support/example.ts';
import { foreignNameSearch } from '../../test/localise/support/foreign-names.ts';
import { planForProvince } from '../../test/localise/support/plan-for-province.ts';
import { type UnitDocx, validateAll } from '../../test/localise/support/validate-all.ts';
import { readDocx } from '../../test/support/docx-reader/read-docx.ts';
import { paragraphsIn } from '../../test/support/docx-reader/walk.ts';

/** Bounds of the issue for merge and render of all units, in one process. */
const MERGE_AND_RENDER_WITHIN_MS = 15_000;
const ON = '2026-03-16';

const directory = unitDirectory();
const units = [...directory.units.values()];
const source = provincePlan();
const failures: string[] = [];

function say(what: string, ms: number, rest = ''): void {
  console.log(`${what.padEnd(58)}${(ms / 1000).toFixed(1).padStart(7)} s${rest && `   ${rest}`}`);
}

async function timed<T>(what: string, work: () => Promise<T> | T, rest: (result: T) => string = () => ''): Promise<T> {
  const start = performance.now();
  const result = await work();
  say(what, performance.now() - start, rest(result));
  return result;
}

// Merge and render: everything from the plan's data on, nothing prepared but the directory.
const start = performance.now();
const cpuBefore = process.cpuUsage();
const plans = new Map(
  [...directory.provinces.values()].map((province) => [province.code, compiled(planForProvince(source, province))]),
);
const merged = units.map((unit) => {
  const profile = unitProfile(unit);
  const plan = plans.get(unit.provinceCode);
  const document = plan && localisePlan(plan, profile, ON).document;
  if (!document) throw new Error(`no plan for ${unit.code}`);
  return { unit, document, organ: unitOrgan(profile) };
});
const mergedAt = performance.now();
let bytes = 0;
for (const { document, organ } of merged) {
  const signer = { ...document.signer, fullName: 'Nguyễn Văn A' };
  for (const file of await renderDocument({
    document: { ...document, signer },
    profile: organ,
    issuance: null,
    on: ON,
  })) {
    bytes += file.bytes.length;
  }
}
const total = performance.now() - start;
const cpu = process.cpuUsage(cpuBefore);
say(`merge of all ${units.length}`, mergedAt - start);
say(
  `merge and render of all ${units.length}, one process`,
  total,
  `${(bytes / 1e6).toFixed(1)} MB; ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of a core`,
);
if (total > MERGE_AND_RENDER_WITHIN_MS) failures.push(`merge and render took ${Math.round(total)} ms`);

const checked = await timed(
  `check of all ${units.length} as drafts`,
  () =>
    merged.flatMap(({ unit, document, organ }) => {
      const result = checkDocument(document, { profiles: [organ], on: ON, placeholders: 'show' });
      if (result.document) return [{ unit, document: result.document, organ }];
      failures.push(`${unit.code}: ${result.findings.map(({ message }) => message).join('; ')}`);
      return [];
    }),
  (sound) => `${sound.length} without error`,
);

// The ZIP, as it is streamed: a unit is rendered when its piece is asked for.
let pieces = 0;
let zipBytes = 0;
let most = 0;
const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
global.gc?.();
const before = held();
await timed(
  `ZIP of all ${units.length}, with its manifest`,
  async () => {
    for await (const piece of zipUnits(rendered(), (rows) => ({ rows }))) {
      zipBytes += piece.length;
      pieces += 1;
      if (pieces % 100 !== 0) continue;
      // With --expose-gc: what is held, without what only waits to be collected.
      global.gc?.();
      most = Math.max(most, held() - before);
    }
  },
  () => `${(zipBytes / 1e6).toFixed(1)} MB, of which at most ${(most / 1e6).toFixed(0)} MB held at once`,
);

// For a look at times alone, while the machine is quiet.
if (process.argv.includes('--times')) process.exit(failures.length);

const foreignNames = foreignNameSearch(directory);
let named = 0;
let formatted = 0;
const files: UnitDocx[] = [];
const readStart = performance.now();
for (const [i, { unit, document, organ }] of checked.entries()) {
  const input = { document, profile: organ, issuance: null, on: ON };
  const [file] = await renderDocument(input);
  if (!file) continue;
  const reading = readDocx(file.bytes);
  const formatFile: FormatFile = { ...input, name: unit.code, appendixIndex: null, bytes: file.bytes, reading };
  const broken = rules.flatMap((rule) => (rule.applies(formatFile) ? rule.check(formatFile) : []));
  failures.push(...broken.map((line) => `${unit.code}: ${line}`));
  if (broken.length === 0) formatted += 1;
  const texts = reading.sections.flatMap(({ blocks }) => paragraphsIn(blocks).map(({ shown }) => shown));
  const foreign = foreignNames(unit, texts);
  failures.push(...foreign.map(({ name, text }) => `${unit.code}: “${name}” in “${text.slice(0, 80)}”`));
  if (foreign.length === 0) named += 1;
  files.push({ name: unit.code, bytes: file.bytes });
  if ((i + 1) % 500 === 0) say(`  read ${i + 1}`, performance.now() - readStart);
}
say('reading, rules and names', performance.now() - readStart);
console.log(`every row of the decree's table: ${formatted} of ${units.length}`);
console.log(`no other unit's or province's name: ${named} of ${units.length}`);

const validated = await timed(`validation of all ${files.length}`, () => validateAll(files));
failures.push(...validated.failures);
const { sound, sorts } = validated;
console.log(`Open XML SDK finds nothing: ${sound} of ${units.length} bodies, ${sorts} sort of parts around them`);

for (const failure of failures.slice(0, 20)) console.error(failure);
if (failures.length > 0) {
  console.error(`${failures.length} failures`);
  process.exitCode = 1;
}

async function* rendered(): AsyncGenerator<ZipUnit> {
  for (const { unit, document, organ } of checked) {
    const made = await renderDocument({ document, profile: organ, issuance: null, on: ON });
    const bytes = made.map((file) => file.bytes);
    const names = bytes.map((content) => ({ fileName: `${unit.code}.docx`, sha256: sha256Hex(content) }));
    const { code: unitCode, name } = unit;
    yield { row: { unitCode, name, docId: '', state: 'done', files: names, reasons: [], open: [] }, bytes };
  }
}
