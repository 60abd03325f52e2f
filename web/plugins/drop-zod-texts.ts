import type { Plugin } from 'vite';

/**
 * Parts of zod that the page cannot use: its English sentences (the page says what is wrong in its own words, by the codes), and
 * what it compiles checks with, which the page's policy refuses.
 */
export function dropZodTexts(): Plugin {
  return {
    name: 'drop-zod-texts',
    apply: 'build',
    transform(code, id) {
      if (id.endsWith('/zod/v4/core/core.js')) return { code: `${code}\nglobalConfig.jitless = true;`, map: null };
      if (id.endsWith('/zod/v4/locales/en.js'))
        return { code: 'export default () => ({ localeError: () => undefined });', map: null };
      return id.endsWith('/zod/v4/core/doc.js') ? { code: 'export class Doc {}', map: null } : null;
    },
  };
}
