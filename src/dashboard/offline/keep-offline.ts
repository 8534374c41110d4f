// Lets the service worker keep the pages of this version, and takes a new version in without anybody noticing: a board
// or a wall that nobody touches is loaded anew, a page on which somebody may be typing waits for its next visit.

import { effect } from '@preact/signals';
import { live, page } from '../store.ts';

/** Called once. Browsers offer it over HTTPS and on this computer itself; elsewhere all is as without. */
export function keepOffline(): void {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined) return;
  // The first one takes over a page that is already of its version.
  let isFirst = serviceWorker.controller === null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (!isFirst && page.value.page === 'board') window.location.reload();
    isFirst = false;
  });
  serviceWorker.register('/service-worker.js').then(
    (registration) => {
      // Whoever was away may be back with a new version.
      effect(() => {
        if (live.value.contact.kind === 'back') void registration.update().catch(() => undefined);
      });
    },
    () => undefined,
  );
}
