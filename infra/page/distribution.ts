import { Duration, Fn } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { DOOR_HEADER } from '#api/page/door-header.ts';
import { acknowledge } from '../acknowledge.ts';
import type { OurStack } from '../our-stack.ts';
import { readableBucket } from '../readable-bucket.ts';
import { headersOfPage } from './headers.ts';

/** An address of a view is the page itself, which reads the address; files have a dot in their names. */
const VIEWS = `function handler(event) {
  var request = event.request;
  if (request.uri.lastIndexOf('.') <= request.uri.lastIndexOf('/')) request.uri = '/index.html';
  return request;
}
`;

/** Origins behind the distribution. */
export interface Behind {
  readonly api: HttpApi;
  readonly files: Bucket;
  readonly uploadsTo: string;
  readonly webAclArn?: string | undefined;
  readonly door?: Secret | undefined;
}

/** One origin for page and API: `/api/*` and `/config.json` go to the API and are kept nowhere, all else is a file of the page. */
export function distribution(stack: OurStack, { api, files, uploadsTo, webAclArn, door }: Behind): Distribution {
  const { stage, domain } = stack.deployment;
  const responseHeadersPolicy = headersOfPage(stack, uploadsTo);
  const toApi: BehaviorOptions = {
    origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint)), {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
      // CloudFormation puts the value in when it deploys; no template has it.
      ...(door && { customHeaders: { [DOOR_HEADER]: door.secretValue.unsafeUnwrap() } }),
    }),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  };
  const views = new EdgeFunction(stack, 'Views', {
    code: FunctionCode.fromInline(VIEWS),
    runtime: FunctionRuntime.JS_2_0,
    comment: 'Addresses of views are the page itself',
  });
  const made = new Distribution(stack, 'Page', {
    comment: `Ban Hanh (${stage})`,
    defaultRootObject: 'index.html',
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_200,
    ...(webAclArn !== undefined && { webAclId: webAclArn }),
    ...(domain && {
      domainNames: [domain.name],
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      certificate: Certificate.fromCertificateArn(stack, 'Certificate', domain.certificateArn),
    }),
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(readableBucket(files)),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      // By what the files say of themselves: for a year those with a hash in their names, never the others.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy,
      functionAssociations: [{ function: views, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
    additionalBehaviors: { '/api/*': toApi, '/config.json': { ...toApi, responseHeadersPolicy } },
  });
  acknowledge(made, {
    'AwsSolutions-CFR1': 'Staff travel; who may do what is said by their token.',
    'AwsSolutions-CFR3': 'What a person asks for is logged at the API; files of the page are the same for everyone.',
    ...(webAclArn === undefined && {
      'AwsSolutions-CFR2': 'The firewall is a setting of the stage, paid for by the month.',
    }),
    ...(!domain && {
      'AwsSolutions-CFR4': 'The certificate of cloudfront.net takes no minimum; a domain of its own does.',
    }),
  });
  return made;
}
