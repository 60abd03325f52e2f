import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { parseProfile } from '#usecases/organs/put-profile.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { OperatorError } from '../output/operator-error.ts';
import { readJsonFile } from '../output/read-json-file.ts';

/** Reads a file of organ profiles: a JSON array of `OrganProfile@1`. Throws `OperatorError` that names every error. */
export async function readOrgansFile(path: string): Promise<OrganProfile[]> {
  const input = await readJsonFile(path, 'hồ sơ cơ quan');
  if (!Array.isArray(input)) throw new OperatorError(`Tệp hồ sơ cơ quan phải là một danh sách: ${path}`);
  const errors: string[] = [];
  const profiles = input.flatMap((item: unknown, index) => {
    try {
      return [parseProfile(item)];
    } catch (error) {
      if (!(error instanceof UseCaseError)) throw error;
      errors.push(...error.findings.map((f) => `  hồ sơ thứ ${index + 1}, ${f.path}: ${f.message} [${f.code}]`));
      return [];
    }
  });
  if (errors.length > 0) throw new OperatorError(`Tệp hồ sơ cơ quan có lỗi: ${path}\n${errors.join('\n')}`);
  return profiles;
}
