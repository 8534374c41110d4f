// Extend: a quarter, half or whole hour more, each with its new end and ceiling. What cannot be had is there and says why.

import type { MachineCard } from '../../contract/board.ts';
import { formatTime } from '../format.ts';
import { amountOf } from './amounts.ts';
import { hourNow, raised } from './ceiling-steps.ts';
import { Key } from './key.tsx';
import { place } from './kiosk-store.ts';
import { kioskWords } from './kiosk-words.ts';
import { act, person, refresh, step, say as tell } from './person.ts';
import { ProblemLine } from './problem-line.tsx';

const choices = [15, 30, 60] as const;

type Session = NonNullable<MachineCard['session']>;

export function ExtendScreen({ session }: { readonly session: Session }) {
  const { extend: say, back } = kioskWords.value;
  const ceilingMinor = session.own?.ceilingMinor ?? null;
  const hourMinor = person.value ? hourNow(person.value.price) : null;
  const none = hourMinor === null ? say.unpriced : ceilingMinor === null ? say.noCeiling : null;
  return (
    <section class="extend" aria-label={say.title}>
      <h1>{say.title}</h1>
      {none !== null && <p class="call">{none}</p>}
      {none === null && hourMinor !== null && ceilingMinor !== null && (
        <div class="keys keys-three">
          {choices.map((minutes) => (
            <Longer
              key={minutes}
              session={session}
              minutes={minutes}
              to={raised(ceilingMinor, { hourMinor, minutes })}
            />
          ))}
        </div>
      )}
      <ProblemLine />
      <div class="keys keys-one">
        <Key label={back} kind="quiet" onPress={() => (step.value = 'home')} />
      </div>
    </section>
  );
}

type LongerProps = { readonly session: Session; readonly minutes: number; readonly to: string };

function Longer({ session, minutes, to }: LongerProps) {
  const { extend: say, causes } = kioskWords.value;
  const { ends, own } = session;
  const amount = amountOf(to, own?.digits ?? 2);
  const isCeiling = ends?.cause === 'ceiling';
  const time = (atMs: number): string => formatTime(atMs, place.value);
  const blocked =
    ends !== null && !isCeiling
      ? say.endsBefore({ time: time(Date.parse(ends.at)), cause: causes[ends.cause] ?? ends.cause })
      : null;
  async function extend(): Promise<void> {
    const done = await act((as) => as.change({ ceilingMinor: to }));
    if (done === null) return;
    tell(say.done, { isNo: false });
    step.value = 'home';
    await refresh();
  }
  return (
    <Key label={say.by({ minutes })} blocked={blocked} onPress={() => void extend()}>
      {blocked === null && (
        <small>
          {isCeiling
            ? say.to({ amount, time: time(Date.parse(ends.at) + minutes * 60_000) })
            : say.toAmount({ amount })}
        </small>
      )}
    </Key>
  );
}
