/** A document that may be what is looked for, and its place in the order, newest first: its day, then what is unique in it. */
export interface Candidate {
  readonly place: string;
  readonly docId: string;
}

/** The next candidates from a place on; `next` is where to go on, absent at the end. */
export interface Batch {
  readonly candidates: Candidate[];
  readonly next?: string;
}
