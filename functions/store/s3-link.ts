import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { LINK_SECONDS, type LinkOptions, type UploadLink, type UploadLinkOptions } from './store.ts';

interface Place {
  readonly bucket: string;
  readonly key: string;
}

/** A link by which one version of one object is read, as an attachment that nobody keeps. The bytes were compared before. */
export function signDownload(client: S3Client, options: Place & LinkOptions): Promise<string> {
  const { bucket, key, versionId, contentType, contentDisposition, at } = options;
  const command = new GetObjectCommand({
    Bucket: bucket,
    Key: key,
    ...(versionId !== undefined && { VersionId: versionId }),
    ResponseContentType: contentType,
    ResponseContentDisposition: contentDisposition,
    ResponseCacheControl: 'private, no-store',
  });
  return getSignedUrl(client, command, { expiresIn: LINK_SECONDS, signingDate: at });
}

/**
 * A link by which an object is put, again and again if need be, always with the same bytes. Length, type and SHA-256 are signed as headers: what S3 takes from the query it does not
 * compare with the body.
 */
export async function signUpload(client: S3Client, options: Place & UploadLinkOptions): Promise<UploadLink> {
  const { bucket, key, size, sha256, contentType, at, expiresInSeconds } = options;
  const checksum = Buffer.from(sha256, 'hex').toString('base64');
  const command = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    ContentLength: size,
    ContentType: contentType,
    ChecksumSHA256: checksum,
    Metadata: { sha256 },
  });
  const headers = {
    'content-type': contentType,
    'x-amz-checksum-sha256': checksum,
    'x-amz-meta-sha256': sha256,
  };
  const names = new Set([...Object.keys(headers), 'content-length']);
  const url = await getSignedUrl(client, command, {
    expiresIn: expiresInSeconds,
    signingDate: at,
    signableHeaders: new Set([...names, 'host']),
    unhoistableHeaders: names,
  });
  return { url, headers };
}
