// The hot ends of a printer in French, as many as the vocabulary of readings has.

export const hotEnds: Readonly<Record<string, string>> = {
  'temperature.hotend0.actual': 'Buse',
  'temperature.hotend0.target': 'Buse, consigne',
  'temperature.hotend1.actual': 'Deuxième buse',
  'temperature.hotend1.target': 'Deuxième buse, consigne',
  'temperature.hotend2.actual': 'Troisième buse',
  'temperature.hotend2.target': 'Troisième buse, consigne',
  'temperature.hotend3.actual': 'Quatrième buse',
  'temperature.hotend3.target': 'Quatrième buse, consigne',
  'temperature.hotend4.actual': 'Cinquième buse',
  'temperature.hotend4.target': 'Cinquième buse, consigne',
  'temperature.hotend5.actual': 'Sixième buse',
  'temperature.hotend5.target': 'Sixième buse, consigne',
  'temperature.hotend6.actual': 'Septième buse',
  'temperature.hotend6.target': 'Septième buse, consigne',
  'temperature.hotend7.actual': 'Huitième buse',
  'temperature.hotend7.target': 'Huitième buse, consigne',
};
