import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { tableShape } from '#register/table/table-shape.ts';
import type { OurStack } from '../our-stack.ts';

const key = (name: string) => ({ name, type: AttributeType.STRING });

/** The register's table, of the shape that the register itself has written down. It outlives its stack where the stage keeps data. */
export function registerTable(stack: OurStack, encryptionKey: IKey): TableV2 {
  const { tableRecoveryDays, warmThroughput } = stack.deployment.settings;
  return new TableV2(stack, 'Register', {
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
    deletionProtection: stack.keepsData,
    removalPolicy: stack.ofGuarded,
  });
}

/**
 * A table that was restored under another name, worked on instead of the stage's own (`-c table=`). The stage's own stays as it is. It
 * is expected under the key of the data.
 */
export function restoredTable(stack: OurStack, tableName: string, encryptionKey: IKey): ITableV2 {
  return TableV2.fromTableAttributes(stack, 'Restored', {
    tableName,
    encryptionKey,
    globalIndexes: Object.values(tableShape.indexes).map(({ name }) => name),
  });
}
