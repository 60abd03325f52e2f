import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import type { Document } from '#document/document-types.ts';
import { referenceLabels } from '#document/numbering/references.ts';
import { handlebars } from '#render/compile.ts';
import { appendixView, documentView } from '#render/document-view.ts';
import { circulationView } from '#render/head-view.ts';
import type { RenderInput } from '#render/render.ts';
import { createSlots } from '#render/slots.ts';
import { COMPILE_OPTIONS, type TemplateSources, templateSources, wholeOutlines } from '#render/template-sources.ts';
import '#render/templates.ts';
import { check, letter, ON, plan, ward } from '../document/scene.ts';
import { ISSUED } from './scene.ts';

const long = 'cải cách hành chính '.repeat(12).trim();
const table = { columns: [{ title: 'Việc', id: 'viec' }], rows: [{ group: 'Nhóm' }, { cells: { viec: 'x' } }] };
const appendices = [
  {
    id: 'mot',
    title: long,
    body: [
      { id: 'a', level: 'table', table },
      { id: 'b', level: 'paragraph', text: 'x' },
    ],
  },
  { id: 'hai', ownFile: true, body: [{ id: 'c', level: 'paragraph', text: 'x' }] },
];
const closing = [{ ref: 'mot' }, { ref: 'hai' }];
const signer = { ...(plan()['signer'] as object), otherPosition: 'Trưởng ban' };
const body = [...(plan()['body'] as object[]), { id: 'bang', level: 'table', table }];

function input(data: unknown): RenderInput {
  const { document, findings } = check(data);
  if (!document) throw new Error(JSON.stringify(findings));
  const issuance = { ...ISSUED, signedAt: new Date('2026-03-16T01:30:15Z') };
  return {
    document,
    profile: { ...ward, parentName: 'UBND tỉnh', namesInAttachment: { organ: long, head: long } },
    issuance,
    on: ON,
  };
}
const sections = { portrait: '<w:sectPr/>', landscape: '<w:sectPr/>' };
const slots = () => createSlots({ main: sections, appendix: sections });
const own = (one: RenderInput) =>
  appendixView(one, one.document.appendices![1]!, referenceLabels(one.document as Document), slots(), true);

const whole = input(plan({ subject: long, urgency: 'KHẨN', body, appendices, closing, signer }));
const one = input(letter({ subject: long, urgency: 'KHẨN', appendices: [appendices[0]], closing: [{ ref: 'mot' }] }));
const two = input(letter({ addressees: ['Sở Nội vụ', 'Sở Tài chính'] }));

/** Views that between them take every branch of every template. */
const views: ReadonlyArray<readonly [outline: string, view: unknown]> = [
  ['ke-hoach', documentView(whole, slots())],
  ['ke-hoach', documentView(input(plan()), slots())],
  ['cong-van', documentView(one, slots())],
  ['cong-van', documentView(two, slots())],
  ['phu-luc-rieng', own(whole)],
  [
    'dia-chi',
    {
      lines: [
        { text: 'x', first: true },
        { text: 'y', first: false },
      ],
    },
  ],
  ['luu-hanh', circulationView('LƯU HÀNH NỘI BỘ', 'portrait')],
  ['thuoc-tinh', { title: 'x', creator: 'y', at: 'z' }],
];

/** Renders all views with the templates, one of which may be another. */
function renderAll(sources: TemplateSources): string[] {
  const env = Handlebars.create();
  env.registerHelper(handlebars.helpers);
  const compiled = (text: string) => env.compile(text, { ...COMPILE_OPTIONS });
  const outlines = wholeOutlines(sources);
  return views.map(([outline, view]) => compiled(outlines[outline]!)(view));
}

const sources = templateSources();
const texts = Object.fromEntries(reached(views.map(([outline]) => outline)));

/** The texts of outlines and of the partials that they are made of. */
function reached(names: readonly string[], found = new Map<string, string>()): Map<string, string> {
  for (const name of names) {
    if (found.has(name)) continue;
    const text = sources.outlines[name] ?? sources.partials[name] ?? '';
    found.set(name, text);
    reached(
      [...text.matchAll(/\{\{> *([\w-]+)/g)].map(([, partial]) => partial!),
      found,
    );
  }
  return found;
}

/** Every place of a template that names a key of a view, a helper or a partial. */
const named = Object.entries(texts).flatMap(([name, text]) =>
  [...text.matchAll(/\{\{[#>]?\s*(?:[\w-]+ )?([\w-]+)\s*\}\}/g)]
    .filter(([, key]) => key !== 'this' && key !== 'else')
    .map((match) => ({ name, at: match.index, tag: match[0], key: match[1]! })),
);

test('renders all templates as they are', () => {
  expect(renderAll(sources).every((xml) => xml.includes('<'))).toBe(true);
  expect(named.length).toBeGreaterThan(60);
});

test.each(named)('throws where $name has a typo in $tag, rather than leave it out', ({ name, at, tag, key }) => {
  const text = texts[name]!;
  const mistyped = `${text.slice(0, at)}${tag.replace(new RegExp(`${key}(?=\\s*\\}\\})`), `${key}X`)}${text.slice(at + tag.length)}`;
  const changed =
    name in sources.outlines
      ? { ...sources, outlines: { ...sources.outlines, [name]: mistyped } }
      : { ...sources, partials: { ...sources.partials, [name]: mistyped } };
  expect(() => renderAll(changed)).toThrow();
});

test.each([undefined, ...Object.keys(views[0]![1] as object)])('throws where the view lacks its key %s', (key) => {
  const view = Object.fromEntries(Object.entries(views[0]![1] as object).filter(([name]) => name !== key));
  const render = () => handlebars.compile(wholeOutlines(sources)['ke-hoach']!, { ...COMPILE_OPTIONS })(view);
  if (key === undefined || key === 'addressees') expect(render).not.toThrow();
  else expect(render).toThrow();
});

test('gives templates no way to a prototype, or to a helper that we do not have', () => {
  const render = (text: string, view: object) => handlebars.compile(text, { ...COMPILE_OPTIONS })(view);
  for (const text of ['{{khac}}', '{{khac a}}', '{{#khac}}x{{/khac}}', '{{> khac}}']) {
    expect(() => render(text, { a: {} })).toThrow();
  }
  for (const text of ['{{constructor}}', '{{__proto__}}', '{{a.constructor}}', '{{a.constructor.name}}']) {
    expect(quietly(() => render(text, { a: {} }))).toBe('');
  }
  expect(render('{{text}}', { text: '{{7*7}}<w:p/>' })).toBe('{{7*7}}&lt;w:p/&gt;');
});

function quietly(render: () => string): string {
  try {
    return render();
  } catch {
    return '';
  }
}
