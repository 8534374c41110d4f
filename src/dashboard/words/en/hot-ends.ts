// The hot ends of a printer in English, as many as the vocabulary of readings has.

const names = ['Nozzle', ...['Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'].map(nozzle)];

export const hotEnds: Readonly<Record<string, string>> = Object.fromEntries(
  names.flatMap((name, n) => [
    [`temperature.hotend${n}.actual`, name],
    [`temperature.hotend${n}.target`, `${name}, as set`],
  ]),
);

function nozzle(which: string): string {
  return `${which} nozzle`;
}
