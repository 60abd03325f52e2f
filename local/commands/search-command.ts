import { requestFindings } from '#present/findings/request-findings.ts';
import { searchQuery } from '#present/requests/search-query.ts';
import { toNumberedDocumentResponse } from '#present/responses/document-response.ts';
import { searchDocuments } from '#usecases/search/search-documents.ts';
import { foundTable } from '../output/found-table.ts';
import { UsageError } from '../output/operator-error.ts';
import { organsOf } from '../target/organs-of.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { openTarget, readTarget, TARGET_HELP, targetOptions } from '../target/target.ts';
import { type Command, readArgs } from './command.ts';

const usage = `Cách dùng: banhanh search ["TỪ CỦA TRÍCH YẾU"] [tùy chọn]

Tìm văn bản trong sổ, mới nhất trước. Từ gõ có dấu hay không dấu đều được; cụm từ trong ngoặc kép phải đứng liền nhau.

  --organ CƠ-QUAN       mã cơ quan; hoặc
  --organ-name TÊN      tên hiện nay hay tên cũ của cơ quan; không có cả hai: mọi cơ quan của thư mục dữ liệu
  --year NĂM            năm ban hành
  --from, --to NGÀY     từ ngày, đến ngày (năm-tháng-ngày)
  --symbol KÝ-HIỆU      ký hiệu hoặc phần đầu của nó: KH-UBND
  --type LOẠI           KeHoach hoặc CongVan
  --state TRẠNG-THÁI    issued, withdrawn, replaced …
  --signer TÊN          người ký hoặc chức vụ
  --recipient TÊN       nơi nhận
  --limit N             nhiều nhất bao nhiêu văn bản của mỗi cơ quan (mặc định 50, không quá 100)
${TARGET_HELP}
  --json                kết quả là JSON

Mã thoát: 0 tìm thấy; 1 không có; 2 dùng lệnh sai.`;

/** `banhanh search "cai cach hanh chinh" --year 2026` */
export const searchCommand: Command = { usage, run };

const text = { type: 'string' } as const;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: {
      organ: text,
      'organ-name': text,
      year: text,
      from: text,
      to: text,
      symbol: text,
      type: text,
      state: text,
      signer: text,
      recipient: text,
      limit: text,
      ...targetOptions,
      json: { type: 'boolean' },
    },
  });
  const {
    json,
    'organ-name': organName,
    type: typeCode,
    data,
    table,
    bucket,
    'work-bucket': workBucket,
    region,
    ...rest
  } = values;
  const target = readTarget({ data, table, bucket, 'work-bucket': workBucket, region });
  const query = { ...rest, organName, typeCode, text: positionals.join(' ') || undefined };
  const asked = searchQuery.safeParse(query);
  if (!asked.success) {
    const wrong = requestFindings(asked.error, query);
    throw new UsageError(wrong.map(({ pointer, message }) => `${optionOf(pointer[0])}: ${message}`).join('\n'));
  }
  const known = await organsOf(target, 'aws' in target ? asked.data.organ : undefined);
  const stack = await openTarget(target);
  try {
    const named = asked.data.organ ?? asked.data.organName;
    const found = [];
    for (const organ of named === undefined ? known : known.slice(0, 1)) {
      const actor = { organ: asked.data.organ ?? organ, staffId: OPERATOR, roles: ['reader', 'clerk'] } as const;
      const { organs, items } = await searchDocuments(stack.deps, actor, asked.data);
      found.push(...items.map(toNumberedDocumentResponse));
      if (organs.length === 1 || json) continue;
      console.log(organs.length === 0 ? 'Không có cơ quan nào mang tên này.' : 'Tên này có nhiều cơ quan, hãy chọn:');
      for (const one of organs) console.log(`  --organ ${one.organ}   ${one.name}`);
    }
    if (json) console.log(JSON.stringify({ found }, null, 2));
    else for (const line of foundTable(found)) console.log(line);
    return found.length > 0 ? 0 : 1;
  } finally {
    await stack.close();
  }
}

const OPTION_NAMES: Readonly<Record<string, string>> = {
  typeCode: '--type',
  organName: '--organ-name',
  text: 'từ cần tìm',
};

/** The option as the person typed it, by its field in the query. */
function optionOf(field: string | number | undefined): string {
  const name = String(field ?? '');
  return OPTION_NAMES[name] ?? `--${name}`;
}
