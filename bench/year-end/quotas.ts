import { LAST_DAY, NEW_TABLE, PEAK_DOCUMENTS_A_SECOND } from './assumptions.ts';
import type { Act } from './simulate.ts';

/** A quota of AWS beside what the busiest second needs. */
export interface Need {
  readonly what: string;
  readonly needed: number;
  readonly quota: number;
  /** Effect of exceeding it, and recovery. */
  readonly beyond: string;
}

/** Milliseconds that a call waits in AWS, by rule of thumb: not measured here. */
const DYNAMO_MS = 8;
const STORE_MS = 40;
/** Of a document's units those that fall on its series: the counter (2), the row (4), the row with its files (4). */
const SERIES_UNITS_A_DOCUMENT = 10;
/** Five times the mean of the half hour in which all sign in. */
const PEAK_SIGN_INS_A_SECOND = (LAST_DAY.offices * LAST_DAY.staffAnOffice * 5) / 1_800;

/** Average units that a request of an act used. */
export interface PerRequest {
  readonly cpuMs: number;
  readonly dynamoCalls: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly storePuts: number;
  readonly storeReads: number;
  /** From arrival to answer in AWS, counted from the rest; the bench's core is taken for that of a function of 1,769 MB. */
  readonly lambdaMs: number;
}

/** Divides an act by its requests. */
export function perRequest({ requests, cpuSeconds, usage }: Act): PerRequest {
  const { dynamoCalls, writeUnits, readUnits, storePuts, storeReads } = usage;
  const cpuMs = (cpuSeconds * 1000) / requests;
  return {
    cpuMs,
    dynamoCalls: dynamoCalls / requests,
    writeUnits: writeUnits / requests,
    readUnits: readUnits / requests,
    storePuts: storePuts / requests,
    storeReads: storeReads / requests,
    lambdaMs: cpuMs + (dynamoCalls * DYNAMO_MS + (storePuts + storeReads) * STORE_MS) / requests,
  };
}

/** Requests that the whole country makes for a document, looks included. */
export function requestsADocument({ requests, documents }: Act): number {
  return requests / documents;
}

/** The busiest second of 3,321 offices against AWS's default quotas of an account and region (Service Quotas, November 2026). */
export function needs(act: Act): Need[] {
  const each = perRequest(act);
  const requests = PEAK_DOCUMENTS_A_SECOND * requestsADocument(act);
  return [
    {
      what: 'DynamoDB: write units a second, a table that is new (on demand)',
      needed: requests * each.writeUnits,
      quota: NEW_TABLE.writeUnits,
      beyond:
        'throttled first. The SDK tries three times, the register goes on for three seconds, then 503 with Retry-After; the table doubles within minutes, or is warmed before (warm throughput)',
    },
    {
      what: 'DynamoDB: read units a second, a table that is new (on demand)',
      needed: requests * each.readUnits,
      quota: NEW_TABLE.readUnits,
      beyond: 'as above; nothing is lost by a read',
    },
    {
      what: 'Lambda: functions at once',
      needed: (requests * each.lambdaMs) / 1000,
      quota: 1_000,
      beyond:
        'the gateway answers 503; a person or a page tries again. A new account may start with 10: ask for 1,000 before the first day',
    },
    {
      what: 'API Gateway: requests a second (account, region)',
      needed: requests,
      quota: 10_000,
      beyond: '429; a burst of 5,000 is let through',
    },
    {
      what: 'DynamoDB: write units a second on one partition (one series of one office)',
      needed: SERIES_UNITS_A_DOCUMENT * 5,
      quota: 1_000,
      beyond: 'that office alone waits; five documents a second of one office are counted here',
    },
    {
      what: 'S3: puts a second below one prefix',
      needed: requests * each.storePuts,
      quota: 3_500,
      beyond: 'SlowDown; the SDK tries again, the document stays “numbered”, the sweep finishes it within two minutes',
    },
    {
      what: 'Cognito: sign-ins a second (7:30 to 8:00, five times the mean)',
      needed: PEAK_SIGN_INS_A_SECOND,
      quota: 120,
      beyond: 'TooManyRequests at sign-in; who has signed in works on',
    },
  ];
}
