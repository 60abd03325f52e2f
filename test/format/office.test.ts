import { expect, test } from 'vitest';
import { convertToPdf, pageCount, pagePictures, pageTexts } from '../support/office.ts';
import { fixtures } from './fixtures.ts';
import { describePrinted } from './printed-file.ts';
import { renderCase } from './rendered.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47];

describePrinted('LibreOffice and poppler', () => {
  test('give the PDFs of several files in one call, with the text and a picture of each page', async () => {
    const cases = fixtures.filter(({ name }) => name === 'hoa-toc' || name === 'hai-phu-luc');
    const files = (await Promise.all(cases.map(renderCase))).flat();
    const pdfs = await convertToPdf(new Map(files.map(({ name, bytes }) => [name, bytes])));
    const [letter, plan] = [pdfs.get('hoa-toc')!, pdfs.get('hai-phu-luc')!];
    expect(await pageCount(letter)).toBe(1);
    const texts = await pageTexts(plan);
    expect(texts.map((text) => /Phụ lục (I+)$/m.exec(text)?.[1]).filter(Boolean)).toEqual(['I', 'II']);
    const pictures = await pagePictures(plan, 20);
    expect(pictures).toHaveLength(texts.length);
    for (const picture of pictures) expect([...picture.slice(0, 4)]).toEqual(PNG);
  });
});
