import { everyParagraph, placedIn } from '../../support/docx-reader/walk.ts';
import { capitals, codeOf, longDate, roman } from '../expected-text.ts';
import { appendixParts, type FormatFile, mainSections, mainText, reading, readText } from '../format-file.ts';
import { outlines } from '../outline.ts';
import { type FormatRule, isLetter, isMain, isPlan } from '../rule.ts';
import { authorityLines } from './signature.ts';

function trap(n: number, what: string, applies: FormatRule['applies'], check: FormatRule['check']): FormatRule {
  return { row: `trap ${n}: ${what}`, clause: 'the-thuc, traps', applies, check };
}

function everyText(file: FormatFile): string[] {
  return everyParagraph(file.reading).map((paragraph) => readText({ paragraph }));
}

function head(file: FormatFile): string[] {
  return placedIn(mainSections(file)[0]?.blocks ?? [])
    .map(readText)
    .filter(Boolean)
    .slice(0, 12);
}

function numberLine(file: FormatFile): string {
  return head(file).find((text) => text.startsWith('Số:')) ?? '';
}

const issued = (file: FormatFile) => isMain(file) && file.issuance !== null;

/** Rules about what software gets wrong, as far as a document shows it. */
export const trapRules: readonly FormatRule[] = [
  trap(1, 'a number below 10 has two digits, nothing has spaces around it', issued, (file) => {
    const line = numberLine(file);
    return line === `Số: ${codeOf(file)}` && /^Số: (0[1-9]|[1-9]\d+)\/\S+$/u.test(line) ? [] : [line];
  }),
  trap(2, 'days below 10 take a zero, of the months only 1 and 2', issued, (file) => {
    const wanted = longDate(file.issuance?.issuedDate ?? '');
    const line = head(file).find((text) => text.includes(', ngày')) ?? '';
    return line.endsWith(wanted) && !/tháng 0[3-9]/u.test(everyText(file).join('\n')) ? [] : [line];
  }),
  trap(3, 'a công văn’s symbol has no type', isLetter, (file) =>
    /\/[A-ZĐ]+-/u.test(numberLine(file)) && !/\bCV\b/u.test(numberLine(file)) ? [] : [numberLine(file)],
  ),
  trap(4, 'no year in the symbol', isMain, (file) =>
    /\/(19|20)\d\d/u.test(numberLine(file)) ? [numberLine(file)] : [],
  ),
  trap(5, 'no title CÔNG VĂN', isLetter, (file) => everyText(file).filter((text) => /^CÔNG VĂN/u.test(text))),
  trap(6, 'each authority of the signer on a line of its own', isMain, (file) => {
    const lines = authorityLines(file);
    const text = mainText(file).map(readText);
    const missing = lines.filter((line) => !text.includes(line));
    return missing.map((line) => `“${line}” does not stand alone`);
  }),
  trap(7, 'an only appendix has no number, and the body mentions each', isMain, (file) => {
    const count = file.document.appendices?.length ?? 0;
    const body = outlines(file)[0]?.map(({ placed }) => (placed ? readText(placed) : '')) ?? [];
    const said = body.join('\n');
    const names = Array.from({ length: count }, (_, i) => (count > 1 ? `Phụ lục ${roman(i + 1)}` : 'Phụ lục'));
    const unsaid = names.filter((name) => !new RegExp(`${name}(?![\\p{L}])`, 'u').test(said));
    const numbered = count === 1 && everyText(file).some((text) => /^Phụ lục [IVX\d]/u.test(text));
    return [
      ...unsaid.map((name) => `${name} is not mentioned`),
      ...(numbered ? ['the only appendix has a number'] : []),
    ];
  }),
  trap(
    8,
    'an appendix in the same file bears no signing line',
    (file) => isMain(file) && appendixParts(file).length > 0,
    (file) => everyText(file).filter((text) => /\+07:00/u.test(text)),
  ),
  trap(
    11,
    'the time of signing is that of Việt Nam',
    (file) => !isMain(file) && Boolean(file.issuance?.signedAt),
    (file) => {
      const there = new Date((file.issuance?.signedAt?.getTime() ?? 0) + 7 * 3_600_000).toISOString();
      const wanted = `; ${there.slice(11, 19)}+07:00`;
      const line = everyText(file).find((text) => text.includes('+07:00')) ?? 'no signing line';
      return line.endsWith(wanted) && line.includes(`; ${there.slice(8, 10)}/`) ? [] : [line];
    },
  ),
  trap(
    12,
    'no mark of secrecy is printed',
    () => true,
    (file) => everyText(file).filter((text) => /^(TUYỆT MẬT|TỐI MẬT|MẬT|TÀI LIỆU THU HỒI)$/u.test(text)),
  ),
  trap(14, 'points are a b c d đ e g h i k l m n o p q r s t u v x y', hasLevel('point'), (file) =>
    missingLabels(file, 'point'),
  ),
  trap(
    15,
    'numbers come from the place: none is skipped or repeated',
    (file) => outlines(file).length > 0,
    (file) => missingLabels(file),
  ),
  trap(16, 'a document bears the name that is valid on its day', isMain, (file) => {
    const { validFrom, validTo } = file.profile;
    const text = head(file).join(' ');
    return [
      ...(validFrom <= file.on && (validTo ?? file.on) >= file.on ? [] : ['the profile is not that of the day']),
      ...file.profile.headerLines.filter((line) => !text.includes(capitals(line))),
    ];
  }),
  trap(17, 'capitals are made of composed letters', isMain, (file) => {
    const text = everyParagraph(file.reading).flatMap(({ runs }) => runs.map((run) => run.shown));
    const decomposed = text.filter((one) => one !== one.normalize('NFC'));
    const names = [...file.profile.headerLines, file.profile.collectiveName ?? ''].map((name) => capitals(name));
    // A name may stand in several paragraphs.
    const head = text.join(' ');
    return [...decomposed, ...names.slice(0, -1).filter((name) => !head.includes(name))];
  }),
  trap(18, 'opening, Kèm theo and TM. name one issuer', isPlan, (file) => {
    const { document, profile } = file;
    const text = everyText(file);
    const opening = document.schema === 'KeHoach@1' ? document.opening : '';
    const opens = text.includes(`${profile.namesInOpening[document.issuer]} ${opening}`);
    const attached = reading(
      everyParagraph(file.reading).map((paragraph) => ({ paragraph, cells: [] })),
      /^\(Kèm theo/u,
    );
    const named = attached.every((one) =>
      readText(one).endsWith(` của ${profile.namesInAttachment[document.issuer]})`),
    );
    const collective = text.some((line) => line.startsWith('TM. '));
    return [
      ...(opens ? [] : ['the opening sentence names another issuer']),
      ...(named ? [] : ['Kèm theo names another issuer']),
      ...(collective === (document.issuer === 'organ' && profile.collectiveName !== null)
        ? []
        : ['TM. names another issuer']),
    ];
  }),
];

function hasLevel(level: string): FormatRule['applies'] {
  return (file) =>
    outlines(file)
      .flat()
      .some(({ expected }) => expected.level === level);
}

function missingLabels(file: FormatFile, level?: string): string[] {
  return outlines(file)
    .flat()
    .filter(({ expected, placed }) => !placed && (level === undefined || expected.level === level))
    .map(({ expected }) => `no “${expected.label}” in its place: ${expected.pattern}`);
}
