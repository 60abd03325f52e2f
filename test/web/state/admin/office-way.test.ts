import { expect, test } from 'vitest';
import { faultsIn, NEW_STEP, toForm, toWay } from '../../../../web/src/state/admin/office-way.ts';

const WAY = {
  ownDraftAllowed: false,
  steps: [
    {
      types: ['KeHoach'],
      steps: [
        { step: 'content' as const, by: { kind: 'unit-head' as const } },
        { step: 'form' as const, by: { kind: 'person' as const, staffId: 'cuc', deputy: 'em' } },
      ],
    },
    { steps: [{ step: 'before-signing' as const, by: { kind: 'position' as const, position: 'Chánh Văn phòng' } }] },
  ],
  unitHeads: [{ unit: 'VHXH', staffId: 'truong' }],
  absences: [{ staffId: 'truong', from: '2026-03-17', to: '2026-03-18', deputy: 'pho' }],
};

test('how an office works comes back from the form as it was read', () => {
  expect(toWay(toForm({ ...WAY, rev: 3, updatedBy: 'em', updatedAt: '2026-03-16' }))).toEqual(WAY);
  expect(toWay(toForm({ ownDraftAllowed: true }))).toEqual({ ownDraftAllowed: true });
});

test('all that is missing or contradicts itself is said at once', () => {
  const form = toForm(WAY);
  expect(faultsIn(form)).toEqual([]);
  const others = { types: [], steps: [NEW_STEP] };
  const twice = { types: ['KeHoach'], steps: [] };
  expect(
    faultsIn({
      ...form,
      sets: [...form.sets, others, twice],
      unitHeads: [],
      absences: [{ staffId: 'a', from: '2026-03-18', to: '2026-03-17', deputy: 'b' }],
    }),
  ).toEqual([
    'Mỗi bước cần người hoặc chức vụ.',
    'Chỉ một nhóm bước được để cho mọi loại khác.',
    'Một loại văn bản đứng trong hai nhóm bước.',
    'Có bước do trưởng đơn vị làm: ghi trưởng các đơn vị.',
    'Mỗi lần vắng cần người vắng, người làm thay, từ ngày, đến ngày không trước từ ngày.',
  ]);
  expect(faultsIn({ ...form, unitHeads: [{ unit: '', staffId: 'a', deputy: '' }] })).toEqual([
    'Mỗi đơn vị cần chữ viết tắt và trưởng đơn vị.',
  ]);
});
