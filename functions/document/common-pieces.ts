/** Pieces that are common to many documents. */
const pieces = new WeakSet<object>();
/** Tells whether any piece was ever shared: a process that makes single documents looks for none. */
let anyShared = false;

/**
 * Declares a piece to be common to many documents. The plans of a province's units have most of their parts in common.
 * The piece is frozen with all in it: what was made of it once holds for every document.
 */
export function share<Piece extends object>(piece: Piece): Piece {
  if (!pieces.has(piece)) {
    freezeWhole(piece);
    pieces.add(piece);
    anyShared = true;
  }
  return piece;
}

/** Tells whether a value is a piece that is common to many documents. */
export function isShared(value: unknown): value is object {
  return anyShared && typeof value === 'object' && value !== null && pieces.has(value);
}

/**
 * Makes a function that answers once for a shared piece, and each time for anything else. `make` has to be pure; what it
 * answers for a shared piece goes through `keep`.
 *
 * @example const toNfc = oncePerPiece(withTextsInNfc, share)
 */
export function oncePerPiece<In, Made>(
  make: (value: In) => Made,
  keep: (made: Made) => Made = (made) => made,
): (value: In) => Made {
  const known = new WeakMap<object, { readonly made: Made }>();
  return (value) => {
    if (!isShared(value)) return make(value);
    const before = known.get(value);
    if (before) return before.made;
    const made = keep(make(value));
    known.set(value, { made });
    return made;
  };
}

function freezeWhole(value: object): void {
  Object.freeze(value);
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null && !pieces.has(inner)) freezeWhole(inner);
  }
}
