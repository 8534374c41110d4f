// Builds the dashboard into `dist`, which the gateway serves as it is: no inline script, no inline style, no data: address.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { boardWords } from './build/board-words.ts';
import { fontPreload } from './build/font-preload.ts';
import { iconSprite } from './build/icon-sprite.ts';
import { parsedMessages } from './build/parsed-messages.ts';
import { tokensSheet } from './build/tokens-sheet.ts';
import { webApp } from './build/web-app.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [tokensSheet(), iconSprite(), fontPreload(), parsedMessages(), boardWords(), webApp()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    // For the test of what each page weighs.
    manifest: 'chunks.json',
    rolldownOptions: {
      input: {
        index: here('index.html'),
        // The kiosk beside a machine is a page of its own: it carries none of the board.
        kiosk: here('kiosk/kiosk.html'),
        'service-worker': here('offline/service-worker.ts'),
      },
      output: {
        // A service worker rules over the folder that it lies in, and keeps its name for ever.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
