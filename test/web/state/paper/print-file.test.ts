import { expect, test } from 'vitest';
import { Problem } from '../../../../web/src/api/problem.ts';
import { fetchForPrint } from '../../../../web/src/state/paper/print-file.ts';

/** A server without LibreOffice, or with another trouble. */
function server(code: string | null) {
  const got: string[] = [];
  const get = async (path: string) => {
    if (path.endsWith('/pdf') && code !== null) throw new Problem('Chưa có.', 404, code);
    got.push(path);
  };
  return { got, get };
}

test('the PDF is printed; where the server makes none, the .docx', async () => {
  const whole = server(null);
  expect([await fetchForPrint('/f', whole.get), whole.got]).toEqual(['pdf', ['/f/pdf']]);
  for (const code of ['pdf-not-installed', 'pdf-given-up', 'pdf-failed', 'no-pdf-copy']) {
    const { got, get } = server(code);
    expect([await fetchForPrint('/f', get), got], code).toEqual(['docx', ['/f']]);
  }
});

test('a PDF that is still being made is waited for, and other refusals are told', async () => {
  for (const code of ['pdf-not-ready', 'not-found', 'offline'])
    await expect(fetchForPrint('/f', server(code).get), code).rejects.toMatchObject({ code });
});
