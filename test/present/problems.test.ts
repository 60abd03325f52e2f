import { describe, expect, test } from 'vitest';
import { HTTP_ERROR_CODES, HttpError } from '#present/problems/http-error.ts';
import { toProblem } from '#present/problems/problem.ts';
import { PROBLEMS } from '#present/problems/problem-texts.ts';
import { REGISTER_ERROR_CODES, RegisterError } from '#register/model/register-error.ts';
import { STORE_ERROR_CODES, StoreError } from '#store/store-error.ts';
import { USE_CASE_ERROR_CODES, UseCaseError } from '#usecases/use-case-error.ts';

const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;

describe('the registry of problems', () => {
  const codes = [...USE_CASE_ERROR_CODES, ...REGISTER_ERROR_CODES, ...HTTP_ERROR_CODES, 'file-lost', 'file-damaged'];

  test('has every code, and none that nothing throws', () => {
    expect(Object.keys(PROBLEMS).sort()).toEqual([...new Set(codes)].sort());
  });

  test.each(Object.entries(PROBLEMS))(
    'gives %s a status and Vietnamese sentences',
    (_code, { status, title, detail }) => {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title).toMatch(VIETNAMESE);
      const sentence = detail({ roles: 'clerk', state: 'draft', act: 'issue', maxBytes: 4096 });
      expect(sentence).toMatch(VIETNAMESE);
      expect(sentence).toMatch(/[.”]$/);
    },
  );
});

describe('an error becomes a problem', () => {
  test.each([
    ...USE_CASE_ERROR_CODES.map((code) => new UseCaseError(code)),
    ...REGISTER_ERROR_CODES.map((code) => new RegisterError(code)),
    ...HTTP_ERROR_CODES.map((code) => new HttpError(code)),
  ])('with its own code: %o', (error) => {
    expect(toProblem(error).code).toBe(error.code);
    expect(toProblem(error).type).toBe(`urn:banhanh:problem:${error.code}`);
  });

  test.each(STORE_ERROR_CODES)('that names no key of the store: %s', (code) => {
    const problem = toProblem(new StoreError(code, 'issued/an-organ/a-document/a-file'));
    expect(JSON.stringify(problem)).not.toContain('an-organ');
    expect(problem.status).toBeGreaterThanOrEqual(500);
  });

  test('that says nothing of what a library said', () => {
    const problem = toProblem(new Error('connect ECONNREFUSED 10.0.0.7'));
    expect(problem).toMatchObject({ status: 500, code: 'internal' });
    expect(JSON.stringify(problem)).not.toContain('10.0.0.7');
  });
});
