// Italian for what needs somebody, on the board.

import type { exceptions as exceptionsEn } from '../en/exceptions.ts';

export const exceptions: typeof exceptionsEn = {
  title: 'Eccezioni',
  none: (heard) =>
    heard === 1
      ? 'Non serve il tuo intervento. Sentita 1 macchina.'
      : `Non serve il tuo intervento. Sentite ${heard} macchine.`,
  noneHeard: 'Ancora nessuna macchina sentita.',
  since: (state, time) => `${state} dalle ${time}`,
  at: (state, time) => `${state} ${time}`,
  more: (count) => `e altre ${count}`,
  lastKnown: (state) => `Ultimo stato noto: ${state}`,
  power: 'La corrente non si è spenta',
  announce: (machine) => `Allarme: ${machine}. Vai a vedere.`,
};
