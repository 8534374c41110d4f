// What axe finds wrong with a page, in light and in dark: nothing.

import axe from 'axe-core';
import { expect } from 'vitest';
import type { Visit } from './browser.ts';

/** In both themes. */
export async function expectNoMistakes({ page }: Visit): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours that are still on their way are no colours.
    await page.evaluate(
      // One that never ends is not waited for.
      'Promise.race([new Promise((done) => setTimeout(done, 1000)), Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)))])',
    );
    const found: unknown = await page.evaluate(
      `${axe.source}; axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
    );
    expect(found, colorScheme).toEqual([]);
  }
}
