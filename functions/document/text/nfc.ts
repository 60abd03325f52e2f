import { isShared, oncePerPiece, share } from '../common-pieces.ts';
import { isUsual } from './usual-characters.ts';

/**
 * Copies a JSON value with every text in NFC and with line ends as "\n". So no rule and no list of allowed words sees
 * two spellings of one word. Keys are left as they are. What needs no change is not copied.
 */
export function toNfc(value: unknown): unknown {
  if (typeof value === 'string') return isUsual(value) ? value : nfc(value).replaceAll('\r\n', '\n');
  if (typeof value !== 'object' || value === null) return value;
  if (isShared(value)) return pieceToNfc(value);
  return Array.isArray(value) ? listToNfc(value) : objectToNfc(value);
}

const pieceToNfc = oncePerPiece(objectToNfc, share);

/** A text in NFC. */
export function nfc(text: string): string {
  return isUsual(text) ? text : text.normalize('NFC');
}

function listToNfc(list: readonly unknown[]): readonly unknown[] {
  let changed: unknown[] | null = null;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    const normal = toNfc(item);
    if (normal !== item) {
      changed ??= [...list];
      changed[i] = normal;
    }
  }
  return changed ?? list;
}

function objectToNfc(value: object): object {
  let changed: Map<string, unknown> | null = null;
  const entries = Object.entries(value);
  for (const [key, inner] of entries) {
    const normal = toNfc(inner);
    if (normal !== inner) {
      changed ??= new Map(entries);
      changed.set(key, normal);
    }
  }
  return changed ? Object.fromEntries(changed) : value;
}
