import { HeadObjectCommand, PutObjectTaggingCommand, type S3Client } from '@aws-sdk/client-s3';
import { checkKey } from './checks.ts';
import { statusOf } from './s3-status.ts';
import type { Remover } from './store.ts';
import { StoreError } from './store-error.ts';

/** Tag of an object version that nothing names; the bucket's lifecycle ends what has it. */
export const UNNAMED = { Key: 'unnamed', Value: 'yes' } as const;

/**
 * Marks for removal on S3: no function of ours may delete. The very version that was looked at is tagged, and the bucket's lifecycle ends
 * it; one that is put after it has no tag and stands.
 */
export function createS3Remover({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): Remover {
  return {
    removeOlder: async (key, before) => {
      checkKey(key);
      const at = { Bucket: bucket, Key: key };
      try {
        const { LastModified, VersionId } = await client.send(new HeadObjectCommand(at));
        if (LastModified === undefined || LastModified >= before || VersionId === undefined) return false;
        await client.send(new PutObjectTaggingCommand({ ...at, VersionId, Tagging: { TagSet: [UNNAMED] } }));
        return true;
      } catch (cause) {
        if (statusOf(cause) === 404) return false;
        throw new StoreError('unavailable', key, { cause });
      }
    },
  };
}
