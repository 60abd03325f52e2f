import { IgnoreMode, Size } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { DockerImageCode, EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { PDF_WITHIN } from './data/data-stack.ts';
import type { Deployment } from './deployment.ts';
import { type Functions, ourFunction } from './function.ts';
import { OurStack } from './our-stack.ts';
import type { Data } from './targets.ts';

/** PDF copies of what was issued: after the issue, beside it, never on its way. */
export class PdfStack extends OurStack {
  readonly functions: Functions;

  constructor(scope: Construct, deployment: Deployment, data: Data, { pdfQueue }: { readonly pdfQueue: Queue }) {
    super(scope, 'pdf', 'PDF copies of issued files', deployment);
    const makePdf = ourFunction(this, 'make-pdf', {
      targets: { data, pdfQueue },
      timeout: PDF_WITHIN,
      memoryMb: 2_048,
      environment: { PDF_QUEUE_URL: pdfQueue.queueUrl },
      reservedConcurrency: deployment.settings.concurrency['make-pdf'],
      noDeadLetters: 'It is fed by a queue, which has its own.',
      image: {
        code: DockerImageCode.fromImageAsset(deployment.root, {
          file: 'infra/pdf-image/Dockerfile',
          platform: Platform.LINUX_ARM64,
          // Without it the build stops, and says what to look up.
          ...(deployment.pdfBase !== undefined && { buildArgs: { NODE_DIGEST: deployment.pdfBase } }),
          // Of the repository the image takes these alone; what else changes does not make another image.
          exclude: [
            '**',
            '!infra/pdf-image',
            '!infra/pdf-image/**',
            '!build/functions/make-pdf',
            '!build/functions/make-pdf/**',
          ],
          ignoreMode: IgnoreMode.DOCKER,
        }),
        options: { ephemeralStorageSize: Size.gibibytes(1) },
      },
    });
    const mapping = new EventSourceMapping(this, 'FilesToCopy', {
      target: makePdf,
      eventSourceArn: pdfQueue.queueArn,
      batchSize: 1,
      reportBatchItemFailures: true,
      maxConcurrency: Math.max(2, deployment.settings.concurrency['make-pdf'] ?? 2),
    });
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        'SQS as a source takes no destination; the queue has dead letters.',
    });
    this.functions = { 'make-pdf': makePdf };
  }
}
