import { vietnamDate } from '#document/dates.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { answer, api } from '../../api/client.ts';
import type { IssuedDocument, OfficeDocument } from '../../api/types.ts';
import type { PreviewInput } from '../../preview/document-xml.ts';

/** Reads the input of the printed page: data, office, and the number once given. */
export async function readPrintInput(document: OfficeDocument | IssuedDocument, data: unknown): Promise<PreviewInput> {
  const answered = await answer(api.GET('/profiles'));
  const profiles = answered.data.items.flatMap(({ profile }) => {
    const read = organProfile.safeParse(profile);
    return read.success ? [read.data] : [];
  });
  const { codeNumber, issuedDate } = document;
  const issuance = codeNumber === undefined || issuedDate === undefined ? null : { number: codeNumber, issuedDate };
  return { data, profiles, issuance, on: issuedDate ?? vietnamDate(new Date()) };
}
