// Somebody holds the machine: time, cost and ceiling, and what its holder may do. Locked, every button first asks who it is;
// the clock stands still while the gateway is away.

import type { MachineCard } from '../../contract/board.ts';
import { formatClock, formatDuration, formatTime } from '../format.ts';
import { Plate } from '../look/plate.tsx';
import { amountOf, costOfSession } from './amounts.ts';
import { Key } from './key.tsx';
import { nowMs, place } from './kiosk-store.ts';
import { kioskWords, stateWords } from './kiosk-words.ts';
import { person, want } from './person.ts';
import { ProblemLine } from './problem-line.tsx';

type Session = NonNullable<MachineCard['session']>;
type Shown = { readonly card: MachineCard; readonly session: Session };

/** Of the ceiling, in percent: from here on the screen says so. */
const nearPercent = 80n;

export function RunningScreen({ card, session }: Shown) {
  const { running: say, unlock, idle } = kioskWords.value;
  const waiting = card.queue?.waiting ?? 0;
  const isOwner = person.value?.holds === true;
  return (
    <section class="running" aria-label={say.somebody}>
      <Plate shown={card.shown} />
      <div class="running-words">
        <p class="state" role="status">
          {stateWords.value[card.shown]}
        </p>
        <p>
          {isOwner ? say.yours : session.member === null ? unlock.locked : say.by({ name: session.member })}
        </p>
        {waiting > 0 && <p>{idle.waiting({ count: waiting })}</p>}
      </div>
      <Figures card={card} session={session} />
      <ProblemLine />
      <Deeds session={session} />
    </section>
  );
}

function Figures({ card, session }: Shown) {
  const { running: say } = kioskWords.value;
  const { own } = session;
  const cost = costOfSession();
  const left = card.job?.timeLeftS ?? null;
  return (
    <dl class="figures">
      <div>
        <dt>{say.time}</dt>
        <dd>
          <span class="figure">{formatClock(nowMs.value - Date.parse(session.since))}</span>
          {left !== null && <small>{say.left({ time: formatDuration(left * 1000) })}</small>}
          <Ends session={session} />
        </dd>
      </div>
      {own !== null && cost !== null && (
        <div>
          <dt>{say.cost}</dt>
          <dd>
            <span class="figure">{amountOf(cost, own.digits)}</span>
            <Ceiling session={session} />
            {isNear(own.ceilingMinor, cost) && <small class="near">{say.near}</small>}
          </dd>
        </div>
      )}
    </dl>
  );
}

const isNear = (ceiling: string | null, cost: string): boolean =>
  ceiling !== null && BigInt(cost) * 100n >= BigInt(ceiling) * nearPercent;

function Ceiling({ session: { own, ends } }: Pick<Shown, 'session'>) {
  const { running: say } = kioskWords.value;
  if (own === null || own.ceilingMinor === null) return null;
  const amount = amountOf(own.ceilingMinor, own.digits);
  const at = ends?.cause === 'ceiling' ? formatTime(Date.parse(ends.at), place.value) : null;
  return <small>{at === null ? say.ceiling({ amount }) : say.ceilingAt({ amount, time: at })}</small>;
}

function Ends({ session: { ends } }: Pick<Shown, 'session'>) {
  const { running: say, causes } = kioskWords.value;
  if (ends === null || ends.cause === 'ceiling') return null;
  const time = formatTime(Date.parse(ends.at), place.value);
  return <small>{say.ends({ time, cause: causes[ends.cause] ?? ends.cause })}</small>;
}

function Deeds({ session: { own } }: Pick<Shown, 'session'>) {
  const { running: say } = kioskWords.value;
  return (
    <div class="keys keys-deeds">
      {own?.canKeep ? (
        <Key label={say.keep} icon="hand" kind="primary" onPress={() => want('keep')} />
      ) : (
        <Key label={say.extend} icon="clock-plus" onPress={() => want('extend')} />
      )}
      <Key label={say.handOver} icon="handshake" onPress={() => want('hand-over')} />
      <Key label={say.report} icon="flag" kind="quiet" onPress={() => want('report')} />
      <Key
        label={say.finish}
        icon="power"
        kind={own?.canKeep ? 'plain' : 'primary'}
        onPress={() => want('finish')}
      />
    </div>
  );
}
