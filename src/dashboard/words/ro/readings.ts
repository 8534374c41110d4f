// Romanian for the readings of a machine.

import { hotEnds } from './hot-ends.ts';
import { sensors } from './interlock.ts';

export const readings: Readonly<Record<string, string>> = {
  'position.machine.x': 'X, al mașinii',
  'position.machine.y': 'Y, al mașinii',
  'position.machine.z': 'Z, al mașinii',
  'position.work.x': 'X, al piesei',
  'position.work.y': 'Y, al piesei',
  'position.work.z': 'Z, al piesei',
  'path.feedrateOverride': 'Avans, reglat',
  'path.rapidOverride': 'Deplasări rapide, reglate',
  'spindle.override': 'Ax, reglat',
  'program.lineNumber': 'Rândul din program',
  'buffer.planner': 'Mișcări plănuite',
  'buffer.rx': 'Octeți în așteptare în controler',
  'path.feedrate': 'Avans',
  'spindle.speed': 'Ax',
  'laser.power': 'Putere laser',
  ...hotEnds,
  'temperature.bed.actual': 'Pat',
  'temperature.bed.target': 'Pat, reglat',
  'temperature.chamber.actual': 'Incintă',
  ...sensors,
  'program.progress': 'Progres',
  'program.timeLeft': 'Timp rămas',
  'electric.power': 'Putere',
  'electric.current': 'Curent',
  'electric.energy': 'Energie',
  powerOnDuration: 'Timp pornită',
  operationDuration: 'Timp în funcțiune',
  operationCycleCounter: 'Cicluri',
};
