// Makes the pages an app that can be put on a home screen: the manifest, its icons drawn from the mark, and the list of files
// that the service worker keeps, under a version that changes with any of them.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { palette } from '../look/tokens.ts';
import { drawIcon } from './draw-icon.ts';

type Bundle = Readonly<
  Record<string, { readonly type: string; code?: string; readonly source?: string | Uint8Array }>
>;

const worker = 'service-worker.js';
/** Of the first `purpose` any system cuts nothing; a maskable one keeps what matters within 80 %. */
const icons = [
  { file: 'icon-192.png', sizePx: 192, purpose: 'any', share: 0.92 },
  { file: 'icon-512.png', sizePx: 512, purpose: 'any', share: 0.92 },
  { file: 'icon-maskable-512.png', sizePx: 512, purpose: 'maskable', share: 0.62 },
  // iOS takes no transparent icon.
  { file: 'apple-touch-icon.png', sizePx: 180, purpose: null, share: 0.72 },
] as const;

/** The Vite plugin; the input `service-worker` must be built under its plain name. */
export function webApp(): Plugin {
  return {
    name: 'officina-web-app',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' }, injectTo: 'head' },
        { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' }, injectTo: 'head' },
        ...(['light', 'dark'] as const).map((theme) => ({
          tag: 'meta',
          attrs: {
            name: 'theme-color',
            media: `(prefers-color-scheme: ${theme})`,
            content: palette[theme].surface,
          },
          injectTo: 'head' as const,
        })),
      ],
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const { file, sizePx, purpose, share } of icons)
          this.emitFile({
            type: 'asset',
            fileName: file,
            source: draw({ sizePx, share, isBare: purpose === 'any' }),
          });
        this.emitFile({
          type: 'asset',
          fileName: 'manifest.webmanifest',
          source: JSON.stringify(manifest, null, 1),
        });
        fillIn(bundle as Bundle);
      },
    },
  };
}

const mark = readFileSync(new URL('../mark.svg', import.meta.url), 'utf8');

function draw({ sizePx, share, isBare }: { sizePx: number; share: number; isBare: boolean }): Uint8Array {
  const path = / d="([^"]+)"/.exec(mark)?.[1];
  if (path === undefined) throw new Error('mark.svg has no path; the icons are drawn from it.');
  const { accent, canvas } = palette.light;
  return drawIcon({ path, sizePx, share, colour: accent, ...(isBare ? {} : { ground: canvas }) });
}

const manifest = {
  id: '/',
  name: 'Officina',
  short_name: 'Officina',
  description: 'What is free in the workshop, and what is yours.',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: palette.light.canvas,
  theme_color: palette.light.surface,
  icons: icons
    .filter(({ purpose }) => purpose !== null)
    .map(({ file, sizePx, purpose }) => ({
      src: `/${file}`,
      type: 'image/png',
      sizes: `${sizePx}x${sizePx}`,
      purpose,
    })),
};

/** Fonts of letters that few pages need are kept when they were used; the browser does that by itself. */
const isKept = (file: string): boolean => file !== worker && !/latin-ext|\.map$|^chunks\.json$/.test(file);

function fillIn(bundle: Bundle): void {
  const shell = bundle[worker];
  if (shell?.code === undefined) throw new Error(`the build has made no ${worker}`);
  const files = Object.keys(bundle).filter(isKept).sort();
  const hash = createHash('sha256').update(shell.code);
  for (const file of files) hash.update(file).update(bundle[file]?.source ?? bundle[file]?.code ?? '');
  const own = [...new Set([...files, 'manifest.webmanifest', 'icon-192.png'])];
  const paths = own.map((file) => (file === 'index.html' ? '/' : `/${file}`));
  shell.code = shell.code.replace('__SHELL__', [hash.digest('hex').slice(0, 16), ...paths].join('|'));
}
