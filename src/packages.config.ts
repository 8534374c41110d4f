// Joins the package that consists of hundreds of small files into a few, for a quick start. See decision 0006.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node24',
    minify: false,
    outDir: fileURLToPath(new URL('../node_modules/.officina', import.meta.url)),
    rolldownOptions: {
      input: { typebox: 'typebox', 'typebox-schema': 'typebox/schema', 'typebox-value': 'typebox/value' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
      preserveEntrySignatures: 'strict',
    },
  },
});
