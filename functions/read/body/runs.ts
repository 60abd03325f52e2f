import { toCapitals } from '#document/text/vietnamese.ts';
import type { RunFormat } from '../formatting/cascade.ts';
import { beginsWithMark } from './clean-text.ts';
import type { TextRun } from './model.ts';

/** Runs of one look joined, NFC, capitals as printed: 910 runs of 77 paragraphs become what a reader sees. */
export function joinRuns(pieces: ReadonlyArray<{ readonly text: string; readonly format: RunFormat }>): TextRun[] {
  const joined: { text: string; readonly format: RunFormat }[] = [];
  for (const { text, format } of pieces) {
    if (text === '') continue;
    const last = joined.at(-1);
    if (last && (last.format === format || beginsWithMark(text))) last.text += text;
    else joined.push({ text, format });
  }
  return joined.map(({ text, format }) => ({
    format,
    text: format.props.caps || format.props.smallCaps ? toCapitals(text) : text.normalize('NFC'),
  }));
}
