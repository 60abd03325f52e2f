import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { ApiStack } from './api-stack.ts';
import { BackupStack } from './backup/backup-stack.ts';
import { DataStack } from './data/data-stack.ts';
import { type Defaults, type Deployment, readDeployment } from './deployment.ts';
import { JobsStack } from './jobs-stack.ts';
import { FirewallStack } from './page/firewall-stack.ts';
import { PdfStack } from './pdf-stack.ts';
import { WatchStack } from './watch/watch-stack.ts';

/** The stacks of a stage, in the order in which they are deployed. */
export interface Stacks {
  readonly data: DataStack;
  readonly jobs: JobsStack;
  readonly api: ApiStack;
  /** Absent with `-c pdf=off`. */
  readonly pdf?: PdfStack;
  readonly watch: WatchStack;
  /** Absent in stages without one. */
  readonly firewall?: FirewallStack;
  /** Absent in stages that keep no data. */
  readonly backup?: BackupStack;
}

/**
 * The whole of a stage. What cdk-nag finds and nobody has given a reason for ends the synthesis, here and in the tests.
 *
 * @param defaults what the context does not say, and where the bundles are
 */
export function buildApp(
  defaults: Defaults,
  props: AppProps = {},
): { readonly app: App; readonly deployment: Deployment; readonly stacks: Stacks } {
  const app = new App(props);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const deployment = readDeployment(app, defaults);
  const data = new DataStack(app, deployment);
  const jobs = new JobsStack(app, deployment, data.data);
  const pdfQueue = deployment.pdf ? data.pdfQueue.queue : undefined;
  const { firewall: limit } = deployment.settings;
  const firewall = limit && new FirewallStack(app, deployment, limit.requestsIn5Minutes);
  const api = new ApiStack(app, deployment, data.data, {
    fanOutArn: jobs.fanOut.stateMachineArn,
    pdfQueue,
    lostEvents: jobs.lostEvents,
    webAclArn: firewall?.webAclArn,
  });
  const pdf = pdfQueue && new PdfStack(app, deployment, data.data, { pdfQueue });
  const watch = new WatchStack(app, deployment, {
    table: data.data.table,
    api: api.api,
    functions: { ...api.functions, ...jobs.functions, ...pdf?.functions },
    fanOut: jobs.fanOut,
    issueQueue: jobs.issueQueue,
    pdfQueue,
    deadLetters: { ...jobs.deadLetters, ...(pdf && { Pdf: data.pdfQueue.deadLetters }) },
  });
  const { backup: kept } = deployment.settings;
  const backup = kept && new BackupStack(app, deployment, data.data, { alarms: watch.alarms, kept });
  const stacks = {
    data,
    jobs,
    api,
    watch,
    ...(firewall && { firewall }),
    ...(pdf && { pdf }),
    ...(backup && { backup }),
  };
  return { app, deployment, stacks };
}
