// English for the readings of a machine.

import { hotEnds } from './hot-ends.ts';
import { sensors } from './interlock.ts';

export const readings: Readonly<Record<string, string>> = {
  'position.machine.x': 'X, of the machine',
  'position.machine.y': 'Y, of the machine',
  'position.machine.z': 'Z, of the machine',
  'position.work.x': 'X, of the work',
  'position.work.y': 'Y, of the work',
  'position.work.z': 'Z, of the work',
  'path.feedrateOverride': 'Feed, as turned',
  'path.rapidOverride': 'Rapid moves, as turned',
  'spindle.override': 'Spindle, as turned',
  'program.lineNumber': 'Line of the program',
  'buffer.planner': 'Moves planned ahead',
  'buffer.rx': 'Bytes waiting in the controller',
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
