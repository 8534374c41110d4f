// Spanish for the readings of a machine.

import type { readings as readingsEn } from '../en/readings.ts';
import { hotEnds } from './hot-ends.ts';
import { sensors } from './interlock.ts';

export const readings: typeof readingsEn = {
  'position.machine.x': 'X, de la máquina',
  'position.machine.y': 'Y, de la máquina',
  'position.machine.z': 'Z, de la máquina',
  'position.work.x': 'X, de la pieza',
  'position.work.y': 'Y, de la pieza',
  'position.work.z': 'Z, de la pieza',
  'path.feedrateOverride': 'Avance, ajuste a mano',
  'path.rapidOverride': 'Rápidos, ajuste a mano',
  'spindle.override': 'Husillo, ajuste a mano',
  'program.lineNumber': 'Línea del programa',
  'buffer.planner': 'Movimientos planificados',
  'buffer.rx': 'Bytes en espera en el controlador',
  'path.feedrate': 'Avance',
  'spindle.speed': 'Husillo',
  'laser.power': 'Potencia del láser',
  ...hotEnds,
  'temperature.bed.actual': 'Cama',
  'temperature.bed.target': 'Cama, ajustada',
  'temperature.chamber.actual': 'Cámara',
  ...sensors,
  'program.progress': 'Progreso',
  'program.timeLeft': 'Tiempo restante',
  'electric.power': 'Potencia',
  'electric.current': 'Intensidad',
  'electric.energy': 'Energía',
  powerOnDuration: 'Tiempo encendida',
  operationDuration: 'Tiempo en funcionamiento',
  operationCycleCounter: 'Ciclos',
};
