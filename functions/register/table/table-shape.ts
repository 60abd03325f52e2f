/**
 * The one table of the register, as data: `infra/` builds it in AWS and `createTable` on the embedded default from the same lines.
 *
 * Keys are strings. An index is sparse: an item without its two attributes is not in it. Names of tables and indexes have three
 * characters or more, and an index has one attribute a key, because dynoxide takes neither less nor more.
 */
export const tableShape = {
  partitionKey: 'PK',
  sortKey: 'SK',
  indexes: {
    /** `SYM#<folded số và ký hiệu>` / `<yyyy>#<organ>`, on register rows: yields the document's id. */
    bySymbol: {
      name: 'by-symbol',
      partitionKey: 'symbolPK',
      sortKey: 'symbolSK',
      projected: ['organ', 'docId'],
    },
    /** `A#<organ>#S#<state>` / `<updatedAt>#<docId>`, on document items. */
    byState: {
      name: 'by-state',
      partitionKey: 'statePK',
      sortKey: 'stateSK',
      projected: ['organ', 'docId'],
    },
    /** `A#<organ>#<yyyy>` / `<issuedDate>#<number>`, on register rows, with what a list of results filters by. */
    byDate: {
      name: 'by-date',
      partitionKey: 'datePK',
      sortKey: 'dateSK',
      projected: ['organ', 'docId', 'typeCode', 'subjectFolded', 'signerInfo', 'to'],
    },
    /** `OUT#<shard>` / `<dueAt>`, on rows whose files are not yet in the store; `OUT#F` on fan-outs with units left to do. */
    outbox: {
      name: 'outbox',
      partitionKey: 'outShard',
      sortKey: 'dueAt',
      projected: ['organ', 'docId', 'year', 'series', 'codeNumber'],
    },
  },
} as const;

/** In how many partitions the outbox is spread: enough for 250 issues a second, few enough to ask one by one. */
export const OUTBOX_SHARDS = 4;
