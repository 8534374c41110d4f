// The parts of a machine: how long each has worked, how much of its interval is used as a plain bar, and in a word whether it
// needs a hand. The word says it; the bar and its colour only repeat it.

import type { CareView } from '../../contract/care.ts';
import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/icons.ts';
import { place, words } from '../store.ts';

type Part = CareView['parts'][number];
type Service = NonNullable<Part['service']>;

export function CareParts({ parts }: { readonly parts: readonly Part[] }) {
  const { care: say } = words.value;
  return (
    <div class="care-parts">
      <h3>{say.parts}</h3>
      <ul>
        {parts.map((part) => (
          <PartLine key={part.part} part={part} />
        ))}
      </ul>
    </div>
  );
}

function PartLine({ part }: { readonly part: Part }) {
  const { care: say } = words.value;
  const { name, clock, hours, service } = part;
  const worn = say.partHours({ hours: hoursText(hours[`${clock}Ms`] ?? 0), clock: say.clocks[clock] });
  // A part that goes by hours or days alone is not told in jobs.
  const jobs = (service?.leftJobs ?? null) !== null ? ` · ${say.partJobs({ count: hours.jobs })}` : '';
  return (
    <li data-due={service?.due ?? 'none'}>
      <p class="part-name">
        <b>{name}</b> <span>{`${worn}${jobs}`}</span>
      </p>
      {service === null ? (
        <p class="part-due">{say.noPlan}</p>
      ) : (
        <>
          <p class="part-due">
            <Icon name={dueIcons[service.due]} />
            <b>{say.due[service.due]}</b> <span>{leftText(service)}</span>
          </p>
          <progress max={1} value={service.used} aria-label={say.partBar({ part: name })} />
        </>
      )}
    </li>
  );
}

const dueIcons: Readonly<Record<Service['due'], IconName>> = {
  fine: 'circle-check',
  soon: 'hourglass',
  over: 'wrench',
  unknown: 'circle-question-mark',
};

/** What is left of each interval, or how far it is over. */
function leftText({ leftMs, leftJobs, leftDays }: Service): string {
  const { left, past } = words.value.care;
  const texts = [
    leftMs === null ? null : (leftMs < 0 ? past : left).hours({ text: hoursText(Math.abs(leftMs)) }),
    leftJobs === null ? null : (leftJobs < 0 ? past : left).jobs({ count: Math.abs(leftJobs) }),
    leftDays === null ? null : (leftDays < 0 ? past : left).days({ count: Math.abs(leftDays) }),
  ];
  return texts.filter((text) => text !== null).join(' · ');
}

/** `484.2 h`; whole hours from a thousand on. */
export function hoursText(ms: number): string {
  const hours = ms / 3_600_000;
  const digits = hours >= 1_000 ? 0 : 1;
  const format = new Intl.NumberFormat(place.value.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Cut off, as on the meter of a machine.
  return `${format.format(Math.floor(hours * 10 ** digits) / 10 ** digits)}\u00a0h`;
}
