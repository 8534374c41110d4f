// German for the badges of the demo.

import type { demo as demoEn } from '../en/demo.ts';

export const demo: typeof demoEn = {
  title: 'Demo: Klick einen Badge an',
  reader: 'Leser',
};
