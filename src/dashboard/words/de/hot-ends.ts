// The hot ends of a printer in German, as many as the vocabulary of readings has.

export const hotEnds: Readonly<Record<string, string>> = {
  'temperature.hotend0.actual': 'Düse',
  'temperature.hotend0.target': 'Düse, Sollwert',
  'temperature.hotend1.actual': 'Zweite Düse',
  'temperature.hotend1.target': 'Zweite Düse, Sollwert',
  'temperature.hotend2.actual': 'Dritte Düse',
  'temperature.hotend2.target': 'Dritte Düse, Sollwert',
  'temperature.hotend3.actual': 'Vierte Düse',
  'temperature.hotend3.target': 'Vierte Düse, Sollwert',
  'temperature.hotend4.actual': 'Fünfte Düse',
  'temperature.hotend4.target': 'Fünfte Düse, Sollwert',
  'temperature.hotend5.actual': 'Sechste Düse',
  'temperature.hotend5.target': 'Sechste Düse, Sollwert',
  'temperature.hotend6.actual': 'Siebte Düse',
  'temperature.hotend6.target': 'Siebte Düse, Sollwert',
  'temperature.hotend7.actual': 'Achte Düse',
  'temperature.hotend7.target': 'Achte Düse, Sollwert',
};
