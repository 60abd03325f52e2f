import { createHash, createHmac } from 'node:crypto';

/** A request as it reaches S3. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** Lower-case names; Host is taken from the address. */
  readonly headers?: Record<string, string>;
}

/**
 * Tells whether the signature of a presigned request holds, computed as S3 does (AWS Signature Version 4): s3rver
 * checks none. A signed header that is missing or other than signed breaks it.
 */
export function signatureHolds({ method, url, headers = {} }: SentRequest, secret: string): boolean {
  const { host, pathname, searchParams } = new URL(url);
  const sent: Record<string, string> = { ...headers, host };
  const [, day = '', region = '', service = ''] = (searchParams.get('X-Amz-Credential') ?? '').split('/');
  const signed = (searchParams.get('X-Amz-SignedHeaders') ?? '').split(';');
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const request = [
    method,
    pathname,
    query.join('&'),
    ...signed.map((name) => `${name}:${sent[name] ?? ''}`),
    '',
    signed.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const digest = createHash('sha256').update(request).digest('hex');
  const text = ['AWS4-HMAC-SHA256', searchParams.get('X-Amz-Date'), scope, digest].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex') === searchParams.get('X-Amz-Signature');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
