// One machine on the board: plate, name, word, then who, since when and why. The same things at the same places in every state.

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
import { type CardFacts, figure, jobLine, progressOf, staffLines, whoLine, whyLine } from './card-lines.ts';
import { CareMark } from './care-mark.tsx';
import { EndsLine } from './ends-line.tsx';
import { FinishPanel } from './finish-panel.tsx';
import { QueueLine } from './queue-line.tsx';
import { ToldLine } from './told-line.tsx';

export function MachineCard({ card, chart }: { readonly card: Card; readonly chart: boolean }) {
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
  const job = jobLine(facts);
  const answer = layout.value === 'phone' ? null : answerFor(card, live.value);
  return (
    <article class={`card tone-${stateLooks[shown].tone}`} data-shown={shown} aria-label={card.name}>
      <header class="card-head">
        <Plate shown={shown} />
        <h2>
          <a href={pages.machine(card.id)}>{card.name}</a>
        </h2>
        <StateWord facts={facts} />
      </header>
      <div class="bar">
        <Progress card={card} live={atWork.value} />
      </div>
      <p class="who">{whoLine(facts, layout.value === 'wall')}</p>
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
      <footer class="card-foot">
        {chart && <LiveChart card={card} />}
        <p class="today">{today(card)}</p>
      </footer>
      {answer !== null && <AnswerLine answer={answer} />}
    </article>
  );
}

/** `role=status` names it for those who look for it; it is not announced, only alarms are. */
function StateWord({ facts }: { readonly facts: CardFacts }) {
  const shownFigure = figure(facts);
  return (
    <>
      <p class="word" role="status" aria-live="off" data-long={words.value.states[facts.shown].length > 10}>
        {words.value.states[facts.shown]}
      </p>
      {shownFigure !== null && (
        <p class="figure">
          {'percent' in shownFigure ? `${shownFigure.percent}\u00a0%` : formatDuration(shownFigure.lastedMs)}
        </p>
      )}
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
