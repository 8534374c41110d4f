// Names, units and bounds of what machines report. A name outside this list is not stored.

export type ReadingName = keyof typeof readingUnits;

/** A finite number per name; absent when the controller did not say. */
export type Readings = { readonly [name in ReadingName]?: number };

/** Vocabulary name → unit. Units are the field's: mm, deg, mm/min, 1/min, %, degC, W, Wh, A, l/min, m/s, 0..1, s, ms, count; an input is 1 when open, or when there is smoke. */
export const readingUnits = {
  'position.machine.x': 'mm',
  'position.machine.y': 'mm',
  'position.machine.z': 'mm',
  'position.work.x': 'mm',
  'position.work.y': 'mm',
  'position.work.z': 'mm',
  'path.feedrate': 'mm/min',
  'path.feedrateOverride': '%',
  'path.rapidOverride': '%',
  'spindle.speed': '1/min',
  'spindle.override': '%',
  'laser.power': '%',
  'temperature.hotend0.actual': 'degC',
  'temperature.hotend0.target': 'degC',
  'temperature.hotend1.actual': 'degC',
  'temperature.hotend1.target': 'degC',
  'temperature.hotend2.actual': 'degC',
  'temperature.hotend2.target': 'degC',
  'temperature.hotend3.actual': 'degC',
  'temperature.hotend3.target': 'degC',
  'temperature.hotend4.actual': 'degC',
  'temperature.hotend4.target': 'degC',
  'temperature.hotend5.actual': 'degC',
  'temperature.hotend5.target': 'degC',
  'temperature.hotend6.actual': 'degC',
  'temperature.hotend6.target': 'degC',
  'temperature.hotend7.actual': 'degC',
  'temperature.hotend7.target': 'degC',
  'temperature.bed.actual': 'degC',
  'temperature.bed.target': 'degC',
  'temperature.chamber.actual': 'degC',
  'temperature.coolant.actual': 'degC',
  'flow.coolant': 'l/min',
  'flow.extraction': 'm/s',
  'input.door': '0..1',
  'input.smoke': '0..1',
  'program.progress': '0..1',
  'program.lineNumber': 'count',
  'program.timeLeft': 's',
  'buffer.planner': 'count',
  'buffer.rx': 'count',
  powerOnDuration: 'ms',
  operationDuration: 'ms',
  operationCycleCounter: 'count',
  'electric.power': 'W',
  'electric.current': 'A',
  'electric.energy': 'Wh',
} as const;

export const isReadingName = (name: string): name is ReadingName => Object.hasOwn(readingUnits, name);
