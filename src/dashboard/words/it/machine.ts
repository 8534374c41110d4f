// Italian for the page of a machine.

import type { machine as machineEn } from '../en/machine.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const machine: typeof machineEn = {
  unknown: 'Nessuna macchina ha questo indirizzo. Sceglila dal tabellone.',
  back: 'Tabellone',
  facts: 'Dettagli',
  link: 'Collegamento',
  activity: 'Attività',
  mode: 'Modo',
  interlock: 'Blocco',
  ownWord: icu('il controllore dice «{word}»'),
  session: 'Sessione',
  noSession: 'Nessuno tiene questa macchina.',
  today: 'In uso oggi',
  pool: 'Gruppo',
  troubles: 'Che cosa non va nel collegamento',
  onlyRead: 'È in sola lettura.',
  onlyReadWhy: 'Perché?',
  chart: 'Letture',
  noChart: 'Questa macchina non ha un grafico. Indica una lettura come chart in officina.yaml.',
};
