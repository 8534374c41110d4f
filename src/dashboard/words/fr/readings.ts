// French for the readings of a machine.

import type { Words } from '../words.ts';
import { hotEnds } from './hot-ends.ts';
import { sensors } from './interlock.ts';

export const readings: Words['readings'] = {
  'position.machine.x': 'X, de la machine',
  'position.machine.y': 'Y, de la machine',
  'position.machine.z': 'Z, de la machine',
  'position.work.x': 'X, de la pièce',
  'position.work.y': 'Y, de la pièce',
  'position.work.z': 'Z, de la pièce',
  'path.feedrateOverride': 'Avance, réglage',
  'path.rapidOverride': 'Rapides, réglage',
  'spindle.override': 'Broche, réglage',
  'program.lineNumber': 'Ligne du programme',
  'buffer.planner': 'Mouvements planifiés',
  'buffer.rx': 'Octets en attente dans le contrôleur',
  'path.feedrate': 'Avance',
  'spindle.speed': 'Broche',
  'laser.power': 'Puissance laser',
  ...hotEnds,
  'temperature.bed.actual': 'Plateau',
  'temperature.bed.target': 'Plateau, consigne',
  'temperature.chamber.actual': 'Enceinte',
  ...sensors,
  'program.progress': 'Avancement',
  'program.timeLeft': 'Temps restant',
  'electric.power': 'Puissance',
  'electric.current': 'Intensité',
  'electric.energy': 'Énergie',
  powerOnDuration: 'Temps allumée',
  operationDuration: 'Temps de marche',
  operationCycleCounter: 'Cycles',
};
