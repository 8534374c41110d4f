// Italian for the tabs of a machine's page, its day as a ribbon, and what a chart says to those who do not see it.

import type { machineRoom as shape } from '../en/machine-room.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const machineRoom: typeof shape = {
  tabs: 'Su questa macchina',
  tab: { now: 'Adesso', sessions: 'Sessioni', care: 'Cura', certificates: 'Abilitazioni' },
  queueOf: icu<{ waiting: number }>('{waiting, plural, =0 {Coda} other {Coda #}}'),
  report: 'Segnala un problema',
  signIn: 'Accedi per sapere se puoi usarla, e che cosa serve.',
  cursor: icu<{ time: string; value: string }>('{time}: {value}'),
  cursorHint: 'Grafico. Le frecce lo percorrono; la tabella ha gli stessi valori.',
};
