// English for the readings of a machine.

import { hotEnds } from './hot-ends.ts';
import { sensors } from './interlock.ts';

export const readings: Readonly<Record<string, string>> = {
  'path.feedrate': 'Feed',
  'spindle.speed': 'Spindle',
  'laser.power': 'Laser power',
  ...hotEnds,
  'temperature.bed.actual': 'Bed',
  'temperature.bed.target': 'Bed, as set',
  'temperature.chamber.actual': 'Chamber',
  ...sensors,
  'program.progress': 'Progress',
  'program.timeLeft': 'Time left',
  'electric.power': 'Power',
  'electric.current': 'Current',
  'electric.energy': 'Energy',
  powerOnDuration: 'Time switched on',
  operationDuration: 'Time in operation',
  operationCycleCounter: 'Cycles',
};
