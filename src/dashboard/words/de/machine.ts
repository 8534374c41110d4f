// German for the page of a machine.

import type { machine as machineEn } from '../en/machine.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const machine: typeof machineEn = {
  unknown: 'Keine Maschine hat diese Adresse. Wähl eine auf der Tafel.',
  back: 'Tafel',
  facts: 'Einzelheiten',
  link: 'Verbindung',
  activity: 'Tätigkeit',
  mode: 'Betriebsart',
  interlock: 'Verriegelung',
  ownWord: icu('die Steuerung meldet „{word}“'),
  session: 'Sitzung',
  noSession: 'Niemand hat diese Maschine.',
  today: 'Heute genutzt',
  pool: 'Pool',
  troubles: 'Was mit ihrer Verbindung nicht stimmt',
  onlyRead: 'Sie wird nur gelesen.',
  onlyReadWhy: 'Warum?',
  chart: 'Messwerte',
  noChart: 'Diese Maschine zeichnet keine Kurve. Nenn in officina.yaml einen Messwert als ihre Kurve.',
};
