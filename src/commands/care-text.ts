// The care of a machine as lines to read: hours, parts with their service, open problems, the newest lines of the log.

import { clip } from '../config/read-yaml.ts';
import type { CareView } from '../contract/care.ts';
import { formatLocal } from '../domain/local-time.ts';

const hourMs = 3_600_000;
/** The rest stands in the answer to --json. */
const logLines = 10;

export function careLines(view: CareView, timezone: string): readonly string[] {
  const { hours, parts, problems, log } = view;
  const when = (at: string): string => formatLocal(Date.parse(at), timezone);
  const nameOf = new Map(parts.map(({ part, name }) => [part, clip(name, 40)]));
  return [
    clip(view.name, 80),
    `Hours     operating ${inHours(hours.operatingMs)}, working ${inHours(hours.workingMs)}, loaded ${inHours(hours.loadedMs)}${onText(hours)}; ${hours.jobs} jobs`,
    ...parts.map((part) => `Part      ${partLine(part)}`),
    ...problems.map(
      ({ severity, at, by, text }) =>
        `Problem   ${severity}, ${when(at)}, ${who(by)}: ${clip(text ?? 'the words are gone', 200)}`,
    ),
    ...log.slice(0, logLines).map((line) => {
      const part = line.part === null ? '' : ` ${nameOf.get(line.part) ?? line.part}`;
      const lasted = line.minutes === null ? '' : `, ${line.minutes} min`;
      const what = line.what === null ? line.kind : `problem ${line.what}`;
      const text = line.text === null ? '' : `: ${clip(line.text, 120)}`;
      return `Log       ${when(line.at)}  ${what}${part}${lasted}, ${who(line.by)}${text}`;
    }),
  ];
}

const dueWords = { fine: 'fine', soon: 'service soon', over: 'SERVICE IS OVER', unknown: 'not known' };

function partLine({ part, name, clock, hours, service }: CareView['parts'][number]): string {
  const head = `${clip(name, 40)} (${part}): ${inHours(hours[`${clock}Ms`] ?? 0)} ${clock}`;
  if (service === null) return head;
  const left = [
    service.leftMs === null ? null : inHours(service.leftMs),
    service.leftJobs === null ? null : `${service.leftJobs} jobs`,
    service.leftDays === null ? null : `${service.leftDays} days`,
  ].filter((one) => one !== null);
  const nothingLeft = hours[`${clock}Ms`] === undefined ? ': it never told' : ': set the clock';
  return `${head}, ${dueWords[service.due]}${left.length === 0 ? nothingLeft : `, ${left.join(' or ')} left`}`;
}

const onText = ({ laserOnMs, spindleOnMs }: CareView['hours']): string =>
  [
    laserOnMs === undefined ? '' : `, laser on ${inHours(laserOnMs)}`,
    spindleOnMs === undefined ? '' : `, spindle on ${inHours(spindleOnMs)}`,
  ].join('');

const inHours = (ms: number): string => `${(ms / hourMs).toFixed(1)} h`;

const who = (by: string | null): string => clip(by ?? 'a member', 80);
