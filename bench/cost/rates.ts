/** Prices of us-east-1 in USD, to be checked against calculator.aws; Singapore is 10 to 25 % above. */
export const PRICES = {
  httpApiPerMillion: 1.0,
  lambdaRequestPerMillion: 0.2,
  lambdaArmPerMillionGbSeconds: 13.33,
  dynamoWritePerMillion: 0.625,
  dynamoReadPerMillion: 0.125,
  dynamoGbMonth: 0.25,
  pointInTimeGbMonth: 0.2,
  warmBackupGbMonth: 0.1,
  coldBackupGbMonth: 0.03,
  s3PutPerMillion: 5.0,
  s3GetPerMillion: 0.4,
  s3GbMonth: 0.023,
  s3BackupGbMonth: 0.05,
  cloudFrontGb: 0.085,
  keyMonth: 1.0,
  alarmMetricMonth: 0.1,
  customMetricMonth: 0.3,
  dashboardMonth: 3.0,
  logsPerGb: 0.5,
  tracesPerMillion: 5.0,
  secretMonth: 0.4,
  firewallMonth: 7.0,
  firewallPerMillion: 0.6,
} as const;

/** Of one document: measured in bench/RESULTS-year-end.md, or taken where it says so. */
export const PER_DOCUMENT = {
  requests: 27,
  writeUnits: 132,
  readUnits: 175,
  puts: 4,
  gets: 20,
  /** Taken: 100 ms a request at 1,769 MB. */
  apiGbSeconds: 27 * 0.1 * 1.73,
  /** Taken: 6 s at 2 GB. */
  pdfGbSeconds: 12,
  /** Taken: items, audit chain, words and indexes in the table. */
  tableKb: 17,
  /** Taken: frozen document, issued file, access log lines. */
  storeKb: 130,
  /** Taken: what its readers download. */
  downloadKb: 400,
} as const;

/** Standing costs whatever is issued, counted in the templates of production. */
export const FIXED = { keys: 3, alarmMetrics: 54, dashboards: 1, customMetrics: 12, secrets: 1 } as const;
