// What went wrong with the last thing that was asked, where it was asked; its code stands small below for stewards.

import { kioskWords } from './kiosk-words.ts';
import { problem } from './person.ts';
import { problemWords } from './problem-words.ts';

export function ProblemLine() {
  const wrong = problem.value;
  if (wrong === null) return null;
  const { title, detail } = problemWords(wrong);
  return (
    <div class="problem" role="alert">
      <strong>{title}</strong> {detail}
      <small>{kioskWords.value.code({ code: wrong.code })}</small>
    </div>
  );
}
