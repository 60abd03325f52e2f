/** Describes a field in JSON Schema, OpenAPI and tooltips: a Vietnamese sentence, and values it takes. */
export function about(description: string, ...examples: [unknown, ...unknown[]]) {
  return { description, examples };
}
