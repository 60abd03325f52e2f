import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { findType } from '#document/type-table.ts';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import type { NumberedDocument } from '../../api/types.ts';
import { URGENCIES } from '../labels.ts';

/** Request that registers a document drafted elsewhere. */
export type Registration = components['schemas']['RegisterDocument'];

/** Form of a registration, as typed. */
export interface RegistrationForm {
  readonly typeCode: string;
  readonly subject: string;
  readonly signerId: string;
  readonly draftingUnit: string;
  /** One recipient a line. */
  readonly to: string;
  readonly issuedAmount: string;
  readonly pageAmount: string;
  readonly urgency: string;
  /** Number and day that another system gave; for a series that takes them from it. */
  readonly codeNumber: string;
  readonly issuedDate: string;
}

/** A form that nothing was typed into. */
export const EMPTY_REGISTRATION: RegistrationForm = {
  typeCode: '',
  subject: '',
  signerId: '',
  draftingUnit: '',
  to: '',
  issuedAmount: '',
  pageAmount: '',
  urgency: '',
  codeNumber: '',
  issuedDate: '',
};

/** A type that the office may register: those of its series. */
export interface TypeChoice {
  readonly code: string;
  readonly name: string;
  /** Numbers of its series come from another system. */
  readonly isRecorded: boolean;
}

/** Types that the office has a series for, by name. */
export function typeChoices({ series, types = [] }: Pick<OrganProfile, 'series' | 'types'>): TypeChoice[] {
  const codes = series.flatMap((one) => one.types.map((code) => ({ code, isRecorded: one.given === 'recorded' })));
  const first = codes.filter(({ code }, index) => codes.findIndex((other) => other.code === code) === index);
  return first
    .map(({ code, isRecorded }) => ({ code, isRecorded, name: findType(code, types)?.typeName ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Lists what is missing, in words; empty where the form can be sent. */
export function missingIn(form: RegistrationForm, isRecorded = false): string[] {
  return [
    ...(form.typeCode === '' ? ['Chọn loại văn bản.'] : []),
    ...(form.subject.trim() === '' ? ['Ghi trích yếu.'] : []),
    ...(isRecorded && (whole(form.codeNumber) === null || form.issuedDate === '')
      ? ['Ghi số và ngày mà hệ thống khác đã cấp.']
      : []),
    ...(form.signerId === '' ? ['Chọn người ký.'] : []),
    ...(findType(form.typeCode)?.symbolNamesUnit && form.draftingUnit === ''
      ? ['Chọn đơn vị soạn: ký hiệu công văn cần có.']
      : []),
  ];
}

/** The form as the server takes it. */
export function toRegistration(
  form: RegistrationForm,
  { signers }: Pick<OrganProfile, 'signers'>,
  { uploadId, isRecorded }: { readonly uploadId: string | null; readonly isRecorded: boolean },
): Registration {
  const signer = signers.find(({ staffId }) => staffId === form.signerId);
  const [issuedAmount, pageAmount] = [whole(form.issuedAmount), whole(form.pageAmount)];
  const codeNumber = whole(form.codeNumber);
  const urgency = URGENCIES.find((one) => one === form.urgency);
  return {
    typeCode: form.typeCode,
    subject: form.subject.normalize('NFC').trim(),
    signerInfo: { position: signer?.position ?? '', fullName: signer?.fullName ?? '' },
    to: form.to
      .split('\n')
      .map((line) => line.normalize('NFC').trim())
      .filter((line) => line !== ''),
    ...(form.draftingUnit !== '' && { draftingUnit: form.draftingUnit }),
    ...(issuedAmount !== null && { issuedAmount }),
    ...(pageAmount !== null && { pageAmount }),
    ...(urgency && { urgency }),
    ...(isRecorded && codeNumber !== null && { recorded: { codeNumber, issuedDate: form.issuedDate } }),
    ...(uploadId !== null && { uploadId }),
  };
}

/** Registers; the document with its number. Throws `Problem`. */
export async function register(body: Registration): Promise<NumberedDocument> {
  return (await answer(api.POST('/registered', { body }))).data;
}

function whole(text: string): number | null {
  const number = Number.parseInt(text, 10);
  return number > 0 ? number : null;
}
