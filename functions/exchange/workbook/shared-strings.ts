import { scanPart } from './scan-part.ts';

/** Reads the texts that cells share, by their places; of rich text the letters alone. */
export function readSharedStrings(part: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (!part) return strings;
  const text = createTextCollector();
  scanPart(part, {
    open(name) {
      if (name === 'si') text.start();
      text.open(name);
    },
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.end());
    },
    text: text.take,
  });
  return strings;
}

/** Collects the text of a `si` or `is`: its `t` elements, without what tells how to read them aloud. */
export function createTextCollector() {
  let isText = false;
  let isPhonetic = false;
  let letters = '';
  return {
    start() {
      letters = '';
    },
    open(name: string) {
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    close(name: string) {
      if (name === 'rPh') isPhonetic = false;
      isText = false;
    },
    take(text: string) {
      if (isText) letters += text;
    },
    /** `_x000D_` is the character with that number. */
    end: () =>
      letters.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  };
}
