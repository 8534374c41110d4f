// Spanish for the badges of the demo.

import type { demo as demoEn } from '../en/demo.ts';

export const demo: typeof demoEn = {
  title: 'Demo: pulsa una credencial',
  reader: 'Lector',
};
