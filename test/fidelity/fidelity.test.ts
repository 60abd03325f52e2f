import { beforeAll, describe, expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { renderDocument } from '#render/render.ts';
import { cases, example, type FidelityCase, publishedText } from './cases.ts';
import { compare, percentage } from './compare.ts';
import { type Exception, except } from './exception.ts';
import { type ReadParagraph, readDocument } from './read-document.ts';
import { wordsOf } from './words.ts';

async function rendered({ name, number, issuedDate }: FidelityCase): Promise<ReadParagraph[]> {
  const profiles = organProfile.array().parse(example('organs'));
  const { document, profile, findings } = checkDocument(example(name), { profiles, on: issuedDate });
  if (!document || !profile) throw new Error(JSON.stringify(findings));
  const files = await renderDocument({ document, profile, issuance: { number, issuedDate }, on: issuedDate });
  expect(files.map(({ role }) => role)).toEqual(['rendered']);
  return readDocument(files[0]!.bytes);
}

/** The published text without the marks of bold and italic, and pieces between such marks. */
function published(fidelityCase: FidelityCase) {
  const marked = publishedText(fidelityCase);
  const bold = [...marked.matchAll(/\*\*([^*]+)\*\*/gu)].map(([, text]) => wordsOf(text!).join(' '));
  const italic = [...marked.replaceAll('**', '').matchAll(/\*([^*]+)\*/gu)].map(([, text]) => wordsOf(text!).join(' '));
  return { words: wordsOf(marked.replaceAll('*', '')), bold, italic };
}

describe.each(cases)('$name', (fidelityCase) => {
  const { name, exceptions } = fidelityCase;
  const { words, bold, italic } = published(fidelityCase);
  const expected = except(words, exceptions);
  let paragraphs: ReadParagraph[] = [];
  let texts: string[] = [];

  beforeAll(async () => {
    paragraphs = await rendered(fidelityCase);
    texts = paragraphs.map(({ text }) => text);
  });

  /** Tells whether these exceptions account for all; not so if one lacks the place that another would have made for it. */
  function isComplete(some: readonly Exception[]): boolean {
    try {
      const { sentences, paragraphs } = compare(except(words, some), texts);
      return sentences.lost.length + paragraphs.lost.length === 0;
    } catch {
      return false;
    }
  }

  test('says every sentence of the published text, in order, letter for letter, and nothing else', () => {
    const asPublished = percentage(compare(words, texts).sentences);
    const { sentences, paragraphs } = compare(expected, texts);
    console.info(
      `${name}: ${percentage(sentences)} % of ${sentences.total} sentences ` +
        `(${asPublished} % without its ${exceptions.length} named exceptions), ` +
        `${percentage(paragraphs)} % of ${paragraphs.total} paragraphs accounted for`,
    );
    expect(sentences.lost).toEqual([]);
    expect(paragraphs.lost).toEqual([]);
    expect([percentage(sentences), percentage(paragraphs)]).toEqual([100, 100]);
  });

  test.each(exceptions)('needs its exception: $what', (exception) => {
    expect(isComplete(exceptions.filter((other) => other !== exception))).toBe(false);
    expect(isComplete(exceptions)).toBe(true);
  });

  test('brings no letter by an exception for leftovers or order that was not published there', () => {
    const letters = (text: string) => [...text.replaceAll(/\s/gu, '')].sort();
    for (const { what, ground, sample, document } of exceptions) {
      if (ground !== 'page leftover' && ground !== 'the page has two columns') continue;
      const left = letters(sample);
      for (const letter of letters(document)) {
        const at = left.indexOf(letter);
        expect(at, `${what}: ${letter}`).toBeGreaterThanOrEqual(0);
        left.splice(at, 1);
      }
    }
  });

  test('falls below 100 % when any one word of the document is dropped', () => {
    const spoken = texts.flatMap((text, i) => (text.trim() === '' ? [] : [i]));
    for (const i of spoken) {
      const kept = wordsOf(texts[i]!).slice(0, -1).join(' ');
      const { sentences } = compare(expected, texts.with(i, kept));
      expect(percentage(sentences), texts[i]).toBeLessThan(100);
    }
  });

  test('falls below 100 % when a sentence is added', () => {
    const { paragraphs } = compare(expected, [...texts, 'Một câu không ai viết.']);
    expect(percentage(paragraphs)).toBeLessThan(100);
  });

  test('prints in italics what the published text marks so', () => {
    const runs = paragraphs.flatMap((p) =>
      p.runs.filter((run) => run.italic).map((run) => wordsOf(run.text).join(' ')),
    );
    expect(runs.filter((text) => italic.includes(text))).toEqual(italic);
  });

  test('prints in bold the leads that the published text marks so', () => {
    const leads = bold.filter((text) => /^\d+\. /u.test(text));
    const heads = paragraphs.flatMap(({ runs }) => {
      const head = wordsOf(
        runs
          .filter((run) => run.bold)
          .map((run) => run.text)
          .join(''),
      ).join(' ');
      return leads.includes(head) ? [head] : [];
    });
    expect(heads).toEqual(leads);
  });
});
