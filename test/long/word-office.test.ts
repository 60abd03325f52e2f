import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { printedForm } from '#intake/printed-form.ts';
import { takeIn } from '#intake/take-in.ts';
import { runOffice } from '#pdf/run-office.ts';
import { toDocx } from '#pdf/to-docx.ts';
import { recognise } from '#read/elements/recognise.ts';
import { readDocx } from '#read/read-docx.ts';
import { renderDocument } from '#render/render.ts';
import { examples } from '../format/examples.ts';
import { fixtures } from '../format/fixtures.ts';

const whole = [...examples, ...fixtures].filter(({ document }) => !document.appendices?.some(({ ownFile }) => ownFile));

test.each(whole.slice(0, 22).map((one) => [one.name, one] as const))(
  '%s comes back as it was printed after LibreOffice wrote it anew',
  async (_, { document: data, profiles, issuance, on }) => {
    const first = checkDocument(data, { profiles, on });
    const [file] = await renderDocument({ document: first.document!, profile: first.profile!, issuance, on });
    const job = { bytes: file!.bytes, name: 'a.docx', readAs: 'MS Word 2007 XML', convertTo: 'odt:writer8' };
    const odt = await runOffice({}, { ...job, timeoutMs: 60_000 }, (dir) => readFile(join(dir, 'a.odt')));
    const read = readDocx(await toDocx(odt, 'odt'));
    const intake = takeIn(read, recognise(read), { profiles, on });
    const second = checkDocument(intake.draft, { profiles, on: intake.on });
    expect(printedForm(second.document!, second.profile!)).toEqual(printedForm(first.document!, first.profile!));
  },
);
