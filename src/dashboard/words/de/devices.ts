// German for readers and switches.

import type { devices as devicesEn } from '../en/devices.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const devices: typeof devicesEn = {
  title: 'Geräte',
  notYours: 'Die Geräte sind Sache von Aufsicht und Administration. Frag dort.',
  readers: 'Leser',
  switches: 'Schalter',
  none: 'In officina.yaml ist keiner beschrieben.',
  there: 'Da',
  away: icu('Nicht gehört seit {time}'),
  never: 'Nicht gehört, seit das Gateway läuft',
  kind: 'Art',
  firmware: 'Firmware',
  signal: 'Signal',
  signalGood: icu('gut, {dbm} dBm'),
  signalWeak: icu('schwach, {dbm} dBm'),
  address: 'Adresse',
  seen: 'Zuletzt gehört',
  serves: 'Maschine',
  servesNone: 'keine',
  lease: 'Strom auf Zeit',
  leaseS: icu('aus {idle} nach unserem letzten Wort'),
  leaseJob: icu('aus {idle} nach unserem letzten Wort, in einem Auftrag {job}'),
  unsafe: 'Unsicher',
  unsafeWhy: icu(
    '{setting} ist {value}: Er kann Strom geben, während das Gateway weg ist. Gib das am Gerät ein:',
  ),
  unsafeBare: icu(
    '{setting} ist {value}: Er kann Strom geben, während das Gateway weg ist. Ändere es am Gerät.',
  ),
  copy: 'Kopieren',
  copyOf: icu('{command} kopieren'),
  copied: 'Kopiert',
  selected: 'Markiert: Kopiere es mit Strg C',
  learn: 'Schreibweise lernen',
  learnWhy: 'Kennt ein Leser Badges nicht, die anderswo öffnen, dann schreibt er ihre Nummern auf seine Art.',
  learnBadge: 'Dein Badge',
  learnNone:
    'Dazu braucht es einen Badge von dir, und du hast keinen. Ein anderer Weg: npx officina reader learn',
  learnStart: 'Anfangen',
  learnCancel: 'Abbrechen',
  learnHold: icu('Halt deinen Badge mit dem Ende {tail} an {reader}.'),
  learnt: icu('Gelernt. Schreib das in officina.yaml, unter readers, bei {reader}:'),
};
