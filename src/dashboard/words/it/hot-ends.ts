// The hot ends of a printer in Italian, as many as the vocabulary of readings has.

export const hotEnds: Readonly<Record<string, string>> = {
  'temperature.hotend0.actual': 'Ugello',
  'temperature.hotend0.target': 'Ugello, impostato',
  'temperature.hotend1.actual': 'Secondo ugello',
  'temperature.hotend1.target': 'Secondo ugello, impostato',
  'temperature.hotend2.actual': 'Terzo ugello',
  'temperature.hotend2.target': 'Terzo ugello, impostato',
  'temperature.hotend3.actual': 'Quarto ugello',
  'temperature.hotend3.target': 'Quarto ugello, impostato',
  'temperature.hotend4.actual': 'Quinto ugello',
  'temperature.hotend4.target': 'Quinto ugello, impostato',
  'temperature.hotend5.actual': 'Sesto ugello',
  'temperature.hotend5.target': 'Sesto ugello, impostato',
  'temperature.hotend6.actual': 'Settimo ugello',
  'temperature.hotend6.target': 'Settimo ugello, impostato',
  'temperature.hotend7.actual': 'Ottavo ugello',
  'temperature.hotend7.target': 'Ottavo ugello, impostato',
};
