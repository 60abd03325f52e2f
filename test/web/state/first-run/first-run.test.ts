import { describe, expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { profileFindings } from '#document/checking/profile-rules.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { examplePlan } from '../../../../web/src/state/first-run/example-plan.ts';
import { keep, readKept } from '../../../../web/src/state/first-run/kept.ts';
import { emptyOfficeForm, formOfOffice, officeOf, organIdOf } from '../../../../web/src/state/first-run/office-form.ts';
import { kindOf } from '../../../../web/src/state/first-run/office-kinds.ts';
import {
  isChange,
  peopleOf,
  rowsFor,
  signersOf,
  wayOf,
  withSteps,
} from '../../../../web/src/state/first-run/people-form.ts';
import { nextStep } from '../../../../web/src/state/first-run/progress.ts';
import { SHARINGS, seriesOf, seriesWords } from '../../../../web/src/state/first-run/series-choice.ts';

const OFFICES = [
  ['Ủy ban nhân dân phường Bình Long', 'commune', 'Bình Long', 'UBND'],
  ['Ủy ban nhân dân Phường 1 Bảo Lộc', 'commune', 'Phường 1 Bảo Lộc', 'UBND'],
  ['Sở Nội vụ tỉnh Bình An', 'department', 'Bình An', 'SNV'],
  ['Trường Trung học cơ sở xã Phú An', 'school', 'Phú An', 'TTHCS'],
  ['Ban Quản lý dự án xã Phú An', 'committee', 'Phú An', 'BQLDA'],
  ['Trạm Y tế xã Phú An', 'small', 'Phú An', 'TYT'],
] as const;
const declared = (name: string) => officeOf(emptyOfficeForm(name, '2026-11-30'), organIdOf(name));

describe('an office by its name', () => {
  test.each(OFFICES)('is whole, and prints a plan without a finding: %s', (name, kind, place, abbreviation) => {
    expect(kindOf(name)).toBe(kind);
    const office = {
      ...declared(name),
      series: seriesOf({ sharing: 'letters-apart', isRecorded: false, startsOn: '' }),
    };
    expect(organProfile.safeParse(office).error?.issues).toBeUndefined();
    expect(profileFindings(office)).toEqual([]);
    expect(office).toMatchObject({ place, abbreviation, validFrom: '2026-01-01', sharedWith: 'recipients' });
    const signers = [{ staffId: 'nguyen-van-ky', fullName: 'Nguyễn Văn Kỳ', position: office.headPosition }];
    const { findings } = checkDocument(examplePlan({ ...office, signers }), {
      profiles: [{ ...office, signers }],
      on: '2026-11-30',
      placeholders: 'refuse',
    });
    expect(findings).toEqual([]);
  });

  test('has an id of its own without what all committees are called', () => {
    expect(organIdOf(' Ủy ban nhân dân phường Bình Long ')).toBe('phuong-binh-long');
    expect(organIdOf('Sở Nội vụ')).toBe('so-noi-vu');
  });

  test('keeps what was typed over what follows, there and back', () => {
    const form = {
      ...emptyOfficeForm('Sở Y tế tỉnh Bình An', '2026-11-30'),
      typed: { parentName: 'UBND\ntỉnh Bình An' },
    };
    const office = officeOf(form, 'so-y-te');
    expect(office).toMatchObject({ parentName: 'UBND tỉnh Bình An', parentLines: ['UBND', 'tỉnh Bình An'] });
    expect(formOfOffice(office)).toEqual({ ...form, typed: form.typed });
    expect(officeOf(formOfOffice(office), 'so-y-te')).toEqual(office);
  });
});

describe('series', () => {
  test.each(SHARINGS)('are sound: $label', ({ sharing }) => {
    const series = seriesOf({ sharing, isRecorded: true, startsOn: '2026-07-01' });
    const office = { ...declared('Ủy ban nhân dân xã Phú An'), series };
    expect(organProfile.safeParse(office).error?.issues).toBeUndefined();
    expect(profileFindings(office)).toEqual([]);
    expect(series).toContainEqual(expect.objectContaining({ given: 'recorded', startsOn: '2026-07-01' }));
    for (const one of series) expect(seriesWords(one)).toMatch(/\p{L}/u);
  });
});

describe('people', () => {
  const an = { staffId: 'an', username: 'an', name: 'Trần Văn An', roles: ['admin'] as const, rev: 3 };
  const rows = rowsFor(2, 'Chủ tịch').map((row) => ({
    ...row,
    name: { signer: 'Lê Văn Bình', clerk: ' trần văn  an', drafter: 'Lê Văn Bính', content: 'Trần Văn An', form: '' }[
      row.task
    ],
  }));

  test('are one for one name, with all their roles; marks tell them apart', () => {
    const people = peopleOf(rows, [an]);
    expect(people).toEqual([
      { staffId: 'le-van-binh', username: 'le-van-binh', name: 'Lê Văn Bình', roles: ['signer'], rev: null },
      { ...an, roles: ['admin', 'clerk', 'checker'] },
      { staffId: 'le-van-binh-2', username: 'le-van-binh-2', name: 'Lê Văn Bính', roles: ['drafter'], rev: null },
    ]);
    expect(people.map((person) => isChange(person, [an]))).toEqual([true, true, true]);
    expect(isChange({ ...an, roles: ['admin'] }, [an])).toBe(false);
  });

  test('sign as what was said, and check in their order; nobody checks where nobody is named', () => {
    const people = peopleOf(rows, [an]);
    const before = [{ staffId: 'cu', fullName: 'Người Cũ', position: 'Phó Chủ tịch' }];
    expect(signersOf(rows, people, before)).toEqual([
      ...before,
      { staffId: 'le-van-binh', fullName: 'Lê Văn Bình', position: 'Chủ tịch' },
    ]);
    expect(wayOf(rows, people)).toEqual({
      ownDraftAllowed: false,
      sets: [{ types: [], steps: [{ step: 'content', kind: 'person', staffId: 'an', position: '', deputy: '' }] }],
    });
    const alone = [
      { task: 'signer', name: 'An', position: 'Trưởng ban' } as const,
      { task: 'drafter', name: 'an', position: '' } as const,
    ];
    expect(wayOf(alone, peopleOf(alone, []))).toEqual({ ownDraftAllowed: true, sets: [] });
  });

  test('keep their names when the number of steps changes', () => {
    const fewer = withSteps(rows, 0);
    expect(fewer.map(({ task }) => task)).toEqual(['signer', 'clerk', 'drafter']);
    expect(withSteps(fewer, 1).map(({ task, name }) => [task, name])).toContainEqual(['form', '']);
  });
});

describe('a new office that is left and taken up again', () => {
  test('goes on at the first step that the server has not', () => {
    const none = { hasProfile: false, hasSeries: false, people: 1, hasSeenBackup: false };
    expect(nextStep(none)).toBe('office');
    expect(nextStep({ ...none, hasProfile: true })).toBe('series');
    expect(nextStep({ ...none, hasProfile: true, hasSeries: true })).toBe('people');
    expect(nextStep({ hasProfile: true, hasSeries: true, people: 2, hasSeenBackup: false })).toBe('backup');
    expect(nextStep({ hasProfile: true, hasSeries: true, people: 2, hasSeenBackup: true })).toBe('document');
  });

  test('has what was typed on this machine, by its office', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const office = emptyOfficeForm('Trạm Y tế', '2026-11-30');
    keep(storage, 'tram-y-te', { office });
    keep(storage, 'tram-y-te', { hasSeenBackup: true });
    expect(readKept(storage, 'tram-y-te')).toEqual({ office, hasSeenBackup: true });
    expect(readKept(storage, 'khac')).toEqual({});
    storage.setItem('banhanh-bat-dau-hong', '{"office":');
    expect(readKept(storage, 'hong')).toEqual({});
  });
});
