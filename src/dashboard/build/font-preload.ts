// Lets the browser fetch the one font file every page needs before it has read the style sheet.

import type { Plugin } from 'vite';

/** The Vite plugin that adds `<link rel="preload">` for the Latin font. */
export function fontPreload(): Plugin {
  return {
    name: 'officina-font-preload',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const font = Object.keys(bundle ?? {}).find((file) => /next-latin-wght-normal.*\.woff2$/.test(file));
        if (font === undefined) return [];
        const attrs = { rel: 'preload', href: `/${font}`, as: 'font', type: 'font/woff2', crossorigin: '' };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}
