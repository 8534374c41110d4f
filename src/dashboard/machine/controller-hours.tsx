// What the controller of a machine counts by itself, beside our own hours: the difference as a figure, and a sentence where it
// is more than the two can differ by chance, or where its meter began anew.

import type { MachineCard } from '../../contract/board.ts';
import { formatSince } from '../format.ts';
import { nowMs, place, words } from '../store.ts';
import { hoursText } from './care-parts.tsx';

export function ControllerHours({ card }: { readonly card: MachineCard }) {
  const { controllerMeter: meter } = card;
  if (meter === undefined) return null;
  const { meter: say } = words.value.factsOf;
  const count = new Intl.NumberFormat(place.value.locale);
  const rows = [
    meter.operationMs === null ? null : [say.operation, hoursText(meter.operationMs)],
    meter.powerOnMs === null ? null : [say.powerOn, hoursText(meter.powerOnMs)],
    meter.cycles === null ? null : [say.cycles, count.format(meter.cycles)],
    meter.driftMs === null ? null : [say.drift, driftText(meter.driftMs)],
  ].filter((row) => row !== null);
  const time = (at: string) => formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });
  const ahead = (meter.driftMs ?? 0) > 0 ? 'ours' : 'theirs';
  return (
    <div class="care-hours">
      <h3>{say.title}</h3>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {meter.isOff && <p>{say.isOff({ apart: hoursText(Math.abs(meter.driftMs ?? 0)), who: ahead })}</p>}
      {meter.restarted !== null && <p>{say.restarted({ time: time(meter.restarted) })}</p>}
      {meter.compared !== null && <p class="hint">{say.compared({ time: time(meter.compared) })}</p>}
    </div>
  );
}

const shownMs = 360_000;

/** `+0.3 h` where we have counted more; what is too little to be shown has no sign. */
function driftText(ms: number): string {
  const text = hoursText(Math.abs(ms));
  if (Math.abs(ms) < shownMs) return text;
  return `${ms < 0 ? '−' : '+'}${text}`;
}
