// What went wrong, in the words of the kiosk where it has them, else in those of the gateway.

import type { Problem } from '../../contract/people.ts';
import { kioskWords } from './kiosk-words.ts';

export const problemWords = ({ code, title, detail = '' }: Problem): { title: string; detail: string } =>
  kioskWords.value.refusals[code] ?? { title, detail };

/** As one line. */
export const sentenceOf = (problem: Problem): string => {
  const { title, detail } = problemWords(problem);
  return `${title} ${detail}`.trim();
};
