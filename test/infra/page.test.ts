import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageHeaders } from '#api/http/page-headers.ts';
import { DOOR_HEADER } from '#api/page/door-header.ts';
import type { Stacks } from '#infra/build-app.ts';
import { appOf, type Json, resourcesOf, templatesOf } from './support/stage.ts';

let production: Record<keyof Stacks, Template>;
let staging: Record<keyof Stacks, Template>;
beforeAll(() => {
  production = templatesOf('production');
  staging = templatesOf('staging');
});

const distributionOf = (template: Template): Json =>
  Object.values(resourcesOf(template, 'AWS::CloudFront::Distribution'))[0]?.Properties?.['DistributionConfig'];

describe('the page’s bucket', () => {
  test('is closed to the public, and read by this distribution alone', () => {
    const [[id, bucket] = []] = Object.entries(resourcesOf(production.api, 'AWS::S3::Bucket'));
    expect(Object.values(bucket?.Properties?.['PublicAccessBlockConfiguration'])).toEqual([true, true, true, true]);
    production.api.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: id },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 's3:GetObject',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Condition: { StringEquals: { 'AWS:SourceArn': Match.anyValue() } },
          }),
        ]),
      },
    });
    production.api.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
    expect(JSON.stringify(distributionOf(production.api).Origins)).not.toContain('OriginAccessIdentity":"origin');
  });
});

describe('the page’s origin', () => {
  test('hands /api/* and /config.json to the API, whole and uncached, and all else to the bucket', () => {
    const { CacheBehaviors, DefaultCacheBehavior, Origins, DefaultRootObject } = distributionOf(production.api);
    expect(DefaultRootObject).toBe('index.html');
    expect(CacheBehaviors.map(({ PathPattern }: Json) => PathPattern)).toEqual(['/api/*', '/config.json']);
    for (const one of CacheBehaviors) {
      expect(one).toMatchObject({
        // CachingDisabled and AllViewerExceptHostHeader, as AWS names them.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        ViewerProtocolPolicy: 'https-only',
      });
      expect(one.AllowedMethods).toContain('DELETE');
      expect(one.TargetOriginId).not.toBe(DefaultCacheBehavior.TargetOriginId);
    }
    expect(DefaultCacheBehavior).toMatchObject({
      CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
      ViewerProtocolPolicy: 'redirect-to-https',
      AllowedMethods: ['GET', 'HEAD'],
    });
    const toApi = Origins.find(({ CustomOriginConfig }: Json) => CustomOriginConfig);
    expect(toApi.CustomOriginConfig).toMatchObject({ OriginProtocolPolicy: 'https-only' });
    expect(JSON.stringify(toApi.DomainName)).toContain('HttpApi');
  });

  test('sends the headers that one machine sends, the store that uploads go to, and HSTS', () => {
    const [policy] = Object.values(resourcesOf(production.api, 'AWS::CloudFront::ResponseHeadersPolicy'));
    const { SecurityHeadersConfig: named, CustomHeadersConfig: custom } =
      policy?.Properties?.['ResponseHeadersPolicyConfig'] ?? {};
    const text = JSON.stringify(named.ContentSecurityPolicy.ContentSecurityPolicy);
    const expected = pageHeaders({ connect: ['UPLOADS'] })['Content-Security-Policy'] ?? '';
    for (const part of expected.split('UPLOADS')) expect(text).toContain(part);
    expect(text).toMatch(/WorkFiles.*\.s3\.ap-southeast-1\.amazonaws\.com/);
    expect(text).not.toMatch(/unsafe|\*/);
    expect(named).toMatchObject({
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      ContentTypeOptions: { Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
    });
    const sent = new Set([
      ...custom.Items.map(({ Header }: Json) => Header),
      ...['Content-Security-Policy', 'Referrer-Policy', 'X-Content-Type-Options', 'X-Frame-Options'],
    ]);
    expect([...sent].sort()).toEqual(Object.keys(pageHeaders()).sort());
  });

  test('makes the page of an address of a view, and leaves files as they are', () => {
    const [views] = Object.values(resourcesOf(production.api, 'AWS::CloudFront::Function'));
    const handler = new Function(`${views?.Properties?.['FunctionCode']}; return handler;`)();
    const of = (uri: string) => handler({ request: { uri } }).uri;
    expect(['/', '/van-ban/kh-01', '/so/2026', '/a.b/c'].map(of)).toEqual(Array(4).fill('/index.html'));
    for (const file of ['/index.html', '/assets/main-3fa2.js', '/a/b.woff2']) expect(of(file)).toBe(file);
  });

  test('may have a domain of its own, with a certificate, and then TLS 1.2 at least', () => {
    const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/abc';
    const { stacks } = appOf('production', { domain: 'van-ban.example.gov.vn', certificate });
    const own = Template.fromStack(stacks.api);
    expect(distributionOf(own)).toMatchObject({
      Aliases: ['van-ban.example.gov.vn'],
      ViewerCertificate: { AcmCertificateArn: certificate, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    own.hasResourceProperties('AWS::Cognito::UserPoolClient', { CallbackURLs: ['https://van-ban.example.gov.vn/'] });
    expect(() => appOf('production', { domain: 'van-ban.example.gov.vn' })).toThrow(/go together/);
  });
});

describe('sign-in', () => {
  test('comes back to the page alone in production, and invites to it in Vietnamese', () => {
    production.api.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      CallbackURLs: [{ 'Fn::Join': ['', ['https://', Match.anyValue(), '/']] }],
    });
    const [pool] = Object.values(resourcesOf(production.api, 'AWS::Cognito::UserPool'));
    const { EmailMessage, EmailSubject } = pool?.Properties?.['AdminCreateUserConfig'].InviteMessageTemplate ?? {};
    expect(EmailSubject).toBe('Ban Hành: tài khoản của anh/chị');
    const text = EmailMessage['Fn::Join'][1].map((one: Json) => (typeof one === 'string' ? one : '<page>')).join('');
    expect(text).toContain('https://<page>/');
    for (const blank of ['{username}', '{####}']) expect(text).toContain(blank);
  });

  test('ends at our API, which is told the page and the pool', () => {
    production.api.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          POWERTOOLS_SERVICE_NAME: 'api',
          PAGE_ORIGIN: Match.anyValue(),
          SIGN_IN_URL: Match.anyValue(),
        }),
      },
    });
  });
});

describe('the firewall', () => {
  test('of production stands in us-east-1 and stops who asks too often; staging has none', () => {
    production.firewall.hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      Rules: Match.arrayWith([
        Match.objectLike({
          Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
          Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 20_000 } },
        }),
      ]),
    });
    expect(JSON.stringify(distributionOf(production.api).WebACLId)).toContain('us-east-1');
    expect(staging).not.toHaveProperty('firewall');
    expect(distributionOf(staging.api)).not.toHaveProperty('WebACLId');
  });

  test('leaves nobody a way round it: the API asks for what the distribution alone sends along', () => {
    const secret = /\{\{resolve:secretsmanager:/;
    const door = (template: Template) =>
      distributionOf(template).Origins.flatMap(({ OriginCustomHeaders = [] }: Json) => OriginCustomHeaders);
    expect(door(production.api)).toMatchObject([{ HeaderName: DOOR_HEADER }]);
    expect(JSON.stringify(door(production.api))).toMatch(secret);
    const [api] = Object.values(resourcesOf(production.api, 'AWS::Lambda::Function')).filter(
      ({ Properties }) => Properties?.['Environment']?.Variables.POWERTOOLS_SERVICE_NAME === 'api',
    );
    expect(JSON.stringify(api?.Properties?.['Environment'].Variables.DOOR_SECRET)).toMatch(secret);
    expect(door(staging.api)).toEqual([]);
  });
});

test('scripts of the page may put uploads, and do nothing else at the store', () => {
  const buckets = Object.values(resourcesOf(production.data, 'AWS::S3::Bucket'));
  const open = buckets.flatMap(({ Properties }) => Properties?.['CorsConfiguration']?.CorsRules ?? []);
  expect(open).toEqual([
    {
      AllowedMethods: ['PUT'],
      AllowedOrigins: ['https://*.cloudfront.net'],
      AllowedHeaders: ['content-type', 'x-amz-checksum-sha256', 'x-amz-meta-sha256'],
      MaxAge: 3_600,
    },
  ]);
});
