// A profile file of the right shape → the `Profile` that the engine runs, if it also makes sense: patterns compile,
// names exist, and every byte that would be sent is one that its family allows for that purpose (invariant 8).

import type { ProfileFile } from '../../contract/profile-file.ts';
import { type Activity, isActivity } from '../../domain/machine/activity.ts';
import { isReadingName } from '../../domain/machine/reading.ts';
import { type ClueName, clueGroups } from '../../domain/profile/clue.ts';
import type { JsonRule } from '../../domain/profile/json-rule.ts';
import type { FieldReader, FieldRules, FrameRule, Profile, StateRow } from '../../domain/profile/profile.ts';
import { checkConduct, sentBytes } from './check-conduct.ts';
import { compileJson } from './compile-json.ts';
import { type CompiledPattern, compilePattern } from './compile-pattern.ts';
import type { Path } from './parse-strict-yaml.ts';

/** What is wrong, and where in the file. */
export type Finding = { readonly path: Path; readonly text: string };

/** The profile, or everything that does not make sense in it. */
export function compileProfile(
  file: ProfileFile,
): { ok: true; profile: Profile } | { ok: false; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const { frames, json } = compileFrames(file, findings);
  findings.push(...checkConduct(file));
  const profile: Profile = {
    id: file.id,
    title: file.title,
    family: file.family,
    maturity: file.maturity,
    baud: file.serial.baud,
    listenMs: file.identify.listenMs,
    hello: file.identify.hello ? sentBytes(file.identify.hello) : null,
    questions: file.identify.ask.map(({ send, needs, withinMs, when }) => ({
      send: sentBytes(send),
      needs: needs ?? null,
      withinMs,
      when: activitySet(when),
    })),
    poll: compilePoll(file),
    frames,
    json,
    inchSetting: file.facts.inches ?? null,
    derive: file.derive ?? null,
    together: file.together ?? null,
    states: file.states.map(stateRow),
    silence: new Map(
      file.silence.map(({ activity, forMs, unless }) => [
        asActivity(activity),
        { forMs, unless: unless ?? null },
      ]),
    ),
    job: compileJob(file),
    sessionEnd: compileIntent(file),
    enable: compileEnable(file),
    hostForbid: compileHostForbid(file, findings),
    alarms: new Map(
      Object.entries(file.codes.alarms).map(([code, alarm]) => [
        code,
        { ...alarm, mute: alarm.mute ?? false },
      ]),
    ),
    errors: new Map(Object.entries(file.codes.errors).map(([code, error]) => [code, error.text])),
  };
  return findings.length > 0 ? { ok: false, findings } : { ok: true, profile };
}

/** Lines come as the firmware reads them: in capitals, without spaces and comments. */
function compileHostForbid(file: ProfileFile, findings: Finding[]): Profile['hostForbid'] {
  const { bytes = [], lines = [] } = file.forbid.host ?? {};
  const matches = lines.flatMap((line, index) => {
    const compiled = compilePattern(line);
    if (compiled.ok) return [compiled.pattern.match];
    const text = `this pattern cannot be used (${compiled.why}); correct it`;
    findings.push({ path: ['forbid', 'host', 'lines', index], text });
    return [];
  });
  return { bytes: new Set(bytes), lines: matches };
}

function compileFrames(file: ProfileFile, findings: Finding[]): Pick<Profile, 'frames' | 'json'> {
  const rules: FrameRule[] = [];
  const json: JsonRule[] = [];
  const seen = new Set<string>(['broken']);
  for (const [index, frame] of file.frames.entries()) {
    const path = ['frames', index];
    if (seen.has(frame.id))
      findings.push({ path: [...path, 'id'], text: `the id "${frame.id}" is taken; choose another` });
    seen.add(frame.id);
    if (frame.json) {
      const made = compileJson(frame, frame.json);
      if (made.ok) json.push(made.rule);
      else findings.push({ path, text: made.why });
      continue;
    }
    const compiled = compilePattern(frame.match ?? '');
    if (!compiled.ok) {
      findings.push({
        path: [...path, 'match'],
        text: `this pattern cannot be used (${compiled.why}); RE2 has no look-around and no back-references`,
      });
      continue;
    }
    const wrong = wrongGroups(frame, compiled.pattern);
    if (wrong) findings.push({ path, text: wrong });
    rules.push(frameRule(frame, compiled.pattern));
  }
  for (const kind of [file.derive ? 'clue' : 'status', 'greeting'] as const) {
    const opens = kind === 'greeting' && file.identify.hello;
    if (!opens && !file.frames.some((frame) => frame.kind === kind))
      findings.push({ path: ['frames'], text: `a frame of the kind ${kind} is missing; add one` });
  }
  const eventRow = file.derive ? file.states.findIndex(({ event }) => event !== undefined) : -1;
  if (eventRow >= 0)
    findings.push({ path: ['states', eventRow, 'event'], text: 'has no effect with `derive`; take it out' });
  for (const kind of file.derive ? ['status'] : ['clue']) {
    const index = file.frames.findIndex((frame) => frame.kind === kind);
    if (index >= 0)
      findings.push({
        path: ['frames', index],
        text: 'a state is either told by a status or derived from clues; keep one, and `derive` with the clues',
      });
  }
  return { frames: rules, json };
}

type FrameEntry = ProfileFile['frames'][number];

/** The groups that each kind needs, and those it may have besides. */
const groupsOf: Partial<Record<FrameEntry['kind'], { needs: readonly string[]; may: readonly string[] }>> = {
  status: { needs: ['state'], may: ['sub', 'fields', 'percent', 'program'] },
  reading: { needs: ['fields'], may: [] },
  nack: { needs: ['code'], may: [] },
  setting: { needs: ['name', 'value'], may: [] },
  capability: { needs: ['name', 'on'], may: [] },
  permission: { needs: ['on'], may: [] },
};

function groupsFor(frame: FrameEntry): { needs: readonly string[]; may: readonly string[] } {
  if (frame.kind === 'alarm') return { needs: frame.code === undefined ? ['code'] : [], may: [] };
  if (frame.kind !== 'clue') return groupsOf[frame.kind] ?? { needs: [], may: [] };
  const needs = clueGroups[frame.clue as ClueName] ?? [];
  return { needs, may: frame.clue === 'progress' ? ['ack', 'minutes'] : ['ack', 'fields'] };
}

function wrongGroups(frame: FrameEntry, pattern: CompiledPattern): string | null {
  if (frame.match === undefined) return 'a frame needs `match`, or `json` for JSON lines; add one';
  const { needs, may } = groupsFor(frame);
  const missing = needs.find((group) => !pattern.groups.has(group));
  if (missing)
    return `a frame of the kind ${frame.kind} needs the named group "${missing}"; write (?P<${missing}>…)`;
  const extra = [...pattern.groups].find((group) => !needs.includes(group) && !may.includes(group));
  if (extra)
    return `the named group "${extra}" has no effect in a frame of the kind ${frame.kind}; take the name out`;
  if ((frame.kind === 'event') !== (frame.event !== undefined))
    return 'a frame has an `event` exactly when its kind is event; make them agree';
  if ((frame.kind === 'clue') !== (frame.clue !== undefined))
    return 'a frame has a `clue` exactly when its kind is clue; make them agree';
  if (frame.code !== undefined && frame.kind !== 'alarm') return 'only an alarm has a `code`; take it out';
  const splits = pattern.groups.has('fields');
  if (frame.kind === 'clue' && splits && !frame.fields)
    return 'the named group "fields" needs `fields`; say how they are split';
  if (frame.fields && !splits)
    return '`fields` has no effect without a named group "fields"; add the group or take it out';
  if (frame.read && !frame.fields) return '`read` has no effect without `fields`; say how fields are split';
  return null;
}

function frameRule(frame: FrameEntry, { match }: CompiledPattern): FrameRule {
  const { id, kind } = frame;
  if (kind === 'event') return { id, match, kind, event: frame.event ?? 'program.end' };
  if (kind === 'alarm') return { id, match, kind, code: frame.code ?? null };
  if (kind === 'clue') return { id, match, kind, clue: frame.clue as ClueName, fields: fieldRules(frame) };
  if (kind === 'status' || kind === 'reading') return { id, match, kind, fields: fieldRules(frame) };
  return { id, match, kind };
}

function fieldRules({ fields, read }: FrameEntry): FieldRules | null {
  if (!fields) return null;
  const readers: FieldReader[] = Object.entries(read ?? {}).flatMap(
    ([name, { key, otherwise, item, length }]) =>
      isReadingName(name) ? [{ name, key, otherwise: otherwise ?? null, item, length: length ?? false }] : [],
  );
  return { ...fields, read: readers };
}

const stateRow = ({ state, sub, activity, substate, event }: ProfileFile['states'][number]): StateRow => ({
  state,
  sub: sub ?? null,
  activity: asActivity(activity),
  substate: substate ?? null,
  event: event ?? null,
});

function compilePoll({ poll }: ProfileFile): Profile['poll'] {
  const { other, ...named } = poll.everyMs;
  const of = new Map(Object.entries(named).map(([word, everyMs]) => [asActivity(word), everyMs]));
  return {
    asks: poll.ask.map(({ send, unless }) => ({
      send: sentBytes(send),
      unless: unless ? { frames: new Set(unless.frames), withinMs: unless.withinMs } : null,
    })),
    everyMs: { other, of },
    answerMs: poll.answerMs,
    missAfter: poll.missAfter,
  };
}

function compileJob({ job }: ProfileFile): Profile['job'] {
  const { activity, forMs, notAfter } = job.starts;
  return {
    starts: { activity: asActivity(activity), forMs, notAfter: activitySet(notAfter) },
    ends: job.ends,
  };
}

/** Of a draft nothing is compiled that could be sent: an engine that has it not cannot send it. */
function compileIntent({ maturity, intents }: ProfileFile): Profile['sessionEnd'] {
  if (maturity === 'draft' || !intents.sessionEnd) return null;
  const { limitMs, leaves, ways } = intents.sessionEnd;
  return {
    limitMs,
    leaves,
    ways: ways.map((way) => ({
      from: activitySet(way.from),
      steps: way.steps.map((step) => {
        if (step.send) return { kind: 'send', bytes: sentBytes(step.send) };
        const wait = step.await;
        return {
          kind: 'await',
          frame: wait?.frame ?? null,
          activities: activitySet(wait?.activity ?? []),
          substates: wait?.substate ? new Set(wait.substate) : null,
          withinMs: wait?.withinMs ?? 0,
        };
      }),
    })),
  };
}

const compileEnable = ({ maturity, enable }: ProfileFile): Profile['enable'] =>
  enable && maturity === 'proven'
    ? {
        on: sentBytes(enable.on),
        off: sentBytes(enable.off),
        query: sentBytes(enable.query),
        everyMs: enable.everyMs,
      }
    : null;

const activitySet = (words: readonly string[]): ReadonlySet<Activity> => new Set(words.map(asActivity));

/** The schema has let no other word through. */
function asActivity(word: string): Activity {
  if (!isActivity(word)) throw new Error(`the schema let the activity "${word}" through`);
  return word;
}
