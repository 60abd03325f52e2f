import { type ExchangeSettings, exchangeSettings } from '#exchange/exchange-settings.schema.ts';
import { OperatorError } from '../output/operator-error.ts';
import { readJsonFile } from '../output/read-json-file.ts';

/** Reads a file of exchange settings. Throws `OperatorError` that names the fields that are wrong. */
export async function readExchangeSettings(path: string): Promise<ExchangeSettings> {
  const parsed = exchangeSettings.safeParse(await readJsonFile(path, 'thiết lập trao đổi'));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || 'cả tệp'];
    return keys.join(', ');
  });
  throw new OperatorError(`Tệp thiết lập trao đổi ${path} có trường sai: ${fields.join(', ')}.`);
}
