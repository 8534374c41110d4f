// Nobody holds the machine: its state, readable from two metres, and how to begin. Where nobody can begin the state says
// so, and a PIN still tells why.

import type { MachineCard } from '../../contract/board.ts';
import { formatTime } from '../format.ts';
import { Plate } from '../look/plate.tsx';
import { Key } from './key.tsx';
import { place } from './kiosk-store.ts';
import { kioskWords, stateWords } from './kiosk-words.ts';
import { want } from './person.ts';

/** Nobody can begin while it is in one of these. */
const shut: ReadonlySet<MachineCard['shown']> = new Set([
  'locked',
  'out-of-order',
  'retired',
  'maintenance',
  'alarm',
]);

export function IdleScreen({ card }: { readonly card: MachineCard }) {
  const { idle: say } = kioskWords.value;
  const isShut = shut.has(card.shown);
  const waiting = card.queue?.waiting ?? 0;
  const booked = card.booking?.next?.from;
  return (
    <section class="idle" aria-label={card.name}>
      <Plate shown={card.shown} />
      <div class="idle-words">
        <p class="state" role="status">
          {stateWords.value[card.shown]}
        </p>
        <p class="call">{isShut ? say.notNow : card.reader === null ? say.tapHere : say.tap}</p>
        {card.decided?.note != null && <p>{card.decided.note}</p>}
        {waiting > 0 && <p>{say.waiting({ count: waiting })}</p>}
        {booked != null && <p>{say.booked({ time: formatTime(Date.parse(booked), place.value) })}</p>}
      </div>
      <div class="keys keys-two">
        <Key label={say.report} icon="flag" kind="quiet" onPress={() => want('report')} />
        <Key
          label={isShut ? say.why : say.pin}
          kind={isShut ? 'plain' : 'primary'}
          onPress={() => want(null)}
        />
      </div>
    </section>
  );
}
