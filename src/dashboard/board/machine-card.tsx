// One machine on the board, as a card or as a row of a list: plate, name, word, then who, since when and why. The same things
// at the same places in every state.

import type { MachineCard as Card } from '../../contract/board.ts';
import { NextBooking } from '../booking/next-booking.tsx';
import { can } from '../can.ts';
import { LiveChart } from '../chart/live-chart.tsx';
import { formatDuration } from '../format.ts';
import { shownOf, usedTodayMs } from '../live/live-state.ts';
import { Plate } from '../look/plate.tsx';
import { stateLooks } from '../look/states.ts';
import { pages } from '../paths.ts';
import { atWork, layout, live, monoMs, nowMs, person, place, words } from '../store.ts';
import { AnswerLine, answerFor } from './answer-line.tsx';
import {
  type CardFacts,
  type Figure,
  figure,
  figureText,
  jobLine,
  progressOf,
  staffLines,
  whoLine,
  whyLine,
} from './card-lines.ts';
import { CareMark } from './care-mark.tsx';
import { EndsLine } from './ends-line.tsx';
import { FinishPanel } from './finish-panel.tsx';
import { QueueLine } from './queue-line.tsx';
import { ToldLine } from './told-line.tsx';

type Kind = 'card' | 'charted' | 'row';

export function MachineCard({ card, kind }: { readonly card: Card; readonly kind: Kind }) {
  const shown = shownOf(live.value, card);
  const facts: CardFacts = {
    card,
    shown,
    live: atWork.value,
    nowMs: nowMs.value,
    place: place.value,
    words: words.value,
  };
  const why = whyLine(facts);
  const shownFigure = figure(facts);
  // What is left stands as the figure.
  const job = shownFigure !== null && 'leftMs' in shownFigure ? (card.job?.program ?? null) : jobLine(facts);
  const who = whoLine(facts, layout.value === 'wall');
  // On a phone the foot of the demo says it.
  const answer = layout.value === 'phone' ? null : answerFor(card, live.value);
  return (
    <article class={`card tone-${stateLooks[shown].tone}`} data-shown={shown} aria-label={card.name}>
      <header class="card-head">
        <Plate shown={shown} />
        <h2>
          <a href={pages.machine(card.id)}>{card.name}</a>
        </h2>
        <StateWord facts={facts} shownFigure={shownFigure} />
      </header>
      {(kind !== 'row' || progressOf(card) !== null) && (
        <div class="bar">
          <Progress card={card} live={atWork.value} />
        </div>
      )}
      {(who !== '' || kind !== 'row') && <p class="who">{who}</p>}
      {job !== null && <p class="job">{job}</p>}
      {why !== null && <p class="why">{why}</p>}
      <CareMark card={card} />
      {atWork.value &&
        staffLines(card, words.value).map((line) => (
          <p key={line} class="why">
            {line}
          </p>
        ))}
      <NextBooking card={card} link={false} />
      <EndsLine card={card} />
      <QueueLine card={card} />
      <ToldLine card={card} />
      {layout.value !== 'wall' && can('finish', { self: person.value, live: atWork.value, card }) && (
        <FinishPanel card={card} />
      )}
      {kind !== 'row' && (
        <footer class="card-foot">
          {kind === 'charted' && <LiveChart card={card} />}
          <p class="today">{today(card)}</p>
        </footer>
      )}
      {answer !== null && <AnswerLine answer={answer} />}
    </article>
  );
}

/** `role=status` names it for those who look for it; it is not announced, only alarms are. */
function StateWord({
  facts,
  shownFigure,
}: {
  readonly facts: CardFacts;
  readonly shownFigure: Figure | null;
}) {
  const isTold = shownFigure !== null && 'lastedMs' in shownFigure && layout.value !== 'wall';
  return (
    <>
      <p class="word" role="status" aria-live="off" data-long={words.value.states[facts.shown].length > 10}>
        {words.value.states[facts.shown]}
      </p>
      {/* Since when stands in the line below, but on a wall. */}
      {shownFigure !== null && !isTold && <p class="figure">{figureText(shownFigure, words.value)}</p>}
    </>
  );
}

/** It steps with the data and never counts on by itself. */
function Progress({ card, live: isLive }: { readonly card: Card; readonly live: boolean }) {
  const progress = progressOf(card);
  if (progress === null || !isLive) return null;
  return <progress max={1} value={progress} aria-label={words.value.card.progress} />;
}

function today(card: Card): string {
  const usedMs = usedTodayMs(live.value, card, monoMs.value);
  const { briefToday, unusedToday, today: usedToday } = words.value.card;
  if (usedMs >= 60_000) return usedToday({ time: formatDuration(usedMs) });
  return usedMs > 0 ? briefToday : unusedToday;
}
