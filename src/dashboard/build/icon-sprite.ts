// Puts the icons named in `look/icons.ts`, and no others, into the page as one hidden sprite; `<use href="#i-…">` draws them.

import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { icons } from '../look/icons.ts';

/** The Vite plugin that replaces `<!-- icons -->` in the pages. */
export function iconSprite(): Plugin {
  return {
    name: 'officina-icons',
    transformIndexHtml: (html) => html.replace('<!-- icons -->', () => sprite()),
  };
}

function sprite(): string {
  const symbols = icons.map((icon) => `<symbol id="i-${icon}" viewBox="0 0 24 24">${drawing(icon)}</symbol>`);
  return `<svg class="sprite" width="0" height="0" aria-hidden="true">${symbols.join('')}${patterns}</svg>`;
}

const folder = import.meta.resolve('lucide-static/package.json');

/** The inside of Lucide's file; stroke and size come from the style sheet. */
function drawing(icon: string): string {
  const file = new URL(`icons/${icon}.svg`, folder);
  const inside = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(readFileSync(file, 'utf8'))?.[1];
  if (inside === undefined)
    throw new Error(`The icon ${icon} is not an SVG: ${file.href}. Name another in look/icons.ts.`);
  return inside.replace(/\s*\n\s*/g, '');
}

/** Stripes at 45 degrees for what is ending; coloured by the style sheet. */
const patterns =
  '<pattern id="p-stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect class="stripe-ground" width="8" height="8"/><rect class="stripe" width="4" height="8"/></pattern>';
