import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { tableShape } from '#register/table/table-shape.ts';
import type { StageSettings } from './stages.ts';

const key = (name: string) => ({ name, type: AttributeType.STRING });

/** The register's table, of the shape that the register itself has written down. It outlives its stack. */
export function registerTable(
  scope: Construct,
  {
    encryptionKey,
    tableRecoveryDays,
    warmThroughput,
  }: { encryptionKey: IKey } & Pick<StageSettings, 'tableRecoveryDays' | 'warmThroughput'>,
): TableV2 {
  return new TableV2(scope, 'Register', {
    partitionKey: key(tableShape.partitionKey),
    sortKey: key(tableShape.sortKey),
    globalSecondaryIndexes: Object.values(tableShape.indexes).map((index) => ({
      indexName: index.name,
      partitionKey: key(index.partitionKey),
      sortKey: key(index.sortKey),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...index.projected],
    })),
    billing: Billing.onDemand(),
    ...(warmThroughput && { warmThroughput }),
    encryption: TableEncryptionV2.customerManagedKey(encryptionKey),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: tableRecoveryDays },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
