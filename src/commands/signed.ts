// Figures as they stand in a sentence about a replay, alike in every language.

/** A difference, with its sign and a true minus. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');

export const percentOf = (perMille: number | null): string =>
  perMille === null ? '–' : `${(perMille / 10).toFixed(1)} %`;
