// German for moving a booking.

import type { moving as movingEn } from '../en/moving.ts';

export const moving: typeof movingEn = {
  move: { offer: 'Verschieben', keep: 'Dort lassen', confirm: 'Jetzt verschieben', working: 'Verschiebe …' },
  ask: 'Sie bleibt, wo sie ist, bis die neue Zeit dir gehört. So lang wie bisher, an derselben Maschine.',
  start: 'Neuer Beginn',
  choose: 'Wähl einen Beginn',
  looking: 'Suche freie Zeiten …',
  none: 'In den nächsten neun Tagen ist kein anderer Beginn mit dieser Dauer frei. Storniere sie, oder reserviere eine andere Dauer.',
};
