// Spanish for the tabs of a machine's page, its day as a ribbon, and what a chart says to those who do not see it.

import type { machineRoom as machineRoomEn } from '../en/machine-room.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const machineRoom: typeof machineRoomEn = {
  tabs: 'Sobre esta máquina',
  tab: { now: 'Ahora', sessions: 'Sesiones', care: 'Cuidado', certificates: 'Certificados' },
  queueOf: icu('{waiting, plural, =0 {Cola} other {Cola #}}'),
  report: 'Avisar de un problema',
  signIn: 'Entra para ver si puedes usarla, y qué hace falta.',
  cursor: icu('{time}: {value}'),
  cursorHint: 'Gráfico. Las flechas lo recorren; la tabla tiene los mismos valores.',
};
