import { join } from 'node:path';
import { z } from 'zod';
import type { DemoPerson } from '../demo/demo-client.ts';
import { readJsonFile } from '../output/read-json-file.ts';

/** Stage that a sample document has come to. */
type Stage = 'draft' | 'returned' | 'submitted' | 'approved' | 'issued';

/** The people of one sample office. */
export interface SampleOffice {
  readonly drafter: DemoPerson;
  readonly signer: DemoPerson;
  readonly clerk: DemoPerson;
}

interface SampleDocument {
  readonly docId: string;
  readonly example: string;
  /** Another trích yếu than the example's. */
  readonly subject?: string;
  readonly stage: Stage;
}

const WARD: readonly SampleDocument[] = [
  { docId: 'mau-tuyen-truyen-cchc', example: 'ke-hoach-phuong-2026', stage: 'issued' },
  {
    docId: 'mau-chuyen-doi-so',
    example: 'ke-hoach-phuong-2026',
    subject: 'Tuyên truyền chuyển đổi số năm 2026 trên địa bàn phường Bình Long',
    stage: 'approved',
  },
  {
    docId: 'mau-mot-cua',
    example: 'ke-hoach-phuong-2026',
    subject: 'Nâng cao chất lượng phục vụ tại bộ phận một cửa phường Bình Long năm 2026',
    stage: 'submitted',
  },
  {
    docId: 'mau-khao-sat',
    example: 'ke-hoach-phuong-2026',
    subject: 'Khảo sát mức độ hài lòng của người dân phường Bình Long năm 2026',
    stage: 'returned',
  },
  {
    docId: 'mau-ve-sinh-moi-truong',
    example: 'ke-hoach-phuong-2026',
    subject: 'Ra quân vệ sinh môi trường phường Bình Long',
    stage: 'draft',
  },
];

const CITY: readonly SampleDocument[] = [
  { docId: 'mau-cong-van-cchc', example: 'cong-van-thanh-pho-2026', stage: 'issued' },
  { docId: 'mau-cong-van-doc-lap', example: 'cong-van-thanh-pho-2026', stage: 'submitted' },
];

const CITY_AT_STEP: SampleDocument = {
  docId: 'mau-cong-van-the-thuc',
  example: 'cong-van-thanh-pho-2026',
  subject: 'rà soát thể thức văn bản hành chính năm 2026',
  stage: 'submitted',
};

const OLD_PLAN = { example: 'ke-hoach-tinh-2025', codeNumber: 35, issuedDate: '2025-01-24' } as const;

/** Letters of the city are checked for their form before they are signed (Điều 12). */
const CITY_WAY = {
  ownDraftAllowed: false,
  steps: [{ types: ['CongVan'], steps: [{ step: 'form', by: { kind: 'person', staffId: 'kiem-tra-thanh-pho' } }] }],
};

/** Puts the examples into the two offices, at every stage, over HTTP as people would. */
export async function makeSampleDocuments(
  ward: SampleOffice,
  city: SampleOffice & { readonly checker: DemoPerson },
): Promise<void> {
  const { example, ...given } = OLD_PLAN;
  await city.clerk.send('POST', '/brought-in', { ...given, data: await readExample(example) });
  for (const document of WARD) await make(ward, document);
  for (const document of CITY) await make(city, document);
  await city.checker.send('PUT', '/office', CITY_WAY, null);
  await make(city, CITY_AT_STEP);
}

async function make({ drafter, signer, clerk }: SampleOffice, document: SampleDocument): Promise<void> {
  const { docId, example, subject, stage } = document;
  const path = `/documents/${docId}`;
  const data = { ...(await readExample(example)), ...(subject !== undefined && { subject }) };
  const draft = await drafter.send('POST', '/documents', { docId, data });
  if (stage === 'draft') return;
  const submitted = await drafter.send('POST', `${path}/submit`, undefined, draft.etag);
  if (stage === 'submitted') return;
  if (stage === 'returned') {
    const reason = 'Phần kinh phí chưa ghi nguồn; đề nghị bổ sung rồi trình lại.';
    await signer.send('POST', `${path}/return`, { reason }, submitted.etag);
    return;
  }
  const approved = await signer.send('POST', `${path}/approve`, undefined, submitted.etag);
  if (stage === 'approved') return;
  await clerk.send('POST', `${path}/issue`, { signatureConfirmed: true }, approved.etag);
}

async function readExample(name: string): Promise<Record<string, unknown>> {
  const file = join(import.meta.dirname, '../../examples', `${name}.json`);
  return z.record(z.string(), z.unknown()).parse(await readJsonFile(file, 'ví dụ'));
}
