// Italian for the readings of a machine.

import type { readings as readingsEn } from '../en/readings.ts';
import { hotEnds } from './hot-ends.ts';
import { sensors } from './interlock.ts';

export const readings: typeof readingsEn = {
  'position.machine.x': 'X, della macchina',
  'position.machine.y': 'Y, della macchina',
  'position.machine.z': 'Z, della macchina',
  'position.work.x': 'X, del pezzo',
  'position.work.y': 'Y, del pezzo',
  'position.work.z': 'Z, del pezzo',
  'path.feedrateOverride': 'Avanzamento, regolato',
  'path.rapidOverride': 'Rapidi, regolati',
  'spindle.override': 'Mandrino, regolato',
  'program.lineNumber': 'Riga del programma',
  'buffer.planner': 'Movimenti in programma',
  'buffer.rx': 'Byte in attesa nel controllore',
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
