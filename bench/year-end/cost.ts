import { LAST_DAY } from './assumptions.ts';
import { perRequest, requestsADocument } from './quotas.ts';
import type { Act } from './simulate.ts';

/** US dollars, us-east-1, November 2026, of memory: check against the calculator before quoting. */
const PRICE = {
  httpApiRequest: 1.0e-6,
  lambdaRequest: 0.2e-6,
  lambdaGbSecond: 1.33334e-5,
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  storePut: 5e-6,
  storeGet: 4e-7,
  logGb: 0.5,
} as const;
const LAMBDA_GB = 1;
const LOG_KB_A_REQUEST = 1;

/** A line of the bill of that day. */
export interface CostLine {
  readonly what: string;
  readonly units: number;
  readonly dollars: number;
}

/** Computes the cost of the whole day for all offices. */
export function costOfTheDay(act: Act): CostLine[] {
  const each = perRequest(act);
  const documents = LAST_DAY.offices * LAST_DAY.documentsAnOffice;
  const requests = documents * requestsADocument(act);
  const line = (what: string, units: number, price: number): CostLine => ({ what, units, dollars: units * price });
  return [
    line('HTTP API, requests', requests, PRICE.httpApiRequest),
    line('Lambda, requests', requests, PRICE.lambdaRequest),
    line('Lambda (arm64), GB-seconds', (requests * each.lambdaMs * LAMBDA_GB) / 1000, PRICE.lambdaGbSecond),
    line('DynamoDB, write units', requests * each.writeUnits, PRICE.writeUnit),
    line('DynamoDB, read units', requests * each.readUnits, PRICE.readUnit),
    line('S3, puts', requests * each.storePuts, PRICE.storePut),
    line('S3, gets and heads', requests * each.storeReads, PRICE.storeGet),
    line('Logs, GB', (requests * LOG_KB_A_REQUEST) / 1e6, PRICE.logGb),
  ];
}
