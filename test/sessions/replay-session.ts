// Replays a recorded session against a profile: what came in is fed at its time, what goes out is written down, and
// the whole must come out as it was recorded.
//
// One line each: milliseconds, a sign, the text.
//   !  open | open-reset | close | end-access | until (only lets time pass)
//   <  a line from the controller
//   >  bytes to the controller: text, or hex for a single byte
//   =  what was told: link activity[/substate] [raw] [job], or the outcome of ending access

import type { Effect, LinkEvent, LinkState } from '../../src/domain/profile/link-state.ts';
import { newLink } from '../../src/domain/profile/link-state.ts';
import { observe } from '../../src/domain/profile/observe.ts';
import type { Profile } from '../../src/domain/profile/profile.ts';

/** The transcript that the profile makes of the incoming lines of `recorded`. */
export function replaySession(profile: Profile, recorded: string): string {
  const out: string[] = [];
  let state = newLink(profile);
  let wakeAtMs: number | null = null;
  const step = (event: LinkEvent, nowMs: number) => {
    const observed: { state: LinkState; effects: readonly Effect[]; wakeAtMs: number | null } = observe(
      profile,
      {
        state,
        event,
        nowMs,
      },
    );
    ({ state, wakeAtMs } = observed);
    for (const effect of observed.effects) {
      const text = effectText(effect);
      if (text) out.push(`${nowMs} ${text}`);
    }
  };
  for (const line of recorded.split('\n')) {
    if (line.startsWith('#')) out.push(line);
    const found = /^(\d+) ([!<]) (.*)$/.exec(line);
    if (!found) continue;
    const [, ms = '0', sign, text = ''] = found;
    const atMs = Number(ms);
    while (wakeAtMs !== null && wakeAtMs < atMs) step({ kind: 'time' }, wakeAtMs);
    out.push(line);
    step(sign === '<' ? { kind: 'line', text } : eventOf(text), atMs);
  }
  return `${out.join('\n')}\n`;
}

function eventOf(word: string): LinkEvent {
  if (word === 'open' || word === 'open-reset') return { kind: 'opened', mayReset: word === 'open-reset' };
  if (word === 'close') return { kind: 'closed' };
  return word === 'end-access' ? { kind: 'end-access' } : { kind: 'time' };
}

function effectText(effect: Effect): string | null {
  if (effect.kind === 'access-ended') return `= access ${effect.outcome}`;
  if (effect.kind === 'send') {
    const [byte = 0] = effect.bytes;
    return `> ${effect.bytes.length === 1 ? byte.toString(16) : Buffer.from(effect.bytes).toString('latin1').trimEnd()}`;
  }
  if (effect.kind !== 'report') return null;
  const { link, activity, substate, raw, job } = effect.report;
  const words = [link, substate ? `${activity}/${substate}` : activity];
  if (raw) words.push(raw);
  if (job) words.push(job.event === 'ended' ? `ended:${job.result}` : 'started');
  const rpm = effect.report.readings['spindle.speed'];
  if (rpm !== undefined) words.push(`${rpm}rpm`);
  const hotendC = effect.report.readings['temperature.hotend0.actual'];
  if (hotendC !== undefined) words.push(`${hotendC}C`);
  return `= ${words.join(' ')}`;
}
