// The hot ends of a printer in English, as many as the vocabulary of readings has.

export const hotEnds: Readonly<Record<string, string>> = {
  'temperature.hotend0.actual': 'Nozzle',
  'temperature.hotend0.target': 'Nozzle, as set',
  'temperature.hotend1.actual': 'Second nozzle',
  'temperature.hotend1.target': 'Second nozzle, as set',
  'temperature.hotend2.actual': 'Third nozzle',
  'temperature.hotend2.target': 'Third nozzle, as set',
  'temperature.hotend3.actual': 'Fourth nozzle',
  'temperature.hotend3.target': 'Fourth nozzle, as set',
  'temperature.hotend4.actual': 'Fifth nozzle',
  'temperature.hotend4.target': 'Fifth nozzle, as set',
  'temperature.hotend5.actual': 'Sixth nozzle',
  'temperature.hotend5.target': 'Sixth nozzle, as set',
  'temperature.hotend6.actual': 'Seventh nozzle',
  'temperature.hotend6.target': 'Seventh nozzle, as set',
  'temperature.hotend7.actual': 'Eighth nozzle',
  'temperature.hotend7.target': 'Eighth nozzle, as set',
};
