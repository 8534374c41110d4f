// German for whether the gateway is reached.

import type { contact as contactEn } from '../en/contact.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const contact: typeof contactEn = {
  connecting: 'Verbinde mit dem Gateway.',
  never: 'Wir erreichen das Gateway nicht. Wir versuchen es weiter; hier ist nichts zu tun.',
  away: icu(
    'Wir erreichen das Gateway seit {time} nicht. Was du siehst, ist von da. Laufende Maschinen folgen ihren eigenen Regeln; neue Sitzungen warten.',
  ),
  back: icu('Wieder da seit {time}, auf dem neuesten Stand.'),
};
