const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const DOT = 0x2e;
const STROKE = 0x5f;
const ELLIPSIS = 0x2026;

/** Tells whether a text has a word of so many characters; spaces, tabs and line feeds part words. */
export function hasLongWord(text: string, characters: number): boolean {
  for (let end = characters - 1; end < text.length; ) {
    let at = end;
    while (at > end - characters && !isGap(text.charCodeAt(at))) at--;
    if (at === end - characters) return true;
    end = at + characters;
  }
  return false;
}

/** Tells whether a text has so many dots, strokes or ellipses in a row. */
export function hasFillIn(text: string, characters: number): boolean {
  for (let end = characters - 1; end < text.length; ) {
    let at = end;
    while (at > end - characters && isFillIn(text.charCodeAt(at))) at--;
    if (at === end - characters) return true;
    end = at + characters;
  }
  return false;
}

/** Tells whether words end at a character: a space, a tab or a line feed. */
export function isGap(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB;
}

function isFillIn(code: number): boolean {
  return code === DOT || code === STROKE || code === ELLIPSIS;
}
