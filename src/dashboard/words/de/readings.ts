// German for the readings of a machine.

import type { readings as readingsEn } from '../en/readings.ts';
import { hotEnds } from './hot-ends.ts';
import { sensors } from './interlock.ts';

export const readings: typeof readingsEn = {
  'position.machine.x': 'X, der Maschine',
  'position.machine.y': 'Y, der Maschine',
  'position.machine.z': 'Z, der Maschine',
  'position.work.x': 'X, des Werkstücks',
  'position.work.y': 'Y, des Werkstücks',
  'position.work.z': 'Z, des Werkstücks',
  'path.feedrateOverride': 'Vorschub, geregelt',
  'path.rapidOverride': 'Eilgang, geregelt',
  'spindle.override': 'Spindel, geregelt',
  'program.lineNumber': 'Zeile des Programms',
  'buffer.planner': 'Bewegungen im Voraus',
  'buffer.rx': 'Wartende Bytes in der Steuerung',
  'path.feedrate': 'Vorschub',
  'spindle.speed': 'Spindel',
  'laser.power': 'Laserleistung',
  ...hotEnds,
  'temperature.bed.actual': 'Druckbett',
  'temperature.bed.target': 'Druckbett, Sollwert',
  'temperature.chamber.actual': 'Kammer',
  ...sensors,
  'program.progress': 'Fortschritt',
  'program.timeLeft': 'Restzeit',
  'electric.power': 'Leistung',
  'electric.current': 'Strom',
  'electric.energy': 'Energie',
  powerOnDuration: 'Einschaltzeit',
  operationDuration: 'Betriebszeit',
  operationCycleCounter: 'Zyklen',
};
