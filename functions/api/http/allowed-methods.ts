/** A route, as the router lists it. */
interface ListedRoute {
  readonly method: string;
  readonly path: string;
}

/** The methods that a path takes, for 405 and its Allow header; empty where there is no such path. */
export function allowedMethods(routes: readonly ListedRoute[], path: string): string[] {
  const methods = routes
    .filter(({ method, path: pattern }) => method !== 'ALL' && toRegExp(pattern).test(path))
    .map(({ method }) => method);
  return [...new Set(methods)].sort();
}

function toRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+|\{[A-Za-z]+\}/g, '[^/]+')}$`);
}
