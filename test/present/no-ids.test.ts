import { expect, test } from 'vitest';
import { findingTexts } from '#document/checking/finding-texts.ts';
import { localiseTexts, reason } from '#localise/localise-finding.ts';
import { toProblem } from '#present/problems/problem.ts';
import { PROBLEMS } from '#present/problems/problem-texts.ts';
import { REGISTER_ERROR_CODES, RegisterError } from '#register/model/register-error.ts';
import { USE_CASE_ERROR_CODES, UseCaseError } from '#usecases/use-case-error.ts';

/** As an id of a unit or an organ reads that nobody chose. */
const ID = 'dv-26173';
/** Facts by which errors and findings name an organ, a unit or a document to machines. */
const PARAMS = {
  ...{ organ: ID, organId: ID, provinceOrgan: ID, docId: ID, staffId: ID, unitCode: ID },
  ...{ name: 'UBND phường Bình Long', own: 'UBND tỉnh', province: 'UBND tỉnh', on: '16/03/2026', symbol: '35/KH-UBND' },
};
/** Codes that repeat an id the person typed: the organ in their JSON or claim. */
const TYPED: ReadonlySet<string> = new Set(['foreign-organ', 'no-such-organ']);

test('no sentence of an error says an id that a person did not type', () => {
  const codes = [
    ...USE_CASE_ERROR_CODES.map((code) => [code, toProblem(new UseCaseError(code, { params: PARAMS }))] as const),
    ...REGISTER_ERROR_CODES.map((code) => [code, toProblem(new RegisterError(code, PARAMS))] as const),
  ];
  expect(codes.length).toBeGreaterThan(100);
  expect(Object.keys(PROBLEMS).length).toBeGreaterThanOrEqual(codes.length);
  const saying = codes.filter(([, { title, detail }]) => `${title} ${detail}`.includes(ID)).map(([code]) => code);
  expect(saying.filter((code) => !TYPED.has(code))).toEqual([]);
  expect(saying).toContain('foreign-organ');
});

test('no finding about a plan that goes down says an id', () => {
  const codes = Object.keys(localiseTexts).filter((code): code is keyof typeof localiseTexts => code in localiseTexts);
  const saying = codes.filter((code) => reason(code, PARAMS).includes(ID));
  expect(saying.filter((code) => !TYPED.has(code))).toEqual([]);
});

test('no finding about a document says the id of its organ', () => {
  const saying = Object.entries(findingTexts).filter(([, { message }]) =>
    message({ organ: ID, organId: ID, docId: ID }).includes(ID),
  );
  expect(saying.map(([code]) => code)).toEqual([]);
});
