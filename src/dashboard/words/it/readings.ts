// Italian for the readings of a machine.

import type { readings as readingsEn } from '../en/readings.ts';
import { hotEnds } from './hot-ends.ts';
import { sensors } from './interlock.ts';

export const readings: typeof readingsEn = {
  'path.feedrate': 'Avanzamento',
  'spindle.speed': 'Mandrino',
  'laser.power': 'Potenza laser',
  ...hotEnds,
  'temperature.bed.actual': 'Piano',
  'temperature.bed.target': 'Piano, impostato',
  'temperature.chamber.actual': 'Camera',
  ...sensors,
  'program.progress': 'Avanzamento del lavoro',
  'program.timeLeft': 'Tempo rimasto',
  'electric.power': 'Potenza',
  'electric.current': 'Corrente',
  'electric.energy': 'Energia',
  powerOnDuration: 'Tempo acceso',
  operationDuration: 'Tempo in funzione',
  operationCycleCounter: 'Cicli',
};
