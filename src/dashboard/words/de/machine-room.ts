// German for the tabs of a machine's page, its day as a ribbon, and what a chart says to those who do not see it.

import type { machineRoom as machineRoomEn } from '../en/machine-room.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const machineRoom: typeof machineRoomEn = {
  tabs: 'Zu dieser Maschine',
  tab: { now: 'Jetzt', sessions: 'Sitzungen', care: 'Pflege', certificates: 'Einweisungen' },
  queueOf: icu('{waiting, plural, =0 {Warteschlange} other {Warteschlange #}}'),
  report: 'Problem melden',
  signIn: 'Melde dich an, um zu sehen, ob du sie benutzen darfst und was dafür fehlt.',
  cursor: icu('{time}: {value}'),
  cursorHint: 'Diagramm. Die Pfeiltasten gehen hindurch; die Tabelle hat dieselben Werte.',
};
