import { actingOrgan, forOrgan, withoutOrgan } from './acting-organ.ts';
import { type AddressFields, fieldQuery, readFields } from './address-fields.ts';
import { FIRST_STEPS, type FirstStep } from './first-run/progress.ts';

/** Views without more to say than their name, and their addresses. */
const PATHS = {
  work: '/viec-cua-toi',
  drafts: '/du-thao',
  'to-check': '/cho-kiem-tra',
  'to-sign': '/cho-ky',
  'to-number': '/cho-cap-so',
  book: '/so-van-ban-di',
  new: '/soan-moi',
  check: '/kiem-tra-word',
  register: '/dang-ky',
  admin: '/quan-tri',
  activity: '/ai-da-lam-gi',
  'to-send': '/cho-gui',
  replies: '/cho-tra-loi',
  password: '/mat-khau',
  profile: '/thong-tin-co-quan',
  'fan-outs': '/giao-ke-hoach',
  'came-down': '/ke-hoach-cap-tren-giao',
  'superior-file': '/tep-cap-tren',
  statistics: '/so-lieu',
  'old-books': '/nhap-so-cu',
  'old-scans': '/ban-quet-so-cu',
  library: '/thu-vien',
  returned: '/tep-gui-lai',
} as const;

/** Views that may be of one document. */
const WITH_DOCUMENT = ['to-number', 'returned', 'superior-file'] as const;

/** A view, as its address says it. */
export type Route =
  | { readonly view: keyof typeof PATHS }
  /** The clerk's screen, with a document that is looked at first. */
  | { readonly view: 'to-number'; readonly docId?: string }
  /** A file that a leader sent back, with the draft that it is known to be of. */
  | { readonly view: 'returned'; readonly docId?: string }
  /** The superior's Word file; with a plan of it, the amended one. */
  | { readonly view: 'superior-file'; readonly docId?: string }
  | { readonly view: 'find'; readonly text: string; readonly by?: AddressFields }
  | { readonly view: 'book'; readonly by?: AddressFields }
  | { readonly view: 'statistics'; readonly by?: AddressFields }
  | { readonly view: 'document'; readonly organ: string; readonly docId: string }
  | { readonly view: 'edit'; readonly docId: string }
  | { readonly view: 'fan-out'; readonly runId: string }
  | { readonly view: 'hand-down'; readonly docId: string }
  | { readonly view: 'first-run'; readonly step: FirstStep | null }
  | { readonly view: 'missing' };

/** The view that an address names; the empty path is one's own work. */
export function parseRoute(address: string, query: string): Route {
  const path = withoutOrgan(address);
  if (path === '/' || path === '') return { view: 'work' };
  const [first, second, third, ...more] = path.split('/').slice(1).map(decode);
  if (more.length > 0) return { view: 'missing' };
  if (first === 'van-ban' && second && third) return { view: 'document', organ: second, docId: third };
  if (first === 'soan' && second && third === undefined) return { view: 'edit', docId: second };
  if (first === 'chuan-bi-giao' && second && third === undefined) return { view: 'hand-down', docId: second };
  if (first === 'giao-ke-hoach' && second && third === undefined) return { view: 'fan-out', runId: second };
  if (first === 'tra-cuu' && second === undefined) {
    return { view: 'find', text: new URLSearchParams(query).get('tim') ?? '', ...readFields('find', query) };
  }
  const named = WITH_DOCUMENT.find((view) => path === PATHS[view]);
  if (named) {
    const docId = new URLSearchParams(query).get('van-ban');
    return { view: named, ...(docId !== null && { docId }) };
  }
  if (first === 'bat-dau' && third === undefined) return firstRun(second);
  const [view] = Object.entries(PATHS).find(([, known]) => known === path) ?? [];
  if (view === 'book' || view === 'statistics') return { view, ...readFields(view, query) };
  return isPlain(view) ? { view } : { view: 'missing' };
}

/** A step that nobody knows is the one that is due. */
function firstRun(path: string | undefined): Route {
  return { view: 'first-run', step: FIRST_STEPS.find((one) => one.path === path)?.step ?? null };
}

function isPlain(view: string | undefined): view is keyof typeof PATHS {
  return view !== undefined && view in PATHS;
}

/** The address of a view, for an organ; as it stands, for the one that the page is open for. */
export function formatRoute(route: Route, organ: string | null = actingOrgan): string {
  return forOrgan(organ, viewPath(route));
}

function viewPath(route: Route): string {
  switch (route.view) {
    case 'find':
      return `/tra-cuu${fieldQuery('find', route.by, route.text === '' ? {} : { tim: route.text })}`;
    case 'book':
    case 'statistics':
      return PATHS[route.view] + fieldQuery(route.view, 'by' in route ? route.by : undefined);
    case 'to-number':
    case 'returned':
    case 'superior-file': {
      const docId = 'docId' in route ? route.docId : undefined;
      const path = PATHS[route.view];
      return docId === undefined ? path : `${path}?${new URLSearchParams({ 'van-ban': docId })}`;
    }
    case 'document':
      return `/van-ban/${encodeURIComponent(route.organ)}/${encodeURIComponent(route.docId)}`;
    case 'edit':
      return `/soan/${encodeURIComponent(route.docId)}`;
    case 'fan-out':
      return `/giao-ke-hoach/${encodeURIComponent(route.runId)}`;
    case 'hand-down':
      return `/chuan-bi-giao/${encodeURIComponent(route.docId)}`;
    case 'first-run': {
      const path = FIRST_STEPS.find(({ step }) => step === route.step)?.path;
      return path === undefined ? '/bat-dau' : `/bat-dau/${path}`;
    }
    case 'missing':
      return '/';
    default:
      return PATHS[route.view];
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
