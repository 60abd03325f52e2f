import { z } from 'zod';
import { aboutVariables, dataVariables, readEnvironment } from '#aws/environment.ts';
import { openRegisterTable } from '#aws/open-register-table.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { createMembers } from '#register/organs/members.ts';
import { memberClaims } from '#usecases/organs/member-claims.ts';

// Cognito's trigger before it makes tokens, version 2: what it answers stands in the access token.

const { AWS_REGION, TABLE_NAME, DYNAMODB_ENDPOINT } = dataVariables;
const env = readEnvironment(process.env, { ...aboutVariables, AWS_REGION, TABLE_NAME, DYNAMODB_ENDPOINT });

const { log, during } = telemetryOf(env);

const members = createMembers(openRegisterTable(env));

/** Version 1 cannot change access tokens: a pool that sends it is set up wrong. */
const eventSchema = z.looseObject({ version: z.enum(['2', '3']), userName: z.string().min(1) });

/** Refusal that the person who signs in reads, in Cognito's own frame. */
const REFUSAL = 'Tài khoản không thuộc thành viên đang làm việc của cơ quan nào; hãy báo người quản trị của cơ quan';

/**
 * Adds `staffId`, `organ` and `roles` of the member whose sign-in name it is. It runs at each sign-in and each renewal. Throws for
 * everyone else, and then no token is made.
 */
export async function handler(event: unknown, { awsRequestId }: { readonly awsRequestId: string }): Promise<object> {
  const made = await during({ awsRequestId, correlationId: awsRequestId }, async () => {
    const asked = eventSchema.parse(event);
    const claims = await memberClaims(members, asked.userName);
    if (!claims) log.warn('sign-in-refused');
    return claims && { asked, claims };
  });
  if (!made) throw new Error(REFUSAL);
  const { organ, staffId, roles } = made.claims;
  return {
    ...made.asked,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: { claimsToAddOrOverride: { organ, staffId, roles: [...roles] } },
      },
    },
  };
}
