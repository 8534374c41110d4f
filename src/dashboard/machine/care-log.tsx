// Who did what for a machine, newest first; a few lines, and all of the newest hundred when asked.

import type { CareView } from '../../contract/care.ts';
import { formatSince } from '../format.ts';
import { nowMs, place, words } from '../store.ts';

type Line = CareView['log'][number];

const fewLines = 6;

export function CareLog({ care }: { readonly care: CareView }) {
  const { care: say } = words.value;
  if (care.log.length === 0) return null;
  const nameOf = new Map(care.parts.map(({ part, name }) => [part, name]));
  const lines = care.log.map((line, index) => (
    // Lines only come before the others, so their distance from the end names them.
    <LogLine key={care.log.length - index} line={line} part={nameOf.get(line.part ?? '') ?? line.part} />
  ));
  return (
    <div class="care-log">
      <h3>{say.log}</h3>
      <ul>{lines.slice(0, fewLines)}</ul>
      {lines.length > fewLines && (
        <details>
          <summary>{`+ ${lines.length - fewLines}`}</summary>
          <ul>{lines.slice(fewLines)}</ul>
        </details>
      )}
    </div>
  );
}

function LogLine({ line, part }: { readonly line: Line; readonly part: string | null }) {
  const { care: say } = words.value;
  const what =
    line.kind === 'closed'
      ? say.closed({
          what: line.what === null ? '' : say.closings[line.what].toLocaleLowerCase(place.value.locale),
        })
      : say.deeds[line.kind];
  const lasted = line.minutes === null || line.minutes === 0 ? [] : [say.lasted({ minutes: line.minutes })];
  const time = formatSince(Date.parse(line.at), { nowMs: nowMs.value, place: place.value });
  return (
    <li>
      <p>
        <b>{what}</b> {[...(part === null ? [] : [part]), ...lasted].join(' · ')}
      </p>
      {line.text !== null && <q>{line.text}</q>}
      <small>{say.reported({ who: whoText(line.by), time })}</small>
    </li>
  );
}

/** A name, where it may be told. */
export function whoText(by: string | null): string {
  const { care, usage } = words.value;
  return by === null ? care.someone : (usage.doers[by] ?? by);
}
