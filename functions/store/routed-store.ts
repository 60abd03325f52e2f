import type { Store } from './store.ts';

/**
 * One store over two: what is issued (`issued/…`) and the heads of the register (`heads/…`) in a bucket whose versions are locked, and all else (`drafts/`, `uploads/`,
 * `exports/`) in one of its own, with lifecycles that the first must not have. It makes links where both do.
 */
export function createRoutedStore({ issued, work }: { readonly issued: Store; readonly work: Store }): Store {
  const isIssued = (key: string) => /^(issued|heads)(\/|$)/.test(key);
  const storeOf = (key: string) => (isIssued(key) ? issued : work);
  const { link: issuedLink, uploadLink: issuedUploadLink } = issued;
  const { link: workLink, uploadLink: workUploadLink } = work;
  return {
    put: (key, bytes, options) => storeOf(key).put(key, bytes, options),
    get: (key, options) => storeOf(key).get(key, options),
    head: (key) => storeOf(key).head(key),
    list: (prefix) => storeOf(prefix).list(prefix),
    folders: (prefix) => storeOf(prefix).folders(prefix),
    ...(issuedLink && workLink && { link: (key, options) => (isIssued(key) ? issuedLink : workLink)(key, options) }),
    ...(issuedUploadLink &&
      workUploadLink && {
        uploadLink: (key, options) => (isIssued(key) ? issuedUploadLink : workUploadLink)(key, options),
      }),
  };
}
