import { createHash } from 'node:crypto';
import { checkDocument } from '../../functions/document/check-document.ts';
import { unitDirectory } from '../../functions/localise/directory.ts';
import { localisePlan } from '../../functions/localise/localise-plan.ts';
import { unitOrgan } from '../../functions/localise/unit-organ.ts';
import { unitProfile } from '../../functions/localise/unit-profile.ts';
import { readOwnZip } from '../../functions/package/read-zip.ts';
import { renderDocument } from '../../functions/render/render.ts';
import type { FormatFile } from '../../test/format/format-file.ts';
import { rules } from '../../test/format/rules/index.ts';
import { compiled, provincePlan } from '../../test/localise/support/example.ts';
import { foreignNameSearch } from '../../test/localise/support/foreign-names.ts';
import { planForProvince } from '../../test/localise/support/plan-for-province.ts';
import { readDocx } from '../../test/support/docx-reader/read-docx.ts';
import { paragraphsIn } from '../../test/support/docx-reader/walk.ts';
import { validateOoxml } from '../../test/support/office.ts';

/** What the issue promises for merge and render of all units, in one process. */
const MERGE_AND_RENDER_WITHIN_MS = 15_000;
const ON = '2026-03-16';
/** Files that the validator takes in one go. */
const BATCH = 50;

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
say(`merge of all ${units.length}`, mergedAt - start);
say(`merge and render of all ${units.length}, one process`, total, `${(bytes / 1e6).toFixed(1)} MB`);
if (total > MERGE_AND_RENDER_WITHIN_MS) failures.push(`merge and render took ${Math.round(total)} ms`);

const checked = await timed(
  `check of all ${units.length} as drafts`,
  () =>
    merged.flatMap(({ unit, document, organ }) => {
      const result = checkDocument(document, { profiles: [organ], on: ON, holes: 'show' });
      if (result.document) return [{ unit, document: result.document, organ }];
      failures.push(`${unit.code}: ${result.findings.map(({ message }) => message).join('; ')}`);
      return [];
    }),
  (sound) => `${sound.length} without error`,
);

const foreignNames = foreignNameSearch(directory);
let named = 0;
let formatted = 0;
const every = process.argv.includes('--validate-each');
/** Files to validate by what they are made of: two with the same skeleton differ in words and measures alone. */
const skeletons = new Map<string, { name: string; bytes: Uint8Array; count: number }>();
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
  const skeleton = every ? unit.code : skeletonOf(file.bytes);
  const known = skeletons.get(skeleton);
  if (known) known.count += 1;
  else skeletons.set(skeleton, { name: unit.code, bytes: file.bytes, count: 1 });
  if ((i + 1) % 500 === 0) say(`  read ${i + 1}`, performance.now() - readStart);
}
say('reading, rules and names', performance.now() - readStart);
console.log(`every row of the decree's table: ${formatted} of ${units.length}`);
console.log(`no other unit's or province's name: ${named} of ${units.length}`);

const kinds = [...skeletons.values()];
let validated = 0;
const validateStart = performance.now();
for (let at = 0; at < kinds.length; at += BATCH) {
  const batch = kinds.slice(at, at + BATCH);
  const results = await validateOoxml(new Map(batch.map(({ name, bytes: content }) => [name, content])));
  for (const [i, { name, findings }] of results.entries()) {
    if (findings.length === 0) validated += batch[i]?.count ?? 0;
    else failures.push(`${name}: ${JSON.stringify(findings[0])}`);
  }
  say(
    `  validated ${Math.min(at + BATCH, kinds.length)} of ${kinds.length} skeletons`,
    performance.now() - validateStart,
  );
}
console.log(`Open XML SDK finds nothing: ${validated} of ${units.length}, by ${kinds.length} files`);
for (const failure of failures.slice(0, 20)) console.error(failure);
if (failures.length > 0) {
  console.error(`${failures.length} failures`);
  process.exitCode = 1;
}

/** All parts without the words between their tags and without whole numbers, which the rules above measure. */
function skeletonOf(content: Uint8Array): string {
  const parts = [...readOwnZip(content)].map(
    ([name, xml]) => `${name}\n${xml.replaceAll(/>[^<]+</g, '><').replaceAll(/="\d+"/g, '="0"')}`,
  );
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
