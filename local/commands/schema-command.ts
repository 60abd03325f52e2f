import { FILE_SCHEMA_NAMES, jsonSchemaOf } from '#present/schemas/json-schemas.ts';
import { UsageError } from '../output/operator-error.ts';
import { type Command, onlyPositional, readArgs } from './command.ts';

/** `banhanh schema KeHoach` */
export const schemaCommand: Command = {
  usage: `Cách dùng: banhanh schema ${FILE_SCHEMA_NAMES.join('|')}

In JSON Schema (2020-12) của dữ liệu ra stdout.`,
  run: async (args) => {
    const { positionals } = readArgs({ args, allowPositionals: true, options: {} });
    const asked = onlyPositional(positionals, 'tên loại dữ liệu');
    const name = FILE_SCHEMA_NAMES.find((known) => known === asked);
    if (!name)
      throw new UsageError(`Không có loại dữ liệu “${asked}”; chọn một trong: ${FILE_SCHEMA_NAMES.join(', ')}.`);
    console.log(JSON.stringify(jsonSchemaOf(name), null, 2));
    return 0;
  },
};
