import type { Store } from './store.ts';

/**
 * One store over two: what is issued (`issued/…`) in a bucket whose versions are locked, and all else (`drafts/`, `uploads/`,
 * `exports/`) in one of its own, with lifecycles that the first must not have.
 */
export function createRoutedStore({ issued, work }: { readonly issued: Store; readonly work: Store }): Store {
  const storeOf = (key: string) => (/^issued(\/|$)/.test(key) ? issued : work);
  return {
    put: (key, bytes, options) => storeOf(key).put(key, bytes, options),
    get: (key, options) => storeOf(key).get(key, options),
    head: (key) => storeOf(key).head(key),
    list: (prefix) => storeOf(prefix).list(prefix),
  };
}
