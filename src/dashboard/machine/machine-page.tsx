// One machine: its state and why, what can be done, the four facts apart from each other, one's own session; and below, each
// under an address of its own, what is now, its queue, its sessions, its care and who may use it.

import type { MachineCard } from '../../contract/board.ts';
import { AlarmLine } from '../board/alarm-line.tsx';
import { AnswerLine, answerFor } from '../board/answer-line.tsx';
import {
  type CardFacts,
  figure,
  figureText,
  jobLine,
  progressOf,
  staffLines,
  troubleText,
  whoLine,
  whyLine,
} from '../board/card-lines.ts';
import { CareMark } from '../board/care-mark.tsx';
import { EndsLine } from '../board/ends-line.tsx';
import { loudestOf, loudness, switchAlarms } from '../board/exceptions.ts';
import { FinishPanel } from '../board/finish-panel.tsx';
import { ToldLine } from '../board/told-line.tsx';
import { NextBooking } from '../booking/next-booking.tsx';
import { can } from '../can.ts';
import { shownOf } from '../live/live-state.ts';
import { Icon } from '../look/icon.tsx';
import { Plate } from '../look/plate.tsx';
import { stateLooks } from '../look/states.ts';
import { type MachineTab, pages } from '../paths.ts';
import { atWork, live, nowMs, page, person, place, words } from '../store.ts';
import { AccessPanel } from './access-panel.tsx';
import { CarePanel } from './care-panel.tsx';
import { Decisions } from './decisions.tsx';
import { Details, FourFacts, SessionFacts } from './details.tsx';
import { EnterUse } from './enter-use.tsx';
import { FirmwareWords } from './firmware-words.tsx';
import { HandOut } from './hand-out.tsx';
import { LockOffer } from './lock-panel.tsx';
import { MachineTabs } from './machine-tabs.tsx';
import { ModePanel } from './mode-panel.tsx';
import { isQuiet, OnlyRead } from './only-read.tsx';
import { OwnSession } from './own-session.tsx';
import { PricePanel } from './price-panel.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { ReadingsPanel } from './readings-panel.tsx';
import { ReleasePanel } from './release-panel.tsx';

export function MachinePage({ machine }: { readonly machine: string }) {
  const card = live.value.board?.machines.find(({ id }) => id === machine);
  const { machine: say } = words.value;
  return (
    <main class="machine">
      <p class="back">
        <a href={pages.board}>
          <Icon name="arrow-left" />
          {say.back}
        </a>
      </p>
      {card === undefined ? <p class="empty">{say.unknown}</p> : <MachineRoom card={card} />}
    </main>
  );
}

function MachineRoom({ card }: { readonly card: MachineCard }) {
  const answer = answerFor(card, live.value);
  const tab = (page.value.page === 'machine' ? page.value.tab : undefined) ?? 'now';
  return (
    <>
      <MachineHead card={card} />
      <FourFacts card={card} />
      <Alarms card={card} />
      <Troubles card={card} />
      <OnlyRead card={card} />
      {answer !== null && <AnswerLine answer={answer} />}
      <ToldLine card={card} />
      <OwnSession card={card} />
      <MachineTabs card={card} here={tab} />
      <Tab card={card} tab={tab} />
    </>
  );
}

function Tab({ card, tab }: { readonly card: MachineCard; readonly tab: MachineTab }) {
  const at = { self: person.value, live: true };
  switch (tab) {
    case 'now':
      return (
        <>
          {/* Whoever has a place in it came to see it. */}
          {card.queue?.mine && <QueuePanel card={card} />}
          <AccessPanel card={card} />
          {card.chart !== null && <ReadingsPanel card={card} chart={card.chart} />}
          <LockOffer card={card} />
          <Details card={card} />
        </>
      );
    case 'queue':
      return <QueuePanel card={card} />;
    case 'sessions':
      // What was typed stays while the gateway is away; only sending waits.
      return (
        <>
          <SessionFacts card={card} />
          <PricePanel card={card} />
          {can('enter-usage', at) && <EnterUse card={card} />}
          {can('enter-usage', at) && <HandOut card={card} />}
        </>
      );
    case 'care':
      return (
        <>
          <CarePanel card={card} />
          {can('decide-machine', at) && <ModePanel card={card} />}
        </>
      );
    case 'certificates':
      return can('see-own', at) ? (
        <AccessPanel card={card} />
      ) : (
        <p class="empty">{words.value.machineRoom.signIn}</p>
      );
  }
}

function MachineHead({ card }: { readonly card: MachineCard }) {
  const shown = shownOf(live.value, card);
  const facts: CardFacts = {
    card,
    shown,
    live: atWork.value,
    nowMs: nowMs.value,
    place: place.value,
    words: words.value,
  };
  const shownFigure = figure(facts);
  const progress = atWork.value ? progressOf(card) : null;
  // What is wrong with its link stands below, in full.
  const isCut =
    card.troubles.some((trouble) => !isQuiet(trouble)) && (shown === 'offline' || shown === 'unknown');
  const why = isCut ? null : whyLine(facts);
  const job = jobLine(facts);
  const who = card.lock === undefined ? whoLine(facts, false) : '';
  return (
    <header class={`machine-head tone-${stateLooks[shown].tone}`} data-shown={shown}>
      <Plate shown={shown} />
      <div>
        <h1>{card.name}</h1>
        <p class="word">{words.value.states[shown]}</p>
      </div>
      {/* How long it has lasted follows from the line below. */}
      {shownFigure !== null && !('lastedMs' in shownFigure) && (
        <p class="figure">{figureText(shownFigure, words.value)}</p>
      )}
      {progress !== null && <progress max={1} value={progress} aria-label={words.value.card.progress} />}
      {who !== '' && <p class="who">{who}</p>}
      {job !== null && <p class="job">{job}</p>}
      {why !== null && <p class="why">{why}</p>}
      <FirmwareWords card={card} />
      <CareMark card={card} />
      <EndsLine card={card} />
      {atWork.value &&
        staffLines(card, words.value).map((line) => (
          <p key={line} class="why">
            {line}
          </p>
        ))}
      <div class="machine-acts">
        {can('finish', { self: person.value, live: atWork.value, card }) && <FinishPanel card={card} />}
        <NextBooking card={card} link />
        {can('report-problem', { self: person.value, live: true }) && (
          <p>
            <a href={pages.machineTab(card.id, 'care')}>{words.value.machineRoom.report}</a>
          </p>
        )}
      </div>
      {card.permit.word === 'latched' && can('answer-alarm', { self: person.value, live: atWork.value }) && (
        <ReleasePanel machine={card.id} />
      )}
      <Decisions card={card} />
    </header>
  );
}

function Alarms({ card }: { readonly card: MachineCard }) {
  const alarms = switchAlarms(live.value).filter(({ alarm }) => alarm.machine === card.id);
  if (alarms.length === 0 || !atWork.value) return null;
  return (
    <section class={`troubles strip-${loudestOf(alarms)}`} aria-label={words.value.exceptions.title}>
      {alarms.map((one) => (
        <div key={one.alarm.alarm} class={`exception exception-${loudness(one)}`}>
          <AlarmLine alarm={one.alarm} name={one.name} />
        </div>
      ))}
    </section>
  );
}

function Troubles({ card }: { readonly card: MachineCard }) {
  const sentences = card.troubles
    .filter((trouble) => !isQuiet(trouble))
    .flatMap((trouble) => troubleText(trouble, words.value) ?? []);
  if (sentences.length === 0 || !atWork.value) return null;
  return (
    <section class="troubles" aria-label={words.value.machine.troubles}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
