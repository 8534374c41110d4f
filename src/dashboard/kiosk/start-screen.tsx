// START: whom it is charged to and what it may cost, both as they were last or usually are; the common way is one press.
// It gives power and starts nothing else (invariant 8).

import { useSignal } from '@preact/signals';
import type { KioskVisit } from '../../contract/kiosk.ts';
import { formatDuration } from '../format.ts';
import { amountOf } from './amounts.ts';
import { boughtMs, ceilings, hourNow, usualCeiling } from './ceiling-steps.ts';
import { Key } from './key.tsx';
import { kioskWords } from './kiosk-words.ts';
import { act, home, mayTakeOver, refresh, say as tell, working } from './person.ts';
import { ProblemLine } from './problem-line.tsx';

export function StartScreen({ person }: { readonly person: KioskVisit }) {
  const { start: say } = kioskWords.value;
  const hourMinor = hourNow(person.price);
  const list = ceilings(person.price.digits);
  const at = useSignal(hourMinor === null ? list.length - 1 : usualCeiling(hourMinor, person.price.digits));
  const code = useSignal(person.costCode);
  const ceilingMinor = hourMinor === null ? null : (list[at.value] ?? null);

  async function go(): Promise<void> {
    const answer = await act((as) => as.start({ costCode: code.value, ceilingMinor }));
    if (answer === null) return;
    tell(answer.text, { isNo: answer.outcome === 'refused' });
    // A no at the last moment has its reasons too; a yes shows the machine, locked.
    if (answer.outcome === 'refused') await refresh();
    else home();
  }

  return (
    <section class="start" aria-label={say.hello({ name: person.name })}>
      <h1>{say.hello({ name: person.name })}</h1>
      <div class="rows">
        <CostCode person={person} code={code.value} onChoose={(next) => (code.value = next)} />
        {hourMinor === null ? (
          <p class="row">{say.free}</p>
        ) : (
          <Ceiling
            minor={ceilingMinor}
            hourMinor={hourMinor}
            digits={person.price.digits}
            onLess={at.value > 0 ? () => (at.value -= 1) : null}
            onMore={at.value < list.length - 1 ? () => (at.value += 1) : null}
          />
        )}
      </div>
      <p class="note">{mayTakeOver() ? say.takeOver : say.power}</p>
      <ProblemLine />
      <div class="keys keys-two">
        <Key label={say.notNow} kind="quiet" onPress={home} />
        <Key label={working.value ? say.going : say.go} kind="primary" onPress={() => void go()} />
      </div>
    </section>
  );
}

type CodeProps = {
  readonly person: KioskVisit;
  readonly code: string | null;
  readonly onChoose: (code: string | null) => void;
};

/** Nothing where nothing can be chosen; a press goes to the next one. */
function CostCode({ person: { costCodes }, code, onChoose }: CodeProps) {
  const { start: say } = kioskWords.value;
  if (costCodes.length === 0) return null;
  const all = [null, ...costCodes.map((one) => one.code)];
  const name = costCodes.find((one) => one.code === code)?.name ?? say.own;
  return (
    <div class="row">
      <p>
        <small>{say.costCode}</small>
        <strong>{name}</strong>
      </p>
      <Key
        label={say.change}
        icon="chevron-right"
        onPress={() => onChoose(all[(all.indexOf(code) + 1) % all.length] ?? null)}
      />
    </div>
  );
}

type CeilingProps = {
  readonly minor: string | null;
  readonly hourMinor: bigint;
  readonly digits: number;
  readonly onLess: (() => void) | null;
  readonly onMore: (() => void) | null;
};

function Ceiling({ minor, hourMinor, digits, onLess, onMore }: CeilingProps) {
  const { start: say } = kioskWords.value;
  const price = amountOf(hourMinor.toString(), digits);
  return (
    <div class="row">
      <p>
        <small>{say.ceiling}</small>
        <strong role="status">{minor === null ? say.none : amountOf(minor, digits)}</strong>
        <span>
          {minor === null
            ? say.open({ price })
            : say.buys({ time: formatDuration(boughtMs(minor, hourMinor)), price })}
        </span>
      </p>
      <div class="pair">
        {onLess && <Key label={say.less} icon="minus" bare onPress={onLess} />}
        {onMore && <Key label={say.more} icon="plus" bare onPress={onMore} />}
      </div>
    </div>
  );
}
