/** Pieces that are common to many documents. */
const pieces = new WeakSet<object>();
/** Tells whether any piece was ever shared: a process that makes single documents looks for none. */
let anyShared = false;

/**
 * Declares a piece to be common to many documents. The plans of a province's units have most of their parts in common.
 * The piece is frozen with all in it: what was made of it once holds for every document. Parts in it and their tables are
 * pieces too.
 */
export function share<Piece extends object>(piece: Piece): Piece {
  if (!pieces.has(piece)) {
    pieces.add(piece);
    anyShared = true;
    freezeWhole(piece);
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
    if (!anyShared || typeof value !== 'object' || value === null) return make(value);
    const before = known.get(value);
    if (before) return before.made;
    if (!pieces.has(value)) return make(value);
    const made = keep(make(value));
    known.set(value, { made });
    return made;
  };
}

/** As {@link oncePerPiece}, for functions that make another answer of a piece for each `way`. */
export function oncePerPieceAndWay<In, Way, Made>(make: (value: In, way: Way) => Made): (value: In, way: Way) => Made {
  const knownOf = oncePerPiece((_: In) => new Map<Way, { readonly made: Made }>());
  return (value, way) => {
    if (!isShared(value)) return make(value, way);
    const known = knownOf(value);
    const before = known.get(way) ?? { made: make(value, way) };
    known.set(way, before);
    return before.made;
  };
}

function freezeWhole(value: object): void {
  Object.freeze(value);
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'object' || inner === null) continue;
    if (key === 'table') share(inner);
    else if (key === 'children') for (const child of Object.values(Object.freeze(inner))) shareInner(child);
    else freezeWhole(inner);
  }
}

function shareInner(value: unknown): void {
  if (typeof value === 'object' && value !== null) share(value);
}
