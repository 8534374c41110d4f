// What axe-core finds on a page against WCAG 2.2 at level AA, in words short enough for a test to print.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** `best-practice` is told by `npm run look` and fails nothing. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type JudgeOptions = { readonly colorScheme: 'light' | 'dark'; readonly tags?: readonly string[] };

export async function violations(
  page: Page,
  { colorScheme, tags = levels }: JudgeOptions,
): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(untilStill);
  const options = { runOnly: tags, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
  return page.evaluate(`${axe};axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ' ×' + nodes.length + ': ' + nodes.slice(0, 3).map((node) =>
      node.target.join(' ') + ' (' + node.failureSummary.split('\\n').slice(1).join(' ').trim() + ')').join('; ')))`);
}

/** Run in the page: resolves when what changes its colour has it, for a few pictures in a row, or after two seconds. */
const untilStill = `(async () => {
  const untilMs = performance.now() + 2_000;
  for (let still = 0; still < 6 && performance.now() < untilMs; ) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    still = document.getAnimations().some(({ playState }) => playState === 'running') ? 0 : still + 1;
  }
})()`;
