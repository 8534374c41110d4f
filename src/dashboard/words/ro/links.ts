// Romanian for the ways to pages that stand at the foot of others.

import type { links as linksEn } from '../en/links.ts';

export const links: typeof linksEn = {
  accessibility: 'Accesibilitate',
};
