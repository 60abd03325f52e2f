/** Loader of a file that is left out of a bundle, as esbuild's plugins ask for it. */
interface BundlerHooks {
  onLoad(which: { filter: RegExp }, load: () => { contents: string; loader: 'js' }): void;
}

/** Plugin of esbuild: findings have words of our own, so zod's in fifty languages stay out. */
export const withoutZodLocales = {
  name: 'without-zod-locales',
  setup({ onLoad }: BundlerHooks): void {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};', loader: 'js' }));
  },
};

/** Some libraries are CommonJS inside and ask for Node's own modules by `require`. */
const REQUIRE =
  "import { createRequire as banhanhRequire } from 'node:module'; const require = banhanhRequire(import.meta.url);";

/** Creates esbuild's options for a program that runs on our Node, with prebuilt templates. */
export function nodeBundle() {
  return {
    bundle: true,
    splitting: true,
    charset: 'utf8' as const,
    platform: 'node' as const,
    target: 'node24',
    format: 'esm' as const,
    conditions: ['bundled', 'module'],
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    logLevel: 'silent' as const,
  };
}
