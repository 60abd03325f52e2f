import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '#usecases/actor.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { getDocument } from '#usecases/drafting/get-document.ts';
import { saveDocument } from '#usecases/drafting/save-document.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';
import { startFanOut } from '#usecases/fan-out/start-fan-out.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { provincePlan } from '../localise/support/example.ts';
import { CITY, type Desk, letter, openDesk, PEOPLE } from '../support/desk.ts';

let desk: Desk;
let deps: FanOutDeps;
let runs = 0;

beforeAll(async () => {
  desk = await openDesk();
  desk.calendar.moveTo('2026-03-16T09:00:00+07:00');
  deps = { ...desk.deps, fanOuts: createFanOuts(desk.table.table) };
});
afterAll(() => desk.stop());

const start = (plan: LocalisablePlan, units = '25326', profiles: readonly unknown[] = []) => {
  runs += 1;
  return startFanOut(deps, PEOPLE.clerk, { runId: `run-${runs}`, plan, units, profiles });
};
const wrongs = async (plan: LocalisablePlan) => {
  const error = await start(plan).then(
    () => null,
    (cause: unknown) => cause,
  );
  return error instanceof UseCaseError ? error.findings.map(({ code, path, message }) => [code, path, message]) : [];
};
const seen = ({ version, rev }: DocumentItem) => ({ version, rev });

async function approved(docId: string, whole: { readonly signer: object }): Promise<DocumentItem> {
  const data = { ...whole, signer: { authority: [{ position: 'Chủ tịch' }] } };
  const { document } = await createDocument(deps, PEOPLE.drafter, { docId, data });
  const submitted = await submitDocument(deps, PEOPLE.drafter, { docId, seen: seen(document) });
  return approveDocument(deps, PEOPLE.signer, { docId, seen: seen(submitted) });
}
async function issued(docId: string, whole: { readonly signer: object }): Promise<DocumentItem> {
  const document = await approved(docId, whole);
  const input = { docId, seen: seen(document), signatureConfirmed: true };
  return (await issueDocument(deps, PEOPLE.clerk, input)).document;
}

describe("the superior's plan that units are going to cite", () => {
  test('is believed where the register has no such document, and the run says so', async () => {
    expect((await start(provincePlan())).superior).toEqual({
      docId: 'ke-hoach-tinh-2026',
      code: '51/KH-UBND',
      issuedDate: '2026-01-30',
      inRegister: false,
    });
  });

  describe('is compared with the register that has it:', () => {
    let plan: LocalisablePlan;
    beforeAll(async () => {
      const document = await issued('ke-hoach-cua-tinh', provincePlan().plan);
      expect([document.symbol, document.issuedDate]).toEqual(['01/KH-UBND', '2026-03-16']);
    });
    beforeEach(() => {
      plan = provincePlan();
      plan.superior = { ...plan.superior, docId: 'ke-hoach-cua-tinh', code: '01/KH-UBND', issuedDate: '2026-03-16' };
    });

    test('right, it goes down', async () => {
      expect((await start(plan)).superior.inRegister).toBe(true);
    });

    test('number, day and trích yếu that differ are named together, each with its place', async () => {
      Object.assign(plan.superior, { code: '10/KH-UBND', issuedDate: '2026-03-15' });
      plan.plan.subject = 'Một trích yếu khác';
      expect(await wrongs(plan)).toEqual([
        [
          'SUPERIOR_CODE',
          'Kế hoạch cấp trên (superior), số và ký hiệu (code)',
          'Trong sổ, kế hoạch này mang số 01/KH-UBND, không phải “10/KH-UBND”; hãy ghi theo sổ.',
        ],
        [
          'SUPERIOR_DATE',
          'Kế hoạch cấp trên (superior), ngày ban hành (issuedDate)',
          'Trong sổ, 01/KH-UBND ban hành ngày 16/3/2026, không phải ngày 15/3/2026; hãy ghi theo sổ.',
        ],
        ['SUPERIOR_SUBJECT', 'Kế hoạch cấp trên (superior), trích yếu (subject)', expect.stringContaining('citedAs')],
      ]);
    });

    test('a trích yếu that it is to be cited by is its own affair', async () => {
      plan.plan.subject = 'Một trích yếu khác';
      plan.superior.citedAs = 'về việc thông tin, tuyên truyền';
      expect(await wrongs(plan)).toEqual([]);
    });

    test('a number that belongs to another id, or to no document at all, is refused', async () => {
      plan.superior.docId = 'la';
      expect(await wrongs(plan)).toEqual([
        [
          'SUPERIOR_ID',
          expect.any(String),
          'Văn bản đã chọn không phải 01/KH-UBND trong sổ; hãy chọn lại kế hoạch cấp trên từ sổ.',
        ],
      ]);
      plan.superior.code = '02/KH-UBND';
      expect(await wrongs(plan)).toEqual([
        ['SUPERIOR_NUMBER', expect.any(String), expect.stringContaining('“02/KH-UBND”')],
      ]);
      plan.superior.issuedDate = '2025-03-16';
      expect(await wrongs(plan)).toEqual([]);
    });

    test('one that has no number yet, that is no plan, or that has ended, is refused', async () => {
      await approved('chua-ban-hanh', provincePlan().plan);
      plan.superior.docId = 'chua-ban-hanh';
      expect((await wrongs(plan)).map(([code]) => code)).toEqual(['SUPERIOR_UNNUMBERED']);
      const other = await issued('mot-cong-van', letter('phối hợp kiểm tra'));
      Object.assign(plan.superior, { docId: 'mot-cong-van', code: other.symbol, citedAs: 'về việc khác' });
      expect((await wrongs(plan)).map(([code]) => code)).toEqual(['SUPERIOR_TYPE']);
      const ending = await issued('bi-thu-hoi', provincePlan().plan);
      await withdrawDocument(deps, PEOPLE.clerk, { docId: 'bi-thu-hoi', seen: seen(ending), reason: 'sai' });
      Object.assign(plan.superior, { docId: 'bi-thu-hoi', code: ending.symbol });
      expect(await wrongs(plan)).toEqual([
        [
          'SUPERIOR_ENDED',
          expect.any(String),
          'Kế hoạch 02/KH-UBND đã bị thu hồi; hãy dùng kế hoạch đang có hiệu lực.',
        ],
      ]);
    });
  });
});

describe('a draft of a unit that has named no drafter', () => {
  const UNIT = 'dv-25195';
  const first: Actor = { organ: UNIT, staffId: 'nguoi-thu-nhat', roles: ['drafter', 'signer'] };
  const second: Actor = { organ: UNIT, staffId: 'nguoi-thu-hai', roles: ['drafter'] };

  async function draft(
    docId: string,
  ): Promise<{ readonly docId: string; readonly document: DocumentItem; readonly data: unknown }> {
    const plan = provincePlan();
    plan.superior.docId = docId;
    plan.superior.code = '150/KH-UBND';
    plan.superior.issuedDate = '2025-12-31';
    const signers = [{ staffId: 'chu-tich', fullName: 'Nguyễn Văn A', position: 'Chủ tịch' }];
    await start(plan, '25195', [{ schema: 'DonVi@1', unitCode: '25195', signers }]);
    await runFanOut(deps, CITY, `run-${runs}`, { worker: 'a' });
    const [row] = await deps.fanOuts.rows(CITY, `run-${runs}`);
    return { docId: row?.docId ?? '', ...(await getDocument(deps, first, row?.docId ?? '')) };
  }

  test('is of the one who saves it first, and of nobody else from then on', async () => {
    const { docId, document, data } = await draft('kh-luu-truoc');
    expect(document.drafterId).toBe('chua-phan-cong');
    const saved = await saveDocument(deps, second, { docId, seen: seen(document), data });
    expect(saved.document).toMatchObject({ drafterId: 'nguoi-thu-hai', rev: 2 });
    const again = saveDocument(deps, first, { docId, seen: seen(saved.document), data });
    await expect(again).rejects.toMatchObject({ code: 'not-drafter' });
  });

  test('is of the one who submits it as it came, who cannot approve it then', async () => {
    const { docId, document } = await draft('kh-trinh-ngay');
    const submitted = await submitDocument(deps, first, { docId, seen: seen(document) });
    expect(submitted).toMatchObject({ state: 'submitted', drafterId: 'nguoi-thu-nhat' });
    const own = approveDocument(deps, first, { docId, seen: seen(submitted) });
    await expect(own).rejects.toMatchObject({ code: 'own-draft' });
  });
});
