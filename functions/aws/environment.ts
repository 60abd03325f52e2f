import { z } from 'zod';

const text = z.string().min(1);

/** Variables by which every function knows itself. */
export const aboutVariables = { POWERTOOLS_SERVICE_NAME: text, STAGE: text, RELEASE: text } as const;

/** Variables of table and buckets; endpoints are for other clouds and tests. */
export const dataVariables = {
  AWS_REGION: text,
  TABLE_NAME: text,
  ISSUED_BUCKET: text,
  WORK_BUCKET: text,
  DYNAMODB_ENDPOINT: text.optional(),
  S3_ENDPOINT: text.optional(),
} as const;

/** Parsed {@link dataVariables}. */
export type DataEnvironment = z.infer<z.ZodObject<typeof dataVariables>>;

/** The queue of issues. */
export const queueVariables = { ISSUE_QUEUE_URL: text, SQS_ENDPOINT: text.optional() } as const;

/** The queue of PDF copies. Without it the API has the copies that are there, and asks for none. */
export const pdfQueueVariables = { PDF_QUEUE_URL: text.optional(), SQS_ENDPOINT: text.optional() } as const;

/** Mail about what waits: from whom, and where the page stands. */
export const mailVariables = { MAIL_FROM: text, PAGE_ORIGIN: text, SES_ENDPOINT: text.optional() } as const;

/** The state machine of fan-outs. */
export const fanOutVariables = { FAN_OUT_ARN: text, SFN_ENDPOINT: text.optional() } as const;

/** The pool whose tokens are believed. */
export const poolVariables = { USER_POOL_ID: text, USER_POOL_CLIENT_ID: text, JWKS_URL: text.optional() } as const;

/** The page whose origin the API shares; without them there is no page, and programs alone sign in. */
export const pageVariables = {
  PAGE_ORIGIN: text.optional(),
  SIGN_IN_URL: text.optional(),
  /** State of the job `tell`, which tells people by mail. */
  IS_TOLD: z.enum(['yes', 'no']).optional(),
  /** Secret that only the page's origin sends along; absent: the API's own address is open. */
  DOOR_SECRET: text.optional(),
} as const;

/**
 * Reads the variables of a function, once, where it starts. Throws an error that names every one that is missing, and no value.
 *
 * @example const env = readEnvironment(process.env, { ...aboutVariables, ...dataVariables });
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  env: Readonly<Record<string, string | undefined>>,
  shape: Shape,
): z.infer<z.ZodObject<Shape>> {
  const read = z.object(shape).safeParse(env);
  if (read.success) return read.data;
  const names = read.error.issues.map(({ path }) => path.join('.'));
  throw new Error(`Environment variables missing or empty: ${names.join(', ')}`);
}
