import { expect, test } from 'vitest';
import { planWithText } from '../document/scene.ts';
import { partOf, partsOf, rendered } from './scene.ts';

const paragraphOf = async (text: string) => {
  const xml = partOf(await rendered(planWithText(text)));
  return xml.slice(xml.indexOf('như sau:'));
};

test('makes typed dots a leader up to the margin, with no dot left as text', async () => {
  const xml = await paragraphOf('Họ và tên: ............................................');
  expect(xml).not.toMatch(/\.{3}/);
  expect(xml).toContain('<w:tab w:val="right" w:leader="dot" w:pos="9354"/>');
  expect(xml).toContain('Họ và tên: </w:t></w:r><w:r><w:tab/></w:r>');
});

test('sets a paragraph with a long link to the left and leaves the link as it is', async () => {
  const link = 'https://docs.google.com/forms/d/e/1FAIpQLSdVeryLongIdentifier/viewform';
  const xml = await paragraphOf(`Khảo sát tại ${link} trước ngày 15/9/2026`);
  expect(xml).toContain(link);
  expect(xml).toContain('<w:pStyle w:val="NoiDung"/><w:keepNext/><w:jc w:val="left"/>');
});

test('gives a link that no line holds joints to break at', async () => {
  const xml = await paragraphOf(`Tại https://a.vn/${'duong-dan-rat-dai/'.repeat(8)}cuoi`);
  expect(xml).toContain('duong-\u200Bdan-\u200Brat');
});

test('has a style that few documents need only where it is used', async () => {
  const styles = async (level: string) =>
    partsOf((await rendered({ ...planWithText('x'), body: [{ level, text: 'x' }] }))[0]!)['word/styles.xml']!;
  expect(await styles('paragraph')).not.toContain('CongDauDong');
  expect(await styles('plus')).toContain('w:styleId="CongDauDong"');
  expect((await styles('plus')).replace(/<w:style [^>]*CongDauDong.*?<\/w:style>/s, '')).toBe(
    await styles('paragraph'),
  );
});
