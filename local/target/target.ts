import { UsageError } from '../output/operator-error.ts';
import type { AwsTarget } from './open-aws.ts';
import { openExisting, type Stack } from './open-stack.ts';

const text = { type: 'string' } as const;

/** The options by which a command is told where the data is: a directory of this machine, or a table and buckets in AWS. */
export const targetOptions = { data: text, table: text, bucket: text, 'work-bucket': text, region: text } as const;

/** Their help. */
export const TARGET_HELP = `  --data THƯ-MỤC        thư mục dữ liệu của máy này (mặc định: data); hoặc trên AWS:
  --table BẢNG          bảng DynamoDB của sổ
  --bucket KHO          kho S3 của bản phát hành
  --work-bucket KHO     kho S3 của bản đóng băng, tệp tải lên, tệp xuất
  --region VÙNG         vùng AWS (mặc định: AWS_REGION)
Khóa truy cập AWS lấy như AWS CLI: AWS_PROFILE, aws sso login, hoặc vai trò của máy.`;

/** Location of the data. */
export type Target = { readonly dir: string } | { readonly aws: AwsTarget };

type TargetValues = { readonly [Option in keyof typeof targetOptions]?: string | undefined };

/** Reads the target from the options. Throws `UsageError` where they say two places, or half of one. */
export function readTarget(values: TargetValues, env: NodeJS.ProcessEnv = process.env): Target {
  const {
    data,
    table,
    bucket,
    'work-bucket': workBucket,
    region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'],
  } = values;
  const isAws = [table, bucket, workBucket, values.region].some((value) => value !== undefined);
  if (!isAws) return { dir: data ?? 'data' };
  if (data !== undefined)
    throw new UsageError('Chỉ chọn một trong hai: --data, hoặc --table cùng --bucket, --work-bucket.');
  if (!table || !bucket || !workBucket || !region) {
    const lacking = Object.entries({
      '--table': table,
      '--bucket': bucket,
      '--work-bucket': workBucket,
      '--region': region,
    });
    const names = lacking.flatMap(([name, value]) => (value ? [] : [name]));
    throw new UsageError(`Dữ liệu trên AWS cần đủ bảng, hai kho và vùng; thiếu: ${names.join(', ')}.`);
  }
  const endpoints = { dynamodbEndpoint: env['DYNAMODB_ENDPOINT'], s3Endpoint: env['S3_ENDPOINT'] };
  return { aws: { region, table, bucket, workBucket, ...endpoints } };
}

/** Opens what is there. Throws `OperatorError` where there is nothing, or it does not answer. */
export async function openTarget(target: Target): Promise<Stack> {
  if ('dir' in target) return openExisting(target.dir);
  // AWS's clients are many modules, which one machine never needs.
  return (await import('./open-aws.ts')).openAws(target.aws);
}

/** The place as a person would name it. */
export function targetName(target: Target): string {
  return 'aws' in target ? `bảng ${target.aws.table}` : target.dir;
}
