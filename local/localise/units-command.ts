import { unitDirectory } from '#localise/units/directory.ts';
import { selectUnits } from '#localise/units/select-units.ts';
import { type Command, readArgs } from '../commands/command.ts';
import { OperatorError } from '../output/operator-error.ts';
import { textTable } from '../output/text-table.ts';

const usage = `Cách dùng: banhanh units ["TÊN HOẶC MÃ", …]

Liệt kê xã, phường, đặc khu với mã: theo tên ("Phú Lý", "phường Bình Long"), theo tỉnh, thành phố ("thành phố Đồng Nai", 75),
hoặc cả nước khi không ghi gì. Mã này dùng cho banhanh localise --units.

Mã thoát: 0 có; 1 không có đơn vị nào.`;

/** `banhanh units "Phú Lý"` */
export const unitsCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { positionals } = readArgs({ args, allowPositionals: true, options: {} });
  const { units, findings } = selectUnits(positionals.join(',') || '*');
  // A name that several units have is what the list is for.
  const unknown = findings.filter(({ code }) => code === 'UNIT_UNKNOWN');
  if (unknown.length > 0) throw new OperatorError(unknown.map(({ message }) => message).join('\n'));
  const { provinces } = unitDirectory();
  const rows = units.map(({ code, kind, name, provinceCode }) => {
    const province = provinces.get(provinceCode);
    return [code, `${kind} ${name}`, `${province?.kind} ${province?.name}`];
  });
  const width = process.stdout.columns ?? 160;
  for (const line of textTable([['Mã', 'Đơn vị', 'Thuộc'], ...rows], width)) console.log(line);
  return units.length > 0 ? 0 : 1;
}
