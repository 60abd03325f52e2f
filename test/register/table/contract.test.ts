import { startDynamoTable } from '../../support/dynoxide.ts';
import { openTestTable } from '../../support/test-table.ts';
import { tableContract } from './contract.ts';

tableContract('SQLite', openTestTable);
tableContract('DynamoDB', async () => {
  const started = await startDynamoTable();
  return { table: started.table(), stop: started.stop };
});
