import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plan } from '../document/scene.ts';
import { partsOf, rendered } from './scene.ts';

const OWN = new Set(['word/document.xml', 'docProps/core.xml']);
const kinds = { plain: {}, 'first-page': { footAddress: true, circulation: 'LƯU HÀNH NỘI BỘ' } };

function manifest(path: string): { readonly version: string; readonly dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** The parts that docx makes, by name, with the head of their hash. */
async function shellOf(about: Record<string, unknown>): Promise<string[]> {
  const parts = partsOf((await rendered(plan(about)))[0]!);
  return Object.entries(parts)
    .filter(([name]) => !OWN.has(name))
    .map(([name, part]) => `  ${name} ${createHash('sha256').update(part).digest('hex').slice(0, 16)}`);
}

// After an upgrade of docx, or a change of styles: look at what is other, then `npx vitest run test/render -u`.
test('is the shell that was looked at, made by the pinned docx', async () => {
  const { version } = manifest('../../node_modules/docx/package.json');
  const shells = await Promise.all(
    Object.entries(kinds).map(async ([kind, about]) => [kind, ...(await shellOf(about))]),
  );
  await expect([`docx ${version}`, ...shells.flat()].join('\n')).toMatchFileSnapshot('shell.golden');
});

test('pins docx exactly', () =>
  expect(manifest('../../package.json').dependencies?.['docx']).toMatch(/^\d+\.\d+\.\d+$/));

test('asks nothing of the outside and runs nothing: no external link, macro, field or attached template', async () => {
  for (const about of Object.values(kinds)) {
    for (const [name, part] of Object.entries(partsOf((await rendered(plan(about)))[0]!))) {
      expect(name).not.toMatch(/vbaProject|oleObject|externalLink|attachedTemplate|\.bin$/);
      expect(part).not.toMatch(/TargetMode="External"|attachedTemplate|altChunk|<!DOCTYPE|<!ENTITY/);
      expect((part.match(/<w:instrText[^>]*>[^<]*/g) ?? []).every((field) => field.endsWith('PAGE'))).toBe(true);
    }
  }
});

test('lists the decree’s elements among its styles, and none that docx brought', async () => {
  const styles = partsOf((await rendered(plan()))[0]!)['word/styles.xml']!;
  const names = [...styles.matchAll(/<w:style (?![^>]*w:default)[^>]*>.*?<\/w:style>/gs)]
    .filter(([style]) => !style.includes('<w:semiHidden/>'))
    .map(([style]) => /<w:name w:val="([^"]+)"/.exec(style)?.[1]);
  expect(names).toContain('Quốc hiệu');
  expect(names.filter((name) => /^(Heading|Title|Strong|List|Hyperlink|Footnote)/i.test(name ?? ''))).toEqual([]);
});
