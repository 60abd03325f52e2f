import { CfnOutput, Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
  UserPoolOperation,
  VerificationEmailStyle,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { acknowledge } from './acknowledge.ts';
import type { OurStack } from './our-stack.ts';

/** The pool of those who may sign in, and the one client of it. */
export interface SignIn {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** Origin of the managed login, without a path. */
  readonly pageUrl: string;
}

/**
 * User pool of people an administrator invited, with a password and a code from their own device. What they may do
 * stands in the register's members; `preToken` writes it into each access token, which takes the plan Essentials.
 */
export function signIn(stack: OurStack, preToken: IFunction, pageOrigin: string): SignIn {
  const { stage, settings, mailFrom } = stack.deployment;
  const pool = new UserPool(stack, 'Staff', {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: false,
    signInAliases: { username: true },
    signInCaseSensitive: false,
    standardAttributes: { email: { required: true, mutable: true } },
    autoVerify: { email: true },
    keepOriginal: { email: true },
    ...(mailFrom !== undefined && { email: mailBy(mailFrom) }),
    userInvitation: {
      emailSubject: 'Ban Hành: tài khoản của anh/chị',
      emailBody:
        `Anh/chị đã được mời dùng Ban Hành tại ${pageOrigin}/<br>` +
        'Tên đăng nhập: {username}<br>Mật khẩu tạm (dùng được 3 ngày): {####}<br>' +
        'Lần đầu đăng nhập, anh/chị đặt mật khẩu mới và gắn ứng dụng mã xác thực trên điện thoại.',
    },
    userVerification: {
      emailSubject: 'Ban Hành: mã xác nhận',
      emailBody:
        'Mã xác nhận của anh/chị là {####}. Nếu không yêu cầu mã này, anh/chị bỏ qua thư và báo người quản trị.',
      emailStyle: VerificationEmailStyle.CODE,
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      passwordHistorySize: 5,
      tempPasswordValidity: Duration.days(3),
    },
    deletionProtection: stack.keepsData,
    removalPolicy: stack.ofGuarded,
  });
  pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, preToken, LambdaVersion.V2_0);
  acknowledge(pool, {
    'AwsSolutions-COG8':
      'Essentials carries what is needed (claims in access tokens); Plus adds guesses about risk to a second factor that everyone has.',
  });
  const returnsTo = [`${pageOrigin}/`, ...settings.signInReturnsTo];
  const client = pool.addClient('People', {
    generateSecret: false,
    // By code alone: no password passes through a page or a program of ours.
    authFlows: { userSrp: false },
    // Nobody changes by themselves what an administrator has said of them; an empty list would mean all.
    writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    readAttributes: new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true }),
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID],
      callbackUrls: returnsTo,
      logoutUrls: returnsTo,
    },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    // A changed role counts from the next token on.
    accessTokenValidity: Duration.minutes(10),
    idTokenValidity: Duration.minutes(10),
    refreshTokenValidity: Duration.hours(12),
  });
  const domain = pool.addDomain('SignInPage', {
    // Unique in all of AWS.
    cognitoDomain: { domainPrefix: `banhanh-${stage}-${stack.account}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  new CfnManagedLoginBranding(stack, 'SignInLook', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  new CfnOutput(stack, 'UserPoolId', { value: pool.userPoolId });
  new CfnOutput(stack, 'UserPoolClientId', { value: client.userPoolClientId });
  new CfnOutput(stack, 'SignInPageUrl', { value: domain.baseUrl() });
  return { pool, client, pageUrl: domain.baseUrl() };
}

/** Through SES, in the region of the pool. */
function mailBy(fromEmail: string): UserPoolEmail {
  const sesVerifiedDomain = fromEmail.slice(fromEmail.lastIndexOf('@') + 1);
  return UserPoolEmail.withSES({ fromEmail, fromName: 'Ban Hanh', sesVerifiedDomain });
}
