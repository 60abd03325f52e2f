import { parse } from 'content-disposition';
import { expect, test } from 'vitest';
import { attachmentHeaders } from '#api/http/attachment.ts';

const header = (fileName: string) =>
  attachmentHeaders({ fileName, contentType: 'application/pdf' }, new Uint8Array(3))['Content-Disposition'];

test('names a Vietnamese file twice: in ASCII for old programs, and in full', () => {
  const name = 'Quyết định số 35.docx';
  expect(header(name)).toContain(`filename="quyet dinh so 35.docx"`);
  expect(header(name)).toContain("filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20s%E1%BB%91%2035.docx");
  expect(parse(header(name)).parameters['filename']).toBe(name);
});

test.each(['35-KH-UBND.docx', 'có "ngoặc".docx', 'a;b=c.docx', '100%.docx'])('gives %s back', (name) => {
  expect(parse(header(name)).parameters['filename']).toBe(name);
});

test.each(['../../etc/passwd', 'a\\b.docx', 'a\r\nX-Evil: 1.docx', 'a\0b.docx'])(
  'keeps a hostile name %j on one line and out of other folders',
  (name) => {
    expect(header(name)).not.toMatch(/[\r\n\0]/);
    expect(parse(header(name)).parameters['filename']).not.toMatch(/[/\\]/);
  },
);
