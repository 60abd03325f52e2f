import type { App } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { z } from 'zod';
import { type StageName, type StageSettings, settingsOf, stageName } from './stages.ts';

/** One deployment: which stage, where, and of what. */
export interface Deployment {
  readonly stage: StageName;
  readonly settings: StageSettings;
  readonly region: string;
  /** Told to every function, and stands in every line of its log. */
  readonly release: string;
  /** Sender of invitations and codes, at a domain that is verified in SES. Absent: Cognito itself, 50 mails a day. */
  readonly mailFrom?: string | undefined;
  /** A restored table to work on instead of the stage's own. */
  readonly table?: string | undefined;
  /** Tells whether PDF copies are made: without them nothing here takes Docker. */
  readonly pdf: boolean;
  /** Tells whether the stage records the calls of its account: one stage of an account without a trail. */
  readonly trail: boolean;
  /** Digest of the base image of `make-pdf`; the build asks for it. */
  readonly pdfBase?: string | undefined;
  /** The page's own domain and its certificate, which is in us-east-1. Absent: a name of cloudfront.net. */
  readonly domain?: { readonly name: string; readonly certificateArn: string } | undefined;
  /** Folder where `bundleFunctions` has put the functions. */
  readonly bundles: string;
  /** The repository: what the image of `make-pdf` is built from. */
  readonly root: string;
}

/** Defaults before `-c` is read; `settings` replace the stage's own. */
export type Defaults = Pick<Deployment, 'release' | 'bundles' | 'root'> & {
  readonly settings?: Partial<StageSettings>;
};

const context = z.object({
  stage: stageName.default('dev'),
  region: z
    .string()
    .refine((name) => RegionInfo.regions.some((one) => one.name === name), { error: 'AWS has no region of this name' })
    .optional(),
  release: z.string().min(1).optional(),
  mailFrom: z.email().optional(),
  table: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{3,255}$/)
    .optional(),
  pdf: z.enum(['on', 'off']).default('on'),
  trail: z.enum(['on', 'off']).default('off'),
  domain: z.hostname().optional(),
  certificate: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:/)
    .optional(),
  pdfBase: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .optional(),
});

/**
 * Reads what `-c` says (`stage`, `region`, `release`, `mailFrom`, `table`, `pdf`, `pdfBase`, `trail`, `domain`, `certificate`), or `cdk.json` and `~/.cdk.json`. Throws
 * where a stage or a region is named that there is not.
 */
export function readDeployment(app: App, defaults: Defaults): Deployment {
  const said = Object.fromEntries(Object.keys(context.shape).map((name) => [name, app.node.tryGetContext(name)]));
  const {
    stage,
    region,
    release,
    pdf,
    trail,
    domain: name,
    certificate: certificateArn,
    ...more
  } = context.parse(said);
  if ((name === undefined) !== (certificateArn === undefined))
    throw new Error('-c domain= and -c certificate= go together');
  const settings = { ...settingsOf(stage), ...defaults.settings };
  return {
    ...defaults,
    ...more,
    stage,
    settings,
    region: region ?? settings.region,
    pdf: pdf === 'on',
    trail: trail === 'on',
    ...(name !== undefined && certificateArn !== undefined && { domain: { name, certificateArn } }),
    ...(release && { release }),
  };
}
