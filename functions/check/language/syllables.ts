/** Initials of Vietnamese syllables; "gi" and "qu" are told from g and q by what follows. */
const ONSETS = ['', ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')];

/** Rimes without tone that Vietnamese has, in today's spelling. */
const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uênh uêch ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uyên uyêt uynh uyt uyp uyu uych ' +
    'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ya yn yt ym ynh ych êng oeng uên ăng'
  ).split(' '),
);

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const TONE = new RegExp(`[${TONES}]`, 'g');
/** Rimes that end in a stop take only sắc or nặng. */
const STOP = /(?:c|ch|p|t)$/;
/** Onsets that stand only before i, e, ê (and y), and those that never do. */
const BEFORE_FRONT = /^(?:k|gh|ngh)$/;
const NOT_BEFORE_FRONT = /^(?:c|g|ng)$/;

/** A syllable read apart. */
interface Syllable {
  readonly onset: string;
  readonly rime: string;
  readonly tone: string;
}

/** Tells whether a word may be a Vietnamese syllable, its tone where today's or the older spelling puts it. */
export function isSyllable(word: string): boolean {
  const marks = toneOf(word);
  if (!marks) return false;
  return onsetsOf(marks.bare).some(
    (syllable) =>
      isPossible({ ...syllable, tone: marks.tone }) && isTonePlaced(syllable, marks.index - syllable.onset.length),
  );
}

const plainLetters = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
const PLAIN_RIMES = new Set([...RIMES].map(plainLetters));

/** Tells whether a syllable has these letters, whatever their marks: "Nguời" has those of "Người", "Plông" of none. */
export function hasSyllableOfLetters(word: string): boolean {
  return onsetsOf(plainLetters(word.toLocaleLowerCase('vi'))).some(
    // No word of ours begins with a p alone: names of the highlands do ("Pơng").
    ({ onset, rime }) => onset !== 'p' && PLAIN_RIMES.has(rime) && isSpelled(onset, rime),
  );
}

/** The word without its tone, the tone, and the letter that bears it; null where it has two. */
function toneOf(word: string): { readonly bare: string; readonly tone: string; readonly index: number } | null {
  let bare = '';
  let tone = '';
  let index = -1;
  for (const letter of word.normalize('NFC').toLocaleLowerCase('vi')) {
    const parts = letter.normalize('NFD');
    const own = parts.match(TONE) ?? [];
    if (own.length > 1 || (own.length === 1 && tone !== '')) return null;
    if (own[0] !== undefined) {
      tone = own[0];
      index = [...bare].length;
    }
    bare += parts.replace(TONE, '').normalize('NFC');
  }
  return { bare, tone, index };
}

function onsetsOf(bare: string): Omit<Syllable, 'tone'>[] {
  return ONSETS.filter((onset) => bare.startsWith(onset)).flatMap((onset) => {
    const rime = bare.slice(onset.length);
    // "gì", "gìn", "giếng": the i of gi is the rime's own.
    return onset === 'gi'
      ? [
          { onset, rime },
          { onset: 'g', rime: bare.slice(1) },
        ]
      : [{ onset, rime }];
  });
}

function isPossible({ onset, rime, tone }: Syllable): boolean {
  if (!RIMES.has(rime)) return false;
  if (STOP.test(rime) && tone !== '\u0301' && tone !== '\u0323') return false;
  return isSpelled(onset, rime);
}

/** Tells whether an onset is the spelling that stands before a rime: k, gh, ngh before i, e, ê, y. */
function isSpelled(onset: string, rime: string): boolean {
  const isFront = /^[ieêy]/.test(rime);
  if (BEFORE_FRONT.test(onset) && !isFront) return false;
  return !(NOT_BEFORE_FRONT.test(onset) && isFront && !(onset === 'g' && rime.startsWith('i')));
}

/** Vowels of a rime that may bear the tone: the marked one, else by where the cluster stands. */
function isTonePlaced({ onset, rime }: Omit<Syllable, 'tone'>, index: number): boolean {
  if (index < 0) return index === -1 - onset.length || index < 0 ? isUntonedPlace(index, onset) : false;
  const letters = [...rime];
  const vowels = letters.flatMap((letter, i) => (/[aăâeêioôơuưy]/.test(letter) ? [i] : []));
  const marked = vowels.filter((i) => /[ăâêôơư]/.test(letters[i] ?? ''));
  if (marked.length > 0) {
    // ươ bears it on ơ; "ưa", "ưu", "ưi" on ư.
    const wanted = marked.at(-1);
    return index === wanted;
  }
  const [first, second] = vowels;
  if (first === undefined) return false;
  if (second === undefined) return index === first;
  const ends = vowels.length + first < letters.length;
  if (ends) return index === vowels.at(-1);
  if (/^(?:oa|oe|uy)$/.test(rime)) return index === first || index === second;
  return vowels.length === 3 ? index === second : index === first;
}

/** A tone on the onset's own i or u ("gìa", "qúy") is older typing, not a syllable. */
function isUntonedPlace(index: number, onset: string): boolean {
  return index + onset.length < 0;
}

/** Tells the tone placement in oa, oe, uy: "hòa" is old, "hoà" new; null for other words. */
export function toneWay(word: string): 'old' | 'new' | null {
  const plain = word.normalize('NFD').toLocaleLowerCase('vi');
  if (/^q/.test(plain)) return null;
  if (new RegExp(`(?:o[${TONES}][ae]|u[${TONES}]y)$`).test(plain)) return 'old';
  return new RegExp(`(?:o[ae]|uy)[${TONES}]$`).test(plain) ? 'new' : null;
}
