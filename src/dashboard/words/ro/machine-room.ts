// Romanian for the tabs of a machine's page, its day as a ribbon, and what a chart says to those who do not see it.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const machineRoom: Words['machineRoom'] = {
  tabs: 'Despre această mașină',
  tab: { now: 'Acum', sessions: 'Sesiuni', care: 'Îngrijire', certificates: 'Certificate' },
  queueOf: icu('{waiting, plural, =0 {Coadă} other {Coadă #}}'),
  report: 'Raportează o problemă',
  signIn: 'Autentifică-te ca să vezi dacă o poți folosi și ce ar ajuta.',
  cursor: icu('{time}: {value}'),
  cursorHint: 'Grafic. Săgețile se mișcă prin el; tabelul are aceleași cifre.',
};
