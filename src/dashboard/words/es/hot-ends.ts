// The hot ends of a printer in Spanish, as many as the vocabulary of readings has.

export const hotEnds: Readonly<Record<string, string>> = {
  'temperature.hotend0.actual': 'Boquilla',
  'temperature.hotend0.target': 'Boquilla, ajustada',
  'temperature.hotend1.actual': 'Segunda boquilla',
  'temperature.hotend1.target': 'Segunda boquilla, ajustada',
  'temperature.hotend2.actual': 'Tercera boquilla',
  'temperature.hotend2.target': 'Tercera boquilla, ajustada',
  'temperature.hotend3.actual': 'Cuarta boquilla',
  'temperature.hotend3.target': 'Cuarta boquilla, ajustada',
  'temperature.hotend4.actual': 'Quinta boquilla',
  'temperature.hotend4.target': 'Quinta boquilla, ajustada',
  'temperature.hotend5.actual': 'Sexta boquilla',
  'temperature.hotend5.target': 'Sexta boquilla, ajustada',
  'temperature.hotend6.actual': 'Séptima boquilla',
  'temperature.hotend6.target': 'Séptima boquilla, ajustada',
  'temperature.hotend7.actual': 'Octava boquilla',
  'temperature.hotend7.target': 'Octava boquilla, ajustada',
};
