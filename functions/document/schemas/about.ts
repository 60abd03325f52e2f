/** What a field says of itself in JSON Schema, OpenAPI and an editor's tooltips: a Vietnamese sentence, and values it takes. */
export function about(description: string, ...examples: [unknown, ...unknown[]]) {
  return { description, examples };
}
