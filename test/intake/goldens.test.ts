import { describe, expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { printedForm } from '#intake/printed-form.ts';
import { examples } from '../format/examples.ts';
import { fixtures } from '../format/fixtures.ts';
import { roundTrip } from './support/round-trip.ts';

describe('a file of ours comes back as it was printed, whatever its elements', () => {
  test.each([...examples, ...fixtures].map((one) => [one.name, one] as const))('%s', async (_, golden) => {
    const { first, second, intake, before, after } = await roundTrip(golden.document, golden);
    expect(printedForm(second.document, second.profile)).toEqual(printedForm(first.document, first.profile));
    expect(after === before).toBe(true);
    expect(intake.notes).toEqual([]);
    expect(checkDocument(intake.draft, golden).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
