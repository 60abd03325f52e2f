/** A document that may be what is looked for, and its place in the order, newest first: its day, then what is unique in it. */
export interface Candidate {
  place: string;
  docId: string;
}

/** The next candidates from a place on; `next` is where to go on, absent at the end. */
export interface Batch {
  candidates: Candidate[];
  next?: string;
}
