// The intent `sessionEnd` as a pure script: send, await, send, await. It goes on only after what it awaited was seen,
// so that a job is forgotten only once nothing moves (invariant 8), and it always ends within its limit.

import type { Activity } from '../machine/activity.ts';
import type { Bytes, Intent, Step, Way } from './profile.ts';

/** waiting: the controller is in an activity from which the profile knows no way. */
export type Script =
  | { readonly phase: 'waiting'; readonly limitAtMs: number }
  | {
      readonly phase: 'running';
      readonly way: Way;
      /** Index of the step that is awaited. */
      readonly at: number;
      readonly stepAtMs: number;
      readonly limitAtMs: number;
      /** Whether the controller has said anything since the step began. */
      readonly heard: boolean;
    };

export type ScriptSign =
  | { readonly kind: 'status'; readonly activity: Activity; readonly substate: string | null }
  | { readonly kind: 'frame'; readonly id: string }
  | { readonly kind: 'time' }
  | { readonly kind: 'closed' };

/** refused: it answers, but does not do it. unknown: we cannot tell. */
export type AccessOutcome = 'confirmed' | 'refused' | 'unknown' | 'not-needed';

export type ScriptTurn = {
  readonly script: Script | null;
  readonly send: readonly Bytes[];
  readonly outcome: AccessOutcome | null;
};

/** Begins the intent; `activity` is null while the controller is not identified yet. */
export function beginScript(intent: Intent, start: { activity: Activity | null; nowMs: number }): ScriptTurn {
  const waiting: Script = { phase: 'waiting', limitAtMs: start.nowMs + intent.limitMs };
  if (start.activity === null) return { script: waiting, send: [], outcome: null };
  return enter(intent, { script: waiting, activity: start.activity, nowMs: start.nowMs });
}

/** The script after a sign at `nowMs` (monotonic); with an outcome it is over. */
export function stepScript(
  intent: Intent,
  step: { script: Script; sign: ScriptSign; nowMs: number },
): ScriptTurn {
  const { script, sign, nowMs } = step;
  if (sign.kind === 'closed') return over('unknown');
  if (script.phase === 'waiting') {
    if (sign.kind === 'status') return enter(intent, { script, activity: sign.activity, nowMs });
    return nowMs >= script.limitAtMs ? over('refused') : { script, send: [], outcome: null };
  }
  if (sign.kind !== 'time') {
    const awaited = script.way.steps[script.at];
    if (awaited && fits(awaited, sign)) return run({ ...script, at: script.at + 1 }, nowMs);
    return { script: { ...script, heard: true }, send: [], outcome: null };
  }
  if (nowMs < scriptWakesAtMs(script)) return { script, send: [], outcome: null };
  return over(script.heard ? 'refused' : 'unknown');
}

/** When the script must be told the time. */
export function scriptWakesAtMs(script: Script): number {
  if (script.phase === 'waiting') return script.limitAtMs;
  const step = script.way.steps[script.at];
  return step?.kind === 'await'
    ? Math.min(script.stepAtMs + step.withinMs, script.limitAtMs)
    : script.limitAtMs;
}

function enter(intent: Intent, start: { script: Script; activity: Activity; nowMs: number }): ScriptTurn {
  const { script, activity, nowMs } = start;
  const way = intent.ways.find((each) => each.from.has(activity));
  if (!way) return { script, send: [], outcome: null };
  return run(
    { phase: 'running', way, at: 0, stepAtMs: nowMs, limitAtMs: script.limitAtMs, heard: false },
    nowMs,
  );
}

/** Sends up to the next step that waits. */
function run(script: Extract<Script, { phase: 'running' }>, nowMs: number): ScriptTurn {
  const send: Bytes[] = [];
  let at = script.at;
  for (let step = script.way.steps[at]; step?.kind === 'send'; step = script.way.steps[++at])
    send.push(step.bytes);
  if (at >= script.way.steps.length) return { script: null, send, outcome: 'confirmed' };
  return { script: { ...script, at, stepAtMs: nowMs, heard: false }, send, outcome: null };
}

function fits(step: Step, sign: ScriptSign): boolean {
  if (step.kind !== 'await') return false;
  if (sign.kind === 'frame') return step.frame === sign.id;
  if (sign.kind !== 'status' || !step.activities.has(sign.activity)) return false;
  return step.substates === null || (sign.substate !== null && step.substates.has(sign.substate));
}

const over = (outcome: AccessOutcome): ScriptTurn => ({ script: null, send: [], outcome });
