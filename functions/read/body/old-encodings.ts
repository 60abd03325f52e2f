import { toCapitals } from '#document/text/vietnamese.ts';

/** Fonts of the encodings before Unicode: `.VnTime` (TCVN3) and `VNI-Times`. */
const TCVN3_FONT = /^\.vn/i;
const VNI_FONT = /^vni[- ]/i;
/** TCVN3 fonts of capitals, `.VnTimeH`, draw the small letters' codes as capitals. */
const CAPITALS_FONT = /^\.vn.*h$/i;
/** Letters that only Unicode has: such a paragraph is none of these, whatever its font is called. */
const UNICODE = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/;

/** TCVN 5712:1993 (ABC), from 0xA1 on; what is not named here is no letter. */
const TCVN3_CODES = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const TCVN3_LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';

/** Tones as VNI writes them after a vowel: sắc, huyền, hỏi, ngã, nặng. */
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;
const VNI_TONES = 'ùøûõï';
const VNI_CIRCUMFLEX = 'áàåãä';
const VNI_BREVE = 'éèúüë';
const VNI_ALONE: Readonly<Record<string, string>> = {
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ô: 'ơ',
  ö: 'ư',
};

const tcvn3 = new Map([...TCVN3_CODES].map((code, i) => [code, [...TCVN3_LETTERS][i] ?? code]));
const vni = vniPairs();

function vniPairs(): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const add = (from: string, to: string) => {
    const letter = to.normalize('NFC');
    pairs.set(from, letter);
    pairs.set(toCapitals(from), toCapitals(letter));
    // A capital with a small mark, as quick fingers typed it.
    pairs.set(toCapitals(from.slice(0, 1)) + from.slice(1), toCapitals(letter));
  };
  for (const [code, letter] of Object.entries(VNI_ALONE)) add(code, letter);
  for (const [i, tone] of TONES.entries()) {
    for (const vowel of 'aeouy') add(vowel + VNI_TONES[i], vowel + tone);
    add(`ô${VNI_TONES[i]}`, `ơ${tone}`);
    add(`ö${VNI_TONES[i]}`, `ư${tone}`);
    for (const vowel of 'aeo') add(vowel + VNI_CIRCUMFLEX[i], `${vowel}\u0302${tone}`);
    add(`a${VNI_BREVE[i]}`, `ă${tone}`);
  }
  for (const vowel of 'aeo') add(`${vowel}â`, `${vowel}\u0302`);
  add('aê', 'ă');
  return pairs;
}

/** Tells whether a font is of an encoding before Unicode. */
export function isOldFont(font: string): boolean {
  return TCVN3_FONT.test(font) || VNI_FONT.test(font);
}

/** Tells whether a text has letters of Unicode, so that no old font's encoding is in it. */
export function isUnicode(text: string): boolean {
  return UNICODE.test(text);
}

/** A text of an old font in Unicode, as the font draws it. */
export function fromOldEncoding(text: string, font: string): string {
  const plain = text.replace(/[\uf020-\uf0ff]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000));
  if (VNI_FONT.test(font)) return fromVni(plain);
  const letters = [...plain].map((code) => tcvn3.get(code) ?? code).join('');
  return CAPITALS_FONT.test(font) ? toCapitals(letters) : letters;
}

function fromVni(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const pair = vni.get(text.slice(i, i + 2));
    out += pair ?? vni.get(text[i] ?? '') ?? text[i] ?? '';
    if (pair !== undefined) i += 1;
  }
  return out;
}
