/** Name of a field by which an address narrows a view. */
export type AddressField = 'typeCode' | 'year' | 'series' | 'from' | 'to' | 'signer' | 'recipient';
/** Fields of an address; one that is not set is absent. */
export type AddressFields = { readonly [Field in AddressField]?: string };
/** Views whose address carries fields. */
export type FieldView = keyof typeof VIEW_FIELDS;

const NAMES: Readonly<Record<AddressField, string>> = {
  typeCode: 'loai',
  year: 'nam',
  series: 'so',
  from: 'tu-ngay',
  to: 'den-ngay',
  signer: 'nguoi-ky',
  recipient: 'noi-nhan',
};

const VIEW_FIELDS = {
  find: ['typeCode', 'year', 'from', 'to', 'signer', 'recipient'],
  book: ['year', 'series', 'from', 'to'],
  statistics: ['year'],
} as const satisfies Record<string, readonly AddressField[]>;

/** Reads the fields of a view's address; absent where none is set. */
export function readFields(view: FieldView, query: string): { readonly by?: AddressFields } {
  const params = new URLSearchParams(query);
  return setFields(VIEW_FIELDS[view].map((field) => [field, params.get(NAMES[field]) ?? '']));
}

/** The part of a view's address that carries fields, after other parameters; empty where nothing is set. */
export function fieldQuery(view: FieldView, by: AddressFields = {}, before: Readonly<Record<string, string>> = {}) {
  const params = new URLSearchParams(before);
  for (const field of VIEW_FIELDS[view]) if (by[field]) params.set(NAMES[field], by[field]);
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

/** Fields with one of them set, or taken away where its value is empty. */
export function withField(by: AddressFields, field: AddressField, value: string): { readonly by?: AddressFields } {
  const { [field]: _, ...others } = by;
  return value === '' && Object.keys(others).length === 0
    ? {}
    : { by: value === '' ? others : { ...by, [field]: value } };
}

function setFields(all: ReadonlyArray<readonly [AddressField, string]>): { readonly by?: AddressFields } {
  const by: { [Field in AddressField]?: string } = {};
  for (const [field, value] of all) if (value !== '') by[field] = value;
  return Object.keys(by).length === 0 ? {} : { by };
}
