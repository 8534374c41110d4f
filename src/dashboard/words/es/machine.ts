// Spanish for the page of a machine.

import type { machine as machineEn } from '../en/machine.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const machine: typeof machineEn = {
  unknown: 'Ninguna máquina tiene esta dirección. Elige una en el tablero.',
  back: 'Tablero',
  facts: 'Detalles',
  link: 'Conexión',
  activity: 'Actividad',
  mode: 'Modo',
  interlock: 'Enclavamiento',
  ownWord: icu('el controlador dice «{word}»'),
  session: 'Sesión',
  noSession: 'Nadie ocupa esta máquina.',
  today: 'En uso hoy',
  pool: 'Grupo',
  troubles: 'Qué le pasa a su conexión',
  onlyRead: 'Solo se lee.',
  onlyReadWhy: '¿Por qué?',
  chart: 'Mediciones',
  noChart: 'Esta máquina no dibuja ninguna gráfica. Indica una medición como chart en officina.yaml.',
};
