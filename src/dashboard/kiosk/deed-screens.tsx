// The questions that cost something: to finish, asked twice at two places, and to hand over; and what is said afterwards.

import type { MachineCard } from '../../contract/board.ts';
import { formatClock, formatDuration } from '../format.ts';
import { Plate } from '../look/plate.tsx';
import { amountOf } from './amounts.ts';
import { Key } from './key.tsx';
import { card, nowMs } from './kiosk-store.ts';
import { kioskWords, stateWords } from './kiosk-words.ts';
import { act, home, receipt, showReceipt, step, want, working } from './person.ts';
import { ProblemLine } from './problem-line.tsx';

/** The yes stands where nothing stood before: FINISH pressed twice keeps on working. */
export function FinishScreen({ card: at }: { readonly card: MachineCard }) {
  const { finish: say } = kioskWords.value;
  async function finish(): Promise<void> {
    const done = await act((as) => as.finish());
    if (done === null) return;
    home();
    showReceipt(done);
  }
  return (
    <section class="ask" aria-label={say.title}>
      <h1>{say.title}</h1>
      <p class="call">{at.job === null ? say.idle : say.job}</p>
      <ProblemLine />
      <div class="keys keys-two">
        <Key label={working.value ? say.working : say.confirm} icon="power" onPress={() => void finish()} />
        <Key label={say.keep} kind="primary" onPress={() => (step.value = 'home')} />
      </div>
    </section>
  );
}

export function HandOverScreen() {
  const { handOver: say } = kioskWords.value;
  async function offer(): Promise<void> {
    // Whoever comes next unlocks it for themselves.
    if ((await act((as) => as.handOver())) !== null) home();
  }
  return (
    <section class="ask" aria-label={say.title}>
      <h1>{say.title}</h1>
      <p class="call">{say.ask}</p>
      <ProblemLine />
      <div class="keys keys-two">
        <Key label={say.mine} kind="quiet" onPress={() => (step.value = 'home')} />
        <Key label={say.go} icon="handshake" kind="primary" onPress={() => void offer()} />
      </div>
    </section>
  );
}

/** While it is offered; null while it is not. */
export function OfferedScreen() {
  const { handOver: say, idle } = kioskWords.value;
  const until = card.value?.session?.own?.offeredUntil ?? null;
  const seconds = until === null ? 0 : Math.ceil((Date.parse(until) - nowMs.value) / 1000);
  return (
    <section class="ask" aria-label={say.title}>
      <h1>{say.title}</h1>
      <p class="call" role="timer">
        {say.wait({ seconds: Math.max(0, seconds) })}
      </p>
      <div class="keys keys-two">
        <span />
        <Key label={idle.pin} kind="primary" onPress={() => want(null)} />
      </div>
    </section>
  );
}

export function ReceiptScreen() {
  const { receipt: say, close } = kioskWords.value;
  const done = receipt.value?.done;
  if (!done) return null;
  const values = { time: lastedOf(done.lastedMs), machine: card.value?.name ?? '' };
  const line =
    done.costMinor === null
      ? say.free(values)
      : say.line({ ...values, amount: amountOf(done.costMinor, done.digits) });
  return (
    <section class="ask receipt" aria-label={say.title}>
      <h1>{say.title}</h1>
      <p class="call" role="status">
        {line}
      </p>
      <p>{done.isEnding ? say.ending : say.off}</p>
      <div class="keys keys-one">
        <Key label={close} onPress={() => (receipt.value = null)} />
      </div>
    </section>
  );
}

export function EndingScreen({ card: at }: { readonly card: MachineCard }) {
  const { ending: say, idle } = kioskWords.value;
  return (
    <section class="idle" aria-label={say.title}>
      <Plate shown={at.shown} />
      <div class="idle-words">
        <p class="state" role="status">
          {stateWords.value[at.shown]}
        </p>
        <p class="call">{say.title}</p>
        <p>{at.job === null ? say.cooling : say.job}</p>
      </div>
      <div class="keys keys-two">
        <Key label={idle.report} icon="flag" kind="quiet" onPress={() => want('report')} />
        <Key label={idle.why} onPress={() => want(null)} />
      </div>
    </section>
  );
}

/** Of less than a minute the seconds are told. */
const lastedOf = (ms: number): string => (ms < 60_000 ? formatClock(ms) : formatDuration(ms));
