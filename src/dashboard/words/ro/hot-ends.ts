// The hot ends of a printer in Romanian, as many as the vocabulary of readings has.

export const hotEnds: Readonly<Record<string, string>> = {
  'temperature.hotend0.actual': 'Duză',
  'temperature.hotend0.target': 'Duză, reglat',
  'temperature.hotend1.actual': 'A doua duză',
  'temperature.hotend1.target': 'A doua duză, reglat',
  'temperature.hotend2.actual': 'A treia duză',
  'temperature.hotend2.target': 'A treia duză, reglat',
  'temperature.hotend3.actual': 'A patra duză',
  'temperature.hotend3.target': 'A patra duză, reglat',
  'temperature.hotend4.actual': 'A cincea duză',
  'temperature.hotend4.target': 'A cincea duză, reglat',
  'temperature.hotend5.actual': 'A șasea duză',
  'temperature.hotend5.target': 'A șasea duză, reglat',
  'temperature.hotend6.actual': 'A șaptea duză',
  'temperature.hotend6.target': 'A șaptea duză, reglat',
  'temperature.hotend7.actual': 'A opta duză',
  'temperature.hotend7.target': 'A opta duză, reglat',
};
