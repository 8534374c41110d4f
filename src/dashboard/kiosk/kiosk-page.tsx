// The page of the kiosk: which question stands on it now. A tap at the reader is shown over it, at the side while somebody
// works (invariant 6); without the gateway no button is left (invariant 7).

import { formatSince, formatTime } from '../format.ts';
import { Icon } from '../look/icon.tsx';
import { Mark, Plate } from '../look/plate.tsx';
import { CleaningScreen, SettingsScreen } from './care-screens.tsx';
import { ChooseScreen } from './choose-screen.tsx';
import { EndingScreen, FinishScreen, HandOverScreen, OfferedScreen, ReceiptScreen } from './deed-screens.tsx';
import { ExtendScreen } from './extend-screen.tsx';
import { IdleScreen } from './idle-screen.tsx';
import { Key } from './key.tsx';
import { atWork, card, live, machine, nowMs, paired, place, tapped } from './kiosk-store.ts';
import { kioskWords, stateWords } from './kiosk-words.ts';
import { HandlePad, PinPad } from './pads.tsx';
import { PairScreen } from './pair-screen.tsx';
import { home, leaveMachine, locksInS, mayTakeOver, person, receipt, said, step } from './person.ts';
import { RefusedScreen } from './refused-screen.tsx';
import { ReportScreen } from './report-screen.tsx';
import { RunningScreen } from './running-screen.tsx';
import { StartScreen } from './start-screen.tsx';

export function KioskPage() {
  if (paired.value === 'unpaired') return <PairScreen />;
  const isAway = !atWork.value;
  return (
    <div class={`kiosk step-${step.value}`}>
      <Head isAway={isAway} />
      <main>{isAway ? <AwayScreen /> : <Screen />}</main>
      <Sheet />
      <footer>{kioskWords.value.danger}</footer>
    </div>
  );
}

function Screen() {
  if (step.value === 'cleaning') return <CleaningScreen />;
  if (step.value === 'settings') return <SettingsScreen />;
  if (machine.value === null) return <ChooseScreen />;
  if (step.value === 'handle') return <HandlePad />;
  if (step.value === 'pin') return <PinPad />;
  return receipt.value === null ? <Question /> : <ReceiptScreen />;
}

/** What is asked of whoever has unlocked it, and else the machine as it is. */
function Question() {
  const at = card.value;
  const who = person.value;
  if (at === null) return null;
  if (who !== null) {
    if (step.value === 'report') return <ReportScreen />;
    if (step.value === 'start') return <StartScreen person={who} />;
    if (step.value === 'refused') return <RefusedScreen person={who} />;
    if (at.session !== null && !at.session.ending && who.holds) {
      if (step.value === 'extend') return <ExtendScreen session={at.session} />;
      if (step.value === 'hand-over') return <HandOverScreen />;
      if (step.value === 'finish') return <FinishScreen card={at} />;
    }
  }
  if (at.session === null) return <IdleScreen card={at} />;
  if (at.session.ending) return <EndingScreen card={at} />;
  const until = at.session.own?.offeredUntil ?? null;
  const isOffered = until !== null && Date.parse(until) > nowMs.value && !mayTakeOver();
  return isOffered ? <OfferedScreen /> : <RunningScreen card={at} session={at.session} />;
}

function Head({ isAway }: { readonly isAway: boolean }) {
  const { unlock: say, settings, clock, choose } = kioskWords.value;
  const several = paired.value !== null && paired.value !== 'unpaired' && paired.value.machines.length > 1;
  return (
    <header>
      <Mark />
      <p class="name">{card.value?.name ?? 'Officina'}</p>
      {locksInS.value === null ? (
        <p class="clock">
          <span class="unseen">{clock}</span>
          {live.value.board !== null && formatTime(nowMs.value, place.value)}
        </p>
      ) : (
        <p class="clock" role="timer">
          {say.locksIn({ seconds: locksInS.value })}
        </p>
      )}
      {!isAway && person.value !== null && (
        <Key label={say.lock} icon="lock" bare kind="quiet" onPress={home} />
      )}
      {!isAway && several && machine.value !== null && person.value === null && (
        <Key label={choose.all} icon="layout-grid" bare kind="quiet" onPress={leaveMachine} />
      )}
      {!isAway && person.value === null && step.value === 'home' && (
        <Key label={settings} icon="settings" bare kind="quiet" onPress={() => (step.value = 'settings')} />
      )}
    </header>
  );
}

/** The last state with its time, and nothing to press. */
function AwayScreen() {
  const { away: say } = kioskWords.value;
  const { contact } = live.value;
  if (contact.kind !== 'away') return <p class="connecting">{say.connecting}</p>;
  const { sinceMs } = contact;
  const at = card.value;
  return (
    <>
      <p class="away-band" role="alert">
        <Icon name="wifi-off" />
        <strong>
          {sinceMs === null
            ? say.never
            : say.title({ time: formatSince(sinceMs, { nowMs: nowMs.value, place: place.value }) })}
        </strong>
        {say.detail}
      </p>
      {at !== null && (
        <section class="idle" aria-label={at.name}>
          <Plate shown="unknown" />
          <div class="idle-words">
            <p class="state">{stateWords.value.unknown}</p>
            <p class="call">{say.last({ state: stateWords.value[at.shown] })}</p>
          </div>
        </section>
      )}
    </>
  );
}

/** What the reader or the gateway has just said. */
function Sheet() {
  const told = tapped.value;
  if (told !== null) {
    const { outcome, text, code } = told.tapped;
    const isNo = outcome === 'refused';
    return (
      <div class={`sheet ${told.held ? 'sheet-side' : ''} ${isNo ? 'sheet-no' : ''}`} role="alert">
        <Icon name={isNo ? 'x' : 'check'} />
        <p>
          {text}
          {code !== null && <small>{kioskWords.value.code({ code })}</small>}
        </p>
      </div>
    );
  }
  if (said.value === null) return null;
  const { text, isNo } = said.value;
  return (
    <div class={`sheet sheet-side ${isNo ? 'sheet-no' : ''}`} role="alert">
      <Icon name={isNo ? 'x' : 'check'} />
      <p>{text}</p>
    </div>
  );
}
