import { isEmpty, type Line, linesIn } from '#read/elements/line.ts';
import type { Fix } from '../fix/fix.ts';
import { hasSyllableOfLetters, isSyllable, toneWay } from '../language/syllables.ts';
import { at, type CheckContext, type Rule, type Violation } from '../rule.ts';
import { retype } from './rule-makers.ts';

const MAX_OF_ONE_RULE = 30;
const WORD = /\p{L}+/gu;
/** A letter that only Vietnamese has; a word without one may be of any language. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/;
/** Words of other languages that office texts have with such letters. */
const FOREIGN = /^(?:café|cà|résumé|đắk|lắk|krông|đăk|êđê)$/;

function lines({ document }: CheckContext): Line[] {
  return linesIn(document.blocks).filter((line) => !isEmpty(line));
}

const impossible: Rule = {
  id: 'language.syllable',
  clause: null,
  severity: 'warning',
  title: 'Không có âm tiết sai chính tả',
  judge: (context) => {
    const seen = new Set<string>();
    const isNew = (word: string) => seen.size < seen.add(word).size;
    return lines(context)
      .flatMap((line): Violation[] =>
        [...line.text.matchAll(WORD)]
          .map(([word]) => word)
          .filter((word) => isNew(word) && isLikelySlip(word))
          .map((word) => at(line, `“${word}”`, 'âm tiết tiếng Việt đúng chính tả')),
      )
      .slice(0, MAX_OF_ONE_RULE);
  },
};

/** Names of other languages have syllables of their own ("Đắk Sắk"): with a capital only a slip of one of ours is told. */
function isLikelySlip(word: string): boolean {
  const isWord = /^\p{L}?\p{Ll}+$/u.test(word) && word.length > 1;
  if (!isWord || !VIETNAMESE.test(word) || FOREIGN.test(word.toLocaleLowerCase('vi')) || isSyllable(word)) return false;
  return /^\p{Ll}/u.test(word) || hasSyllableOfLetters(word);
}

/** Telex as typed: a doubled letter, then perhaps a consonant, then a tone's letter. */
const TELEX = /^(?:dd[a-z]{1,5}|[bcdđghklmnpqrstvx]{0,3}(?:aa|ee|oo|aw|ow|uw)(?:c|ch|m|n|ng|nh|p|t|i|u|y)?[sfrxj])$/;
const NOT_TELEX =
  /^(?:books?|goods?|foods?|roots?|tools?|needs?|news|laws?|rows?|shows?|floor|door|beer|deer|moor|poor|reef|proof|roof|loof)$/;

const telex: Rule = {
  id: 'language.telex',
  clause: null,
  severity: 'warning',
  title: 'Không còn chữ gõ Telex chưa thành dấu',
  judge: (context) =>
    lines(context).flatMap((line) =>
      [...line.text.matchAll(WORD)]
        .map(([word]) => word)
        .filter((word) => TELEX.test(word) && !NOT_TELEX.test(word))
        .map((word) => at(line, `“${word}”`, 'chữ có dấu')),
    ),
};

const mixedTones: Rule = {
  id: 'language.tone-placement',
  clause: null,
  severity: 'hint',
  title: 'Một cách đặt dấu thanh trong cả văn bản (hòa hoặc hoà)',
  judge: (context) => {
    // Names keep their own spelling ("Ứng Hoà"); "ủy quyền" is a term that the law itself writes in both ways.
    const ways = new Map<string, 'old' | 'new' | null>();
    const words = lines(context).flatMap((line) =>
      [...line.text.matchAll(/(?<!\p{L})\p{Ll}+/gu)].flatMap(([word]) => {
        const way = ways.has(word) ? ways.get(word) : toneWay(word);
        ways.set(word, way ?? null);
        return way && !/^[ủu][yỷ]/u.test(word) ? [{ word, line, way }] : [];
      }),
    );
    const [old, recent] = [words.filter(({ way }) => way === 'old'), words.filter(({ way }) => way === 'new')];
    const fewer = old.length < recent.length ? old : recent;
    const [first] = fewer;
    const other = (fewer === old ? recent : old)[0];
    return first && other ? [at(first.line, `“${first.word}” bên cạnh “${other.word}”`, 'cùng một cách đặt dấu')] : [];
  },
};

/** Pairs of a spelling and the one that laws and the decree use. */
const TERMS: readonly (readonly [RegExp, string])[] = [
  [/\bqui (?:định|chế|hoạch|trình|mô|ước)\b/giu, 'quy'],
  [/\bkỉ (?:luật|niệm|cương)\b/giu, 'kỷ'],
  [/\bkí (?:kết|hiệu|ban|duyệt)\b/giu, 'ký'],
  [/\btỉ lệ\b/giu, 'tỷ lệ'],
  [/\bxử lí\b|\bquản lí\b/giu, 'lý'],
];

const terms: Rule = {
  id: 'language.terms',
  clause: null,
  severity: 'hint',
  title: 'Thuật ngữ hành chính viết như trong luật',
  judge: (context) =>
    lines(context).flatMap((line) =>
      TERMS.flatMap(([pattern, wanted]) =>
        [...line.text.matchAll(new RegExp(pattern.source.replaceAll('\\b', ''), 'giu'))]
          .filter((match) => isWhole(line.text, match))
          .map(([found]) => at(line, `“${found}”`, `viết “${wanted}”`)),
      ),
    ),
};

/** `\b` knows no Vietnamese letters. */
function isWhole(text: string, match: RegExpExecArray): boolean {
  const before = text[match.index - 1] ?? ' ';
  const after = text[match.index + match[0].length] ?? ' ';
  return !/\p{L}/u.test(before) && !/\p{L}/u.test(after);
}

/** Shorter lines may be forms, with a blank to be filled in before the sign. */
const SHORT = 30;

/** The sign at its word; a colon between figures is a ratio. */
function closeFix(text: string): Fix | undefined {
  if (text.length < SHORT) return undefined;
  const [, word = '', sign = ''] = /(\p{L}+|\d+(?= [,;])) ([,;:])(?=\s|$)/u.exec(text) ?? [];
  return word === '' ? undefined : retype(`${word} ${sign}`, `${word}${sign}`);
}

const spaces: Rule = {
  id: 'language.spaces',
  clause: null,
  severity: 'hint',
  title: 'Không có dấu cách trước dấu câu',
  judge: (context) =>
    lines(context)
      .flatMap((line) =>
        /[\p{L}\d] [,;:](?:\s|$)/u.test(line.text)
          ? [at(line, 'dấu cách trước dấu câu', 'dấu câu liền chữ trước', undefined, closeFix(line.text))]
          : [],
      )
      .slice(0, MAX_OF_ONE_RULE),
};

const CITY = 'Thành phố Hồ Chí Minh';

const capitals: Rule = {
  id: 'capitals.special',
  clause: 'PL II',
  severity: 'warning',
  title: 'Viết hoa theo Phụ lục II',
  judge: (context) =>
    lines(context).flatMap((line): Violation[] => {
      const violations: Violation[] = [];
      if (/thành phố Hồ Chí Minh/u.test(line.text))
        violations.push(at(line, 'thành phố Hồ Chí Minh', CITY, undefined, retype('thành phố Hồ Chí Minh', CITY)));
      const cited = /(?:khoản|điểm) [\da-zđ]+ điều \d/u.exec(line.text)?.[0];
      if (cited !== undefined)
        violations.push(at(line, 'điều', 'Điều', undefined, retype(cited, cited.replace('điều', 'Điều'))));
      return violations;
    }),
};

/** Rules of language. */
export const languageRules: readonly Rule[] = [impossible, telex, capitals, mixedTones, terms, spaces];
