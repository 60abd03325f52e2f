import type { App } from 'aws-cdk-lib';
import { z } from 'zod';
import { type StageName, type StageSettings, settingsOf, stageName } from './stages.ts';

/** One deployment: which stage, where, and of what. */
export interface Deployment {
  readonly stage: StageName;
  readonly settings: StageSettings;
  readonly region: string;
  /** Told to every function, and stands in every line of its log. */
  readonly release: string;
  /** Who sends invitations and codes, at a domain that is verified in SES. Absent: Cognito itself, 50 mails a day. */
  readonly mailFrom?: string | undefined;
  /** Where `bundleFunctions` has put the functions. */
  readonly bundles: string;
  /** The repository: what the image of `make-pdf` is built from. */
  readonly root: string;
}

const context = z.object({
  stage: stageName.default('dev'),
  region: z.string().optional(),
  release: z.string().min(1).optional(),
  mailFrom: z.email().optional(),
});

/**
 * Reads `-c stage=`, `-c region=`, `-c release=` and `-c mailFrom=`, or the same from `cdk.json` and `~/.cdk.json`. Throws where a stage is named
 * that there is not.
 */
export function readDeployment(app: App, defaults: Pick<Deployment, 'release' | 'bundles' | 'root'>): Deployment {
  const of = (name: string): unknown => app.node.tryGetContext(name);
  const { stage, region, release, mailFrom } = context.parse({
    stage: of('stage'),
    region: of('region'),
    release: of('release'),
    mailFrom: of('mailFrom'),
  });
  const settings = settingsOf(stage);
  return { ...defaults, stage, settings, region: region ?? settings.region, mailFrom, ...(release && { release }) };
}
