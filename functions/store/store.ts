/** Metadata of a stored object. */
export interface StoredObject {
  readonly key: string;
  /** Of the bytes, lower-case hex, as recorded when they were put. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Version of the object, where the adapter keeps versions (S3). */
  readonly versionId?: string;
}

/** An object with its bytes, which were hashed before they were handed out. */
export interface StoredBytes extends StoredObject {
  readonly bytes: Uint8Array;
}

/** Settings of a put. */
export interface PutOptions {
  readonly contentType: string;
  /** Names `a-z 0-9 -` but `sha256`, values printable ASCII: a Vietnamese file name belongs into the register's row. */
  readonly metadata?: Readonly<Record<string, string>>;
  /**
   * True: a taken key is `already-exists`, whatever it holds. False: the same bytes are answered as if put now, other bytes are
   * `already-exists`. Nothing is ever overwritten.
   */
  readonly ifAbsent: boolean;
  /** An object that stands already counts as put now, so that a {@link Remover} which looked before lets it stand. */
  readonly renews?: boolean;
}

/** Expectations of a reader. */
export interface GetOptions {
  /** SHA-256 from the register's row, lower-case hex. */
  readonly expectSha256?: string;
  /** The version that the row pinned; where there is none such, the current object, if it has the expected hash. */
  readonly versionId?: string;
}

/** Bounds of a download link. */
export interface LinkOptions {
  /** SHA-256 from the register's row, lower-case hex. */
  readonly expectSha256: string;
  /** The version that the row pinned; without it the one that was compared is linked to. */
  readonly versionId?: string;
  readonly contentType: string;
  /** The whole header, file name included. */
  readonly contentDisposition: string;
  /** Now. */
  readonly at: Date;
}

/** Bounds of an upload link: S3 refuses another length, hash or type. */
export interface UploadLinkOptions {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly contentType: string;
  /** Now. */
  readonly at: Date;
  readonly expiresInSeconds: number;
}

/** A request that its holder may send without a token of ours. */
export interface UploadLink {
  readonly url: string;
  /** To be sent as they stand, beside Content-Length. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Bytes by key: frozen documents, issued files, uploads, exports. Nothing is overwritten; what nothing names is taken out by a {@link Remover} alone. Keys are server ids joined by
 * `/`: `drafts/<organ>/<docId>/<sha256>.json`, `issued/<organ>/<docId>/<fileId>`. Each call may throw `StoreError` with `bad-key`
 * or `unavailable`; other codes are named with the call.
 */
export interface Store {
  /** All or nothing, durable when it returns. Throws `already-exists`, `bad-metadata`. */
  put(key: string, bytes: Uint8Array, options: PutOptions): Promise<StoredObject>;
  /** Throws `not-found`; `integrity-mismatch` before any byte is out. */
  get(key: string, options?: GetOptions): Promise<StoredBytes>;
  /** Without reading the bytes. Throws `not-found`, `integrity-mismatch` where the record of the object is damaged. */
  head(key: string): Promise<StoredObject>;
  /** Keys below `prefix/`, in no order: for `verify`, repair and backup alone. */
  list(prefix: string): AsyncIterable<string>;
  /** Names directly below `prefix/` that hold keys of their own, in no order: the organs below `issued`. */
  folders(prefix: string): AsyncIterable<string>;
  /**
   * Makes a link to these bytes and no others for {@link LINK_SECONDS}, where the store can be read without us (S3),
   * after their hash was compared. Whoever has it can read: it stands in no log. Throws `not-found`,
   * `integrity-mismatch`.
   */
  link?(key: string, options: LinkOptions): Promise<string>;
  /** Makes a link by which these bytes and no others are put, where the store can be written without us (S3). */
  uploadLink?(key: string, options: UploadLinkOptions): Promise<UploadLink>;
}

/** Seconds that a download link lives. */
export const LINK_SECONDS = 60;

/**
 * Takes objects out that nothing names any more. It stands apart from {@link Store}: who has no remover removes nothing. Each call may
 * throw `StoreError` with `bad-key` or `unavailable`.
 */
export interface Remover {
  /**
   * Removes an object that was put, or put again with `renews`, before a moment. False where it is younger, or gone. A kill in between
   * leaves it readable.
   */
  removeOlder(key: string, before: Date): Promise<boolean>;
}
