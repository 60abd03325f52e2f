/** Limits on what is read of an upload. */
export interface ZipBounds {
  /** Of the file as it came. */
  readonly maxBytes: number;
  readonly maxEntries: number;
  /** Of all parts together, inflated. */
  readonly maxInflatedBytes: number;
}
