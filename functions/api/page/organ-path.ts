import { STABLE_ID } from '#document/schemas/text.schema.ts';

/** `/o/<organ>` before a path: for which organ someone acts who belongs to several. */
const ORGAN_PATH = /^\/o\/([^/]+)(\/.*)$/;

interface OrganPath {
  readonly organ: string;
  readonly path: string;
}

function readOrganPath(url: string): OrganPath | null {
  const { pathname } = new URL(url);
  const [, organ = '', path = ''] = ORGAN_PATH.exec(pathname) ?? [];
  return STABLE_ID.test(organ) ? { organ, path } : null;
}

/** The path by which a request finds its route: without the organ that it is for. */
export function routePath({ url }: { readonly url: string }): string {
  return readOrganPath(url)?.path ?? new URL(url).pathname;
}

/** The organ that a request is for; undefined where its path names none. */
export function organOf(url: string): string | undefined {
  return readOrganPath(url)?.organ;
}

/** An address that an answer names is found where the question was asked. */
export function underOrgan(url: string, location: string): string {
  const organ = organOf(url);
  return organ === undefined || !location.startsWith('/') ? location : `/o/${organ}${location}`;
}
