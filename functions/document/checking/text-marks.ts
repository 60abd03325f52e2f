import type { RawFinding } from './findings.ts';
import { HOLE } from './holes.ts';
import { isSecretStamp } from './secrecy.ts';

/**
 * What no text may be, wherever it stands: a stamp of secrecy, and the mark of what is missing, which nobody types
 * because it would pass for a filled-in text.
 */
export function textMarks(input: unknown): RawFinding[] {
  const found: RawFinding[] = [];
  const place: Array<string | number> = [];
  const look = (value: unknown) => {
    if (typeof value === 'string') {
      if (isSecretStamp(value)) found.push({ code: 'SECRET', pointer: [...place] });
      if (value.includes(HOLE)) found.push({ code: 'HOLE_IN_TEXT', pointer: [...place] });
    } else if (Array.isArray(value)) {
      for (const [i, inner] of value.entries()) lookAt(inner, i);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) lookAt(inner, key);
    }
  };
  const lookAt = (inner: unknown, step: string | number) => {
    place.push(step);
    look(inner);
    place.pop();
  };
  look(input);
  return found;
}
