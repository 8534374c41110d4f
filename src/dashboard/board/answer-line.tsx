// What a simulated reader answered, for a few seconds beside the machine that was tapped.

import type { DemoAnswer, MachineCard } from '../../contract/board.ts';
import type { LiveState } from '../live/live-state.ts';
import { lastTapped } from './demo-taps.ts';

/** The answer that belongs to a card: its reader's, and where one reader serves several, that of the machine last tapped there. */
export function answerFor(card: MachineCard, state: LiveState): DemoAnswer | null {
  if (card.reader === null) return null;
  const tapped = lastTapped.get(card.reader);
  if (tapped !== undefined && tapped !== card.id) return null;
  return state.answers.get(card.reader)?.answer ?? null;
}

export function AnswerLine({ answer }: { readonly answer: DemoAnswer }) {
  return (
    <p class={`answer answer-${answer.outcome === 'refused' ? 'refused' : 'granted'}`} aria-live="polite">
      {answer.text}
      {answer.code !== null && <small>{answer.code}</small>}
    </p>
  );
}
