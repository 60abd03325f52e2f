import { readOwnZip } from '#package/read-zip.ts';
import { examples } from '../../format/examples.ts';
import { type FormatCase, fixtures } from '../../format/fixtures.ts';
import { renderCase } from '../../format/rendered.ts';
import { zipDocx } from '../../read/support/make-docx.ts';

/** Parts of a .docx as text. */
export type Parts = ReadonlyMap<string, string>;

const BASES = {
  plan: 'ke-hoach-phuong-2026',
  letter: 'cong-van-thanh-pho-2026',
  levels: 'moi-cap-bac',
  parent: 'ky-giam-doc',
  urgent: 'thuong-khan',
  two: 'hai-phu-luc',
  address: 'dia-chi',
} as const;

/** A document of ours that is made wrong in one thing. */
export type BaseName = keyof typeof BASES;

/** The right documents by name. */
export async function renderBases(): Promise<Readonly<Record<BaseName, Parts>>> {
  const rendered = async (base: BaseName): Promise<Parts> => {
    const golden: FormatCase | undefined = [...examples, ...fixtures].find(({ name }) => name === BASES[base]);
    if (!golden) throw new Error(base);
    const [file] = await renderCase(golden);
    return new Map(readOwnZip(file!.bytes));
  };
  const [plan, letter, levels, parent, urgent, two, address] = await Promise.all([
    ...[rendered('plan'), rendered('letter'), rendered('levels')],
    ...[rendered('parent'), rendered('urgent'), rendered('two'), rendered('address')],
  ]);
  return {
    plan: plan!,
    letter: letter!,
    levels: levels!,
    parent: parent!,
    urgent: urgent!,
    two: two!,
    address: address!,
  };
}

/** The file of parts. */
export const zipped = (parts: Parts) => zipDocx(Object.fromEntries(parts));

/** One part changed; a change that changes nothing is a test that says nothing. */
export function changed(parts: Parts, part: string, change: (xml: string) => string): Parts {
  const before = parts.get(part) ?? '';
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${part}`);
  return new Map([...parts, [part, after]]);
}

const STYLES = 'word/styles.xml';
const DOCUMENT = 'word/document.xml';

const styleOf = (id: string) => new RegExp(`<w:style [^>]*w:styleId="${id}"[\\s\\S]*?</w:style>`);
const paragraphsOf = (id: string) => new RegExp(`<w:p><w:pPr><w:pStyle w:val="${id}"/>.*?</w:p>`, 'g');

/** Fault of an aspect, as a property of runs or paragraphs. */
interface Wrong {
  readonly run: string;
  readonly paragraph: string;
}

function wrong(parts: Parts, style: string, aspect: string): Wrong {
  const own = styleOf(style).exec(parts.get(STYLES) ?? '')?.[0] ?? '';
  const is = (tag: string) => new RegExp(`<w:${tag}(?: w:val="(?:true|1)")?/>`).test(own);
  if (aspect === 'size') return { run: '<w:sz w:val="20"/>', paragraph: '' };
  if (aspect === 'bold') return { run: `<w:b w:val="${is('b') ? 0 : 1}"/>`, paragraph: '' };
  if (aspect === 'italic') return { run: `<w:i w:val="${is('i') ? 0 : 1}"/>`, paragraph: '' };
  return { run: '', paragraph: '<w:jc w:val="left"/>' };
}

const tagOf = (markup: string) => markup.slice(1).split(/[ /]/)[0] ?? '';
const without = (xml: string, markup: string) =>
  markup === '' ? xml : xml.replace(new RegExp(`<${tagOf(markup)}(?: [^>]*)?/>`, 'g'), '');

/** Ways in which a look comes to be wrong. */
export const WAYS = {
  /** Set on the paragraphs and runs themselves. */
  direct(parts: Parts, style: string, aspect: string): Parts {
    const { run, paragraph } = wrong(parts, style, aspect);
    return changed(parts, DOCUMENT, (xml) =>
      xml.replace(paragraphsOf(style), (whole) => {
        const set = paragraph === '' ? whole : without(whole, paragraph).replace('</w:pPr>', `${paragraph}</w:pPr>`);
        return run === ''
          ? set
          : without(set, run).replace(
              /<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?/g,
              (_, own = '') => `<w:r><w:rPr>${own}${run}</w:rPr>`,
            );
      }),
    );
  },
  /** Set by the paragraphs' style. */
  style(parts: Parts, style: string, aspect: string): Parts {
    const { run, paragraph } = wrong(parts, style, aspect);
    return changed(parts, STYLES, (xml) =>
      xml.replace(styleOf(style), (own) => given(without(without(own, run), paragraph), run, paragraph)),
    );
  },
  /** Set by a style that theirs is based on. */
  'style above'(parts: Parts, style: string, aspect: string): Parts {
    const { run, paragraph } = wrong(parts, style, aspect);
    const above = `<w:style w:type="paragraph" w:styleId="Tren"><w:name w:val="Tren"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
    return changed(parts, STYLES, (xml) =>
      xml
        .replace(styleOf(style), (own) =>
          without(without(own, run), paragraph).replace(
            /<w:basedOn [^>]*\/>|(?<=<w:name [^>]*\/>)/,
            '<w:basedOn w:val="Tren"/>',
          ),
        )
        .replace('</w:styles>', `${above}</w:styles>`),
    );
  },
  /** Left to the file's defaults, which are wrong; every other style says what it wants itself. */
  defaults(parts: Parts, style: string, aspect: string): Parts {
    const { run, paragraph } = wrong(parts, style, aspect);
    return changed(parts, STYLES, (xml) =>
      xml
        .replace(styleOf(style), (own) => without(without(own, run), paragraph))
        .replace(
          /(<w:rPrDefault><w:rPr>)(.*?)(<\/w:rPr>)/,
          (_, start: string, own: string, end: string) => `${start}${without(own, run)}${run}${end}`,
        )
        .replace(/<w:pPrDefault\/>/, `<w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault>`),
    );
  },
} as const;

function given(style: string, run: string, paragraph: string): string {
  const withRun = style.includes('</w:rPr>')
    ? style.replace('</w:rPr>', `${run}</w:rPr>`)
    : style.replace('</w:style>', `<w:rPr>${run}</w:rPr></w:style>`);
  return withRun.includes('</w:pPr>')
    ? withRun.replace('</w:pPr>', `${paragraph}</w:pPr>`)
    : withRun.replace(/(<w:rPr>|<\/w:style>)/, `<w:pPr>${paragraph}</w:pPr>$1`);
}

/** The text of paragraphs of a style, changed. */
export function retyped(parts: Parts, style: string, change: (text: string) => string): Parts {
  return changed(parts, DOCUMENT, (xml) =>
    xml.replace(paragraphsOf(style), (whole) =>
      whole.replace(
        /(<w:t(?: [^>]*)?>)(.*?)(<\/w:t>)/g,
        (_, open: string, text: string, close: string) => `${open}${change(text)}${close}`,
      ),
    ),
  );
}

/** Paragraphs of a style taken out. */
export function removed(parts: Parts, style: string): Parts {
  return changed(parts, DOCUMENT, (xml) => xml.replace(paragraphsOf(style), '<w:p/>'));
}
