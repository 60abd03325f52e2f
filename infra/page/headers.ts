import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { pageHeaders } from '#api/http/page-headers.ts';
import type { OurStack } from '../our-stack.ts';

/** Headers that CloudFront knows by name; it takes no others of that name. */
const NAMED = ['Content-Security-Policy', 'Referrer-Policy', 'X-Content-Type-Options', 'X-Frame-Options'];

/** The headers that `banhanh serve` sends, and HSTS: here TLS ends, on one machine it does not. */
export function headersOfPage(stack: OurStack, uploadsTo: string): ResponseHeadersPolicy {
  const headers = pageHeaders({ connect: [uploadsTo] });
  const { 'Content-Security-Policy': contentSecurityPolicy = '' } = headers;
  return new ResponseHeadersPolicy(stack, 'PageHeaders', {
    comment: 'Ban Hanh: what the page may do',
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(headers)
        .filter(([header]) => !NAMED.includes(header))
        .map(([header, value]) => ({ header, value, override: true })),
    },
  });
}
