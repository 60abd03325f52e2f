import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import type { Province } from '#localise/units/directory.ts';
import { provinceNames } from '#localise/units/province-names.ts';

/**
 * The example of Đồng Nai as another province would have written it: its own name and kind wherever the superior's own
 * wording says Đồng Nai's; what names single units of Đồng Nai is left out.
 */
export function planForProvince(plan: LocalisablePlan, province: Province): LocalisablePlan {
  if (province.code === plan.superior.provinceCode) return plan;
  const { kind, name, committee } = provinceNames(province, plan.superior.issuedDate);
  const inWords = (text: string) =>
    text
      .replaceAll('tỉnh Đồng Nai', name)
      .replaceAll('UBND tỉnh', committee)
      .replaceAll('của tỉnh', `của ${kind}`)
      .replaceAll('địa bàn tỉnh', `địa bàn ${kind}`)
      .replaceAll('Lãnh đạo tỉnh', `Lãnh đạo ${kind}`)
      .replaceAll('Đồng Nai', province.name);
  const rewritten = JSON.parse(JSON.stringify(plan), (_, value) =>
    typeof value === 'string' ? inWords(value) : value,
  ) as LocalisablePlan;
  return {
    ...rewritten,
    superior: { ...rewritten.superior, provinceCode: province.code, docId: `ke-hoach-tinh-${province.code}` },
    marks: rewritten.marks.filter((mark) => mark.for?.units === undefined),
  };
}
