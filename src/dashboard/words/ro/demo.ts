// Romanian for the badges of the demo.

import type { Words } from '../words.ts';

export const demo: Words['demo'] = {
  title: 'Demo: apasă pe o cartelă',
  reader: 'Cititor',
};
