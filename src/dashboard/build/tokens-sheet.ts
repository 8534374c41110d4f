// Writes the colour tokens out as the style sheet `virtual:tokens.css`, so that `look/tokens.ts` is their only home.

import type { Plugin } from 'vite';
import { type Theme, themes, tokens } from '../look/tokens.ts';

/** The Vite plugin that answers `import 'virtual:tokens.css'`. */
export function tokensSheet(): Plugin {
  const name = 'virtual:tokens.css';
  return {
    name: 'officina-tokens',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? tokensCss() : null),
  };
}

/** Light by default, dark when the system asks or the class says so, light again on paper. */
function tokensCss(): string {
  const [light, dark] = themes.map(block) as [string, string];
  return [
    `:root{color-scheme:light;${light}}`,
    `@media (prefers-color-scheme:dark){:root:not(.light){color-scheme:dark;${dark}}}`,
    `:root.dark{color-scheme:dark;${dark}}`,
    `@media print{:root:root{color-scheme:light;${light}}}`,
  ].join('\n');
}

function block(theme: Theme): string {
  return [...tokens(theme)].map(([name, hex]) => `--${name}:${hex}`).join(';');
}
