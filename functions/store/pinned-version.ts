import { statusOf } from './s3-status.ts';

/**
 * Asks for the pinned version, then for the current object where the bucket has no such version: a restored bucket, or one in
 * another account, has new ids (404, 400 InvalidArgument). Callers compare the SHA-256, which decides.
 */
export async function pinnedOrCurrent<T>(
  { versionId, expectSha256 }: { readonly versionId?: string; readonly expectSha256?: string },
  ask: (pinned: { readonly VersionId?: string }) => Promise<T>,
): Promise<T> {
  if (versionId === undefined) return ask({});
  try {
    return await ask({ VersionId: versionId });
  } catch (error) {
    const status = statusOf(error);
    if (expectSha256 === undefined || (status !== 404 && status !== 400)) throw error;
    return ask({});
  }
}
