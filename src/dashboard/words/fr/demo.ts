// French for the badges of the demo.

import type { Words } from '../words.ts';

export const demo: Words['demo'] = {
  title: 'Démo : cliquez sur un badge',
  reader: 'Lecteur',
};
