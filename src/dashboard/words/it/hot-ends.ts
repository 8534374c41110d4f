// The hot ends of a printer in Italian, as many as the vocabulary of readings has.

const names = [
  'Ugello',
  ...['Secondo', 'Terzo', 'Quarto', 'Quinto', 'Sesto', 'Settimo', 'Ottavo'].map(nozzle),
];

export const hotEnds: Readonly<Record<string, string>> = Object.fromEntries(
  names.flatMap((name, n) => [
    [`temperature.hotend${n}.actual`, name],
    [`temperature.hotend${n}.target`, `${name}, impostato`],
  ]),
);

function nozzle(which: string): string {
  return `${which} ugello`;
}
