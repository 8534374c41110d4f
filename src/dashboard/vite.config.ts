// Builds the dashboard into `dist`, which the gateway serves as it is: no inline script, no inline style, no data: address.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { fontPreload } from './build/font-preload.ts';
import { iconSprite } from './build/icon-sprite.ts';
import { parsedMessages } from './build/parsed-messages.ts';
import { tokensSheet } from './build/tokens-sheet.ts';

const pages = ['index.html', 'kiosk/kiosk.html'].map((page) => fileURLToPath(new URL(page, import.meta.url)));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [tokensSheet(), iconSprite(), fontPreload(), parsedMessages()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    // The kiosk beside a machine is a page of its own: it carries none of the board.
    rolldownOptions: { input: pages },
  },
});
