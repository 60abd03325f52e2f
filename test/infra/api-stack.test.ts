import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { appOf, resourcesOf, templatesOf } from './support/stage.ts';

let api: Template;
beforeAll(() => {
  api = templatesOf('production').api;
});

describe('sign-in', () => {
  test('is for those who were invited, with a password and a code of their own device, always', () => {
    api.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      UsernameConfiguration: { CaseSensitive: false },
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          RequireUppercase: true,
        },
      },
    });
  });

  test('sends its mails through SES where a sender is named: Cognito itself sends 50 a day', () => {
    const { stacks } = appOf('production', { mailFrom: 'ban-hanh@example.gov.vn' });
    Template.fromStack(stacks.api).hasResourceProperties('AWS::Cognito::UserPool', {
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        From: 'Ban Hanh <ban-hanh@example.gov.vn>',
        SourceArn: {
          'Fn::Join': [
            '',
            Match.arrayWith([Match.stringLikeRegexp(':ses:ap-southeast-1:'), ':identity/example.gov.vn']),
          ],
        },
      },
    });
    expect(() => appOf('production', { mailFrom: 'example.gov.vn' })).toThrow(/mailFrom/);
  });

  test('tells people by mail every five minutes where a sender is named, and not at all where none is', () => {
    const told = templatesOf('production', { mailFrom: 'ban-hanh@example.gov.vn' }).api;
    const of = (template: Template, name: string) =>
      Object.values(resourcesOf(template, 'AWS::Lambda::Function')).find(
        ({ Properties }) => Properties?.['Environment'].Variables.POWERTOOLS_SERVICE_NAME === name,
      )?.Properties?.['Environment'].Variables;
    expect(of(told, 'tell')).toMatchObject({ MAIL_FROM: 'ban-hanh@example.gov.vn', PAGE_ORIGIN: expect.anything() });
    expect(of(told, 'api')).toMatchObject({ IS_TOLD: 'yes' });
    expect(of(api, 'tell')).toBeUndefined();
    expect(of(api, 'api')).toMatchObject({ IS_TOLD: 'no' });
    told.hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(5 minutes)' });
    expect(Object.keys(resourcesOf(api, 'AWS::Scheduler::Schedule'))).toEqual([]);
  });

  test('asks pre-token what stands in access tokens: version 2, with the plan that has it', () => {
    api.hasResourceProperties('AWS::Cognito::UserPool', {
      UserPoolTier: 'ESSENTIALS',
      LambdaConfig: {
        PreTokenGenerationConfig: {
          LambdaArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^PreToken'), 'Arn'] },
          LambdaVersion: 'V2_0',
        },
      },
    });
    api.hasResourceProperties('AWS::Lambda::Permission', {
      FunctionName: { 'Fn::GetAtt': [Match.stringLikeRegexp('^PreToken'), 'Arn'] },
      Principal: 'cognito-idp.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Staff'), 'Arn'] },
    });
  });

  test('has one client without a secret, by code alone, whose tokens are short and who writes nothing of weight', () => {
    api.resourceCountIs('AWS::Cognito::UserPoolClient', 1);
    api.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      WriteAttributes: ['locale'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AccessTokenValidity: 10,
      TokenValidityUnits: Match.objectLike({ AccessToken: 'minutes' }),
    });
  });
});

describe('copies kept warm', () => {
  const warmApi = { copies: 3, fromHour: 7, toHour: 18 };

  test('are none unless the stage says so', () => {
    api.resourceCountIs('AWS::Lambda::Alias', 0);
    api.resourceCountIs('AWS::ApplicationAutoScaling::ScalableTarget', 0);
  });

  test('stand ready on working days between two hours in Vietnam, behind the alias that the gateway calls', () => {
    const warm = templatesOf('production', {}, { warmApi }).api;
    const [aliasId = ''] = Object.keys(resourcesOf(warm, 'AWS::Lambda::Alias'));
    const at = (hour: number, copies: number) =>
      Match.objectLike({
        Schedule: `cron(0 ${hour} ? * MON-FRI *)`,
        Timezone: 'Asia/Ho_Chi_Minh',
        ScalableTargetAction: { MinCapacity: copies, MaxCapacity: copies },
      });
    warm.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
      ScalableDimension: 'lambda:function:ProvisionedConcurrency',
      ServiceNamespace: 'lambda',
      MinCapacity: 0,
      MaxCapacity: 3,
      ScheduledActions: [at(7, 3), at(18, 0)],
    });
    warm.allResourcesProperties('AWS::ApiGatewayV2::Integration', { IntegrationUri: { Ref: aliasId } });
  });
});

describe('the door', () => {
  test('takes tokens of the pool’s client on every path but those that nobody has a token for', () => {
    const routes = Object.values(resourcesOf(api, 'AWS::ApiGatewayV2::Route')).map(({ Properties }) => [
      Properties?.['RouteKey'],
      Properties?.['AuthorizationType'],
    ]);
    expect(routes.sort()).toEqual([
      ['ANY /{proxy+}', 'JWT'],
      ['DELETE /api/session', 'NONE'],
      ['GET /api/healthz', 'NONE'],
      ['GET /api/openapi.json', 'NONE'],
      ['GET /api/schemas/{name}', 'NONE'],
      ['GET /config.json', 'NONE'],
      ['GET /healthz', 'NONE'],
      ['GET /openapi.json', 'NONE'],
      ['GET /schemas/{name}', 'NONE'],
      ['POST /api/session', 'NONE'],
      ['POST /api/session/renew', 'NONE'],
    ]);
    // Whoever acts for another organ (`/api/o/<organ>/…`) needs a token as well: nothing open stands below it.
    expect(routes.filter(([key]) => /\/o\//.test(String(key)))).toEqual([]);
    api.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [{ Ref: Match.stringLikeRegexp('^StaffPeople') }],
        Issuer: {
          'Fn::Join': [
            '',
            ['https://cognito-idp.ap-southeast-1.amazonaws.com/', { Ref: Match.stringLikeRegexp('^Staff') }],
          ],
        },
      },
    });
  });

  test('answers no other origin', () => {
    api.hasResourceProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: Match.absent(), ProtocolType: 'HTTP' });
  });

  test('limits requests', () => {
    api.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 2_000, ThrottlingBurstLimit: 4_000 },
    });
  });

  test('limits far more what nobody signs in for', () => {
    const [stage] = Object.values(resourcesOf(api, 'AWS::ApiGatewayV2::Stage'));
    const routes = Object.entries(resourcesOf(api, 'AWS::ApiGatewayV2::Route'));
    const open = routes.filter(([, { Properties }]) => Properties?.['AuthorizationType'] === 'NONE');
    expect(Object.keys(stage?.Properties?.['RouteSettings']).sort()).toEqual(
      open.map(([, { Properties }]) => Properties?.['RouteKey']).sort(),
    );
    for (const [route, limit] of Object.entries(stage?.Properties?.['RouteSettings'])) {
      const [rate, burst] = route.includes('/session') ? [100, 200] : [10, 20];
      expect(limit, route).toEqual({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst });
    }
    expect((stage as { readonly DependsOn?: readonly string[] }).DependsOn).toEqual(
      expect.arrayContaining(open.map(([id]) => id)),
    );
  });

  test('writes a line a request, with the address that it came from, and nobody’s name, path or question', () => {
    const [stage] = Object.values(resourcesOf(api, 'AWS::ApiGatewayV2::Stage'));
    const format = JSON.parse(stage?.Properties?.['AccessLogSettings'].Format);
    expect(Object.values(format).sort()).toEqual([
      '$context.error.responseType',
      '$context.httpMethod',
      '$context.identity.sourceIp',
      '$context.integrationErrorMessage',
      '$context.integrationLatency',
      '$context.integrationStatus',
      '$context.requestId',
      '$context.requestTimeEpoch',
      '$context.responseLatency',
      '$context.responseLength',
      '$context.routeKey',
      '$context.status',
    ]);
  });

  test('keeps a log of production that refuses to be deleted', () => {
    api.hasResourceProperties('AWS::Logs::LogGroup', { DeletionProtectionEnabled: true, RetentionInDays: 365 });
  });

  test('calls the function with payload 2.0, which ends before the gateway does', () => {
    api.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
      PayloadFormatVersion: '2.0',
      IntegrationType: 'AWS_PROXY',
    });
    api.hasResourceProperties('AWS::Lambda::Function', {
      Timeout: 29,
      ReservedConcurrentExecutions: 400,
      Environment: {
        Variables: Match.objectLike({
          POWERTOOLS_SERVICE_NAME: 'api',
          USER_POOL_ID: { Ref: Match.stringLikeRegexp('^Staff') },
          USER_POOL_CLIENT_ID: { Ref: Match.stringLikeRegexp('^StaffPeople') },
          FAN_OUT_ARN: Match.anyValue(),
          PDF_QUEUE_URL: Match.anyValue(),
        }),
      },
    });
  });
});
