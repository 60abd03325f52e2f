import { expect, test } from 'vitest';
import { signerBlock, signerOf } from '../../../../web/src/state/document/signer-block.ts';

const head = { staffId: 'a', fullName: 'Nguyễn Văn A', position: 'Chủ tịch' };
const deputy = { staffId: 'b', fullName: 'Trần Thị B', position: 'Phó Chủ tịch' };
const other = { staffId: 'c', fullName: 'Lê Văn C', position: 'Phó Chủ tịch' };

test('a head signs by right, a deputy KT. the head', () => {
  const profile = { headPosition: 'Chủ tịch', signers: [head, deputy] };
  expect(signerBlock(head, profile)).toEqual({ authority: [{ position: 'Chủ tịch' }] });
  expect(signerBlock(deputy, profile)).toEqual({
    authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }],
  });
});

test('a position that two people have takes the name, and is read back as the one it names', () => {
  const profile = { headPosition: 'Chủ tịch', signers: [head, deputy, other] };
  const block = signerBlock(other, profile);
  expect(block.fullName).toBe('Lê Văn C');
  expect(signerOf(block, profile)).toBe(other);
  expect(signerOf({ authority: [{ position: 'phó chủ tịch' }] }, profile)).toBeUndefined();
  expect(signerOf(undefined, profile)).toBeUndefined();
});
