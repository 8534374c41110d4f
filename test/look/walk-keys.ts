// Walks a page with the Tab key, as somebody does who has no mouse, and says what was not reached, what was reached and not
// seen, and what is too small to be hit (WCAG 2.1.1, 2.4.7, 2.4.11, 2.5.8).

import type { Page } from 'playwright-core';

/** Stops of one walk: a page with more is walked that far. */
const stopsMost = 500;

export type Walk = {
  readonly stops: number;
  readonly missed: readonly string[];
  /** Without an outline, or with their middle below something else. */
  readonly unseen: readonly string[];
};

export async function walkKeys(page: Page): Promise<Walk> {
  const count: number = await page.evaluate(begin);
  for (let stop = 0; stop <= Math.min(count, stopsMost); stop++) await page.keyboard.press('Tab');
  return page.evaluate(`window.walked(${count > stopsMost})`);
}

/** Run in the page: marks what should be reached, and notes each focus; answers how many there are. */
const begin = `(() => {
  const named = (one) => one.tagName.toLowerCase() + ' "' +
    (one.getAttribute('aria-label') ?? one.name ?? one.textContent ?? '').trim().slice(0, 50) + '"';
  const wanted = new Set([...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((one) => !one.disabled && one.tabIndex >= 0 && one.type !== 'radio' && one.checkVisibility({ visibilityProperty: true })));
  const unseen = new Set();
  let stops = 0;
  const onFocus = ({ target }) => {
    if (target === document.body) return;
    wanted.delete(target);
    stops += 1;
    // A card shows the focus of its link, a row that of its box: whoever is drawn round it will do.
    let ring = target;
    while (ring && getComputedStyle(ring).outlineStyle === 'none') ring = ring.parentElement;
    const { left, top, width, height } = target.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    const isCovered = above !== null && width > 1 && !target.contains(above) && !above.contains(target);
    if (!ring || isCovered) unseen.add(named(target) + (ring ? ' below ' + named(above) : ' without a ring'));
  };
  document.addEventListener('focusin', onFocus);
  document.activeElement?.blur();
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  window.walked = (isLong) => {
    document.removeEventListener('focusin', onFocus);
    // What has gone meanwhile need not be reached.
    const missed = [...wanted].filter((one) => one.isConnected && one.checkVisibility()).map(named);
    return { stops, missed: isLong ? [] : missed, unseen: [...unseen] };
  };
  // A date is three fields and a button to the keys.
  return wanted.size + 3 * document.querySelectorAll('input[type=date], input[type=month], input[type=time]').length;
})()`;
