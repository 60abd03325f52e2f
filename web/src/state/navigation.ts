import { readable } from 'svelte/store';
import { actingOrgan, organOfPath } from './acting-organ.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';

const listeners = new Set<(route: Route) => void>();
const here = (): Route => parseRoute(location.pathname, location.search);
const tell = (): void => {
  for (const listen of listeners) listen(here());
};

/** The view of the address bar. */
export const route = readable<Route>(here(), (set) => {
  listeners.add(set);
  addEventListener('popstate', tell);
  set(here());
  return () => {
    listeners.delete(set);
    removeEventListener('popstate', tell);
  };
});

/** Goes to a view; `replace` leaves no step back. */
export function go(to: Route, { replace = false } = {}): void {
  const address = formatRoute(to);
  if (address === location.pathname + location.search) return;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  tell();
  if (!replace) scrollTo(0, 0);
}

/** Follows links of our own without loading the page anew; new tabs and windows stay the browser's. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.origin !== location.origin || link.target !== '' || link.hasAttribute('download')) return;
  if (link.getAttribute('href')?.startsWith('#') || organOfPath(link.pathname) !== actingOrgan) return;
  event.preventDefault();
  go(parseRoute(link.pathname, link.search));
}
