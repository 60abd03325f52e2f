import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DOCUMENT = 'word/document.xml';
const RELS = 'word/_rels/document.xml.rels';

/** A file of ours with one part changed, or added. */
export function withPart(docx: Uint8Array, name: string, change: (xml: string) => string | Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const changed = change(strFromU8(parts[name] ?? new Uint8Array()));
  return zipSync({ ...parts, [name]: typeof changed === 'string' ? strToU8(changed) : changed });
}

const inBody = (docx: Uint8Array, xml: string) =>
  withPart(docx, DOCUMENT, (old) => old.replace('<w:body>', `<w:body>${xml}`));
const related = (docx: Uint8Array, type: string, rest: string) =>
  withPart(docx, RELS, (old) =>
    old.replace('</Relationships>', `<Relationship Id="rIdX" Type="${REL}/${type}" ${rest}/></Relationships>`),
  );
const field = (instruction: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>${instruction}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

/** A file of ours with a picture that is to be fetched from `url`. */
export function withLinkedPicture(docx: Uint8Array, url: string): Uint8Array {
  const drawing = `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="990000" cy="792000"/><wp:docPr id="1" name="x"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rIdX"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="990000" cy="792000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  return related(inBody(docx, drawing), 'image', `Target="${url}" TargetMode="External"`);
}

/** Files one change away from ours, each in a way by which something could be run, fetched or hidden. */
export function hostile(docx: Uint8Array): Record<string, Uint8Array> {
  const out = 'https://attacker.example/x';
  return {
    'a linked picture': withLinkedPicture(docx, out),
    'a link in a relationship of a kind that we have': related(docx, 'styles', `Target="${out}" TargetMode="External"`),
    'a target outside without saying so': related(docx, 'header', `Target="${out}"`),
    'a target above the package': related(docx, 'header', 'Target="../../../../etc/passwd"'),
    'a relationship hidden by character references': related(docx, 'image', 'Target="&#104;ttp://x"'),
    'a template': related(docx, 'attachedTemplate', 'Target="file:///tmp/t.dotm" TargetMode="External"'),
    macros: withPart(docx, 'word/vbaProject.bin', () => 'macros'),
    'an embedded object': withPart(docx, 'word/embeddings/oleObject1.bin', () => 'object'),
    'a picture': withPart(docx, 'word/media/image1.emf', () => 'picture'),
    'other XML': withPart(docx, 'customXml/item1.xml', () => '<x/>'),
    'a field that fetches': inBody(docx, field(`<w:instrText>INCLUDETEXT "${out}"</w:instrText>`)),
    'a field in two halves': inBody(
      docx,
      field('<w:instrText>DDE</w:instrText><w:instrText>AUTO c calc</w:instrText>'),
    ),
    'a field beside the page number': inBody(
      docx,
      field('<w:instrText>PAGE</w:instrText><w:instrText >DDE</w:instrText>'),
    ),
    'a simple field': inBody(docx, `<w:p><w:fldSimple w:instr="INCLUDEPICTURE ${out}"/></w:p>`),
    'another file inside': inBody(docx, '<w:altChunk r:id="rId1"/>'),
    'a drawing of VML': inBody(docx, `<w:p><w:r><v:shape><v:imagedata src="${out}"/></v:shape></w:r></w:p>`),
    'VML under another prefix': withPart(docx, DOCUMENT, (xml) =>
      xml.replace('<w:body>', '<w:body xmlns:w="urn:schemas-microsoft-com:vml">'),
    ),
    'VML without a prefix': inBody(docx, `<shape xmlns="urn:schemas-microsoft-com:vml"/>`),
    'a DOCTYPE': withPart(docx, DOCUMENT, (xml) => xml.replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">')),
    'text in another encoding': withPart(docx, DOCUMENT, (xml) => Buffer.from(xml, 'utf16le')),
    'a declared encoding that is another': withPart(docx, DOCUMENT, (xml) => xml.replace('UTF-8', 'UTF-7')),
    'elements in CDATA': inBody(docx, '<![CDATA[<w:p/>]]>'),
  };
}
