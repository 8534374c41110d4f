// Whether what a profile would send is allowed: by its own forbid list, by the byte table of its family, and in an
// order that never forgets a job while something may still move (invariant 8).

import type { ProfileFile } from '../../contract/profile-file.ts';
import { profileLimits } from '../../contract/profile-words.ts';
import type { Activity } from '../../domain/machine/activity.ts';
import { type Family, families, type Purpose } from '../../domain/profile/family.ts';
import { compilePattern } from './compile-pattern.ts';
import type { Finding } from './compile-profile.ts';
import type { Path } from './parse-strict-yaml.ts';

type Send = ProfileFile['poll']['ask'][number]['send'];
type SessionEnd = NonNullable<ProfileFile['intents']['sessionEnd']>;
type Way = SessionEnd['ways'][number];

/** What goes over the wire: one byte, or a line with its line feed. */
export const sentBytes = (send: Send): readonly number[] =>
  send.line === undefined ? [send.byte ?? 0] : [...Buffer.from(`${send.line}\n`, 'latin1')];

/** Everything in the profile's conduct that is not allowed or makes no sense. */
export function checkConduct(file: ProfileFile): Finding[] {
  const family = families.get(file.family);
  if (!family) return [{ path: ['family'], text: `"${file.family}" has no byte table; it cannot be used` }];
  const findings = allSends(file).flatMap(({ path, send, purpose }) =>
    checkSend(file, { family, path, send, purpose }),
  );
  findings.push(...checkSessionEnd(file, family));
  for (const [index, line] of file.forbid.lines.entries()) {
    const compiled = compilePattern(line);
    if (!compiled.ok)
      findings.push({
        path: ['forbid', 'lines', index],
        text: `this pattern cannot be used (${compiled.why}); correct it`,
      });
  }
  for (const [index, { unless }] of file.poll.ask.entries()) {
    const unknown = unless?.frames.find((id) => !file.frames.some((frame) => frame.id === id));
    if (unknown)
      findings.push({
        path: ['poll', 'ask', index, 'unless'],
        text: `there is no frame "${unknown}"; name one of the frames above`,
      });
  }
  findings.push(...checkEnable(file), ...checkTogether(file));
  if (file.poll.answerMs * file.poll.missAfter > profileLimits.silenceMs) {
    findings.push({
      path: ['poll'],
      text: `silence would be noticed after more than ${profileLimits.silenceMs} ms; lower answerMs or missAfter`,
    });
  }
  return findings;
}

function checkSessionEnd(file: ProfileFile, family: Family): Finding[] {
  const { sessionEnd } = file.intents;
  if (!sessionEnd) {
    const text = 'a proven profile knows how to end access; add `sessionEnd`, or write `maturity: draft`';
    return file.maturity === 'proven' ? [{ path: ['intents'], text }] : [];
  }
  const findings: Finding[] = [];
  const taken = new Set<string>();
  for (const [index, way] of sessionEnd.ways.entries()) {
    const path = ['intents', 'sessionEnd', 'ways', index];
    findings.push(...checkWay(file, { family, path, way, taken }));
    const sumMs = way.steps.reduce((sum, step) => sum + (step.await?.withinMs ?? 0), 0);
    const text = `its waits add up to ${sumMs} ms and the limit is ${sessionEnd.limitMs} ms; shorten them`;
    if (sumMs > sessionEnd.limitMs) findings.push({ path, text });
  }
  return findings;
}

/** What is not read back would never be known, and a frame without a question never comes. */
function checkEnable({ enable, frames }: ProfileFile): Finding[] {
  const index = frames.findIndex(({ kind }) => kind === 'permission' || kind === 'no-permission');
  if (enable && !frames.some(({ kind }) => kind === 'permission'))
    return [{ path: ['enable'], text: 'nothing reads it back; add a frame of the kind permission' }];
  if (enable || index < 0) return [];
  return [
    {
      path: ['frames', index],
      text: 'a permission needs `enable`, which asks for it; add that, or take the frame out',
    },
  ];
}

/** Each answer that belongs to a state tells one; without a welcome nobody would know that the hello was taken. */
function checkTogether({ together, frames, identify }: ProfileFile): Finding[] {
  const findings: Finding[] = [];
  for (const [index, id] of (together?.frames ?? []).entries()) {
    if (frames.some((frame) => frame.id === id && frame.kind === 'status')) continue;
    const text = `"${id}" is no frame of the kind status; name one of the frames above`;
    findings.push({ path: ['together', 'frames', index], text });
  }
  const welcome = frames.findIndex(({ kind }) => kind === 'welcome');
  if (identify.hello && welcome < 0)
    findings.push({
      path: ['identify', 'hello'],
      text: 'nothing answers it; add a frame of the kind welcome',
    });
  if (!identify.hello && welcome >= 0)
    findings.push({
      path: ['frames', welcome],
      text: 'a welcome answers `identify.hello`; add that, or take the frame out',
    });
  return findings;
}

type Sending = {
  readonly path: Path;
  readonly send: Send;
  readonly purpose: readonly Purpose[];
};

function allSends(file: ProfileFile): Sending[] {
  const sends: Sending[] = file.poll.ask.map(({ send }, index) => ({
    path: ['poll', 'ask', index, 'send'],
    send,
    purpose: ['poll'],
  }));
  const { hello } = file.identify;
  if (hello) sends.push({ path: ['identify', 'hello'], send: hello, purpose: ['ask'] });
  for (const [index, { send }] of file.identify.ask.entries())
    sends.push({ path: ['identify', 'ask', index, 'send'], send, purpose: ['ask'] });
  for (const [index, way] of (file.intents.sessionEnd?.ways ?? []).entries()) {
    for (const [at, { send }] of way.steps.entries()) {
      if (send)
        sends.push({
          path: ['intents', 'sessionEnd', 'ways', index, 'steps', at, 'send'],
          send,
          purpose: ['stop', 'cool', 'forget'],
        });
    }
  }
  if (file.enable) {
    const purposes = { on: 'enable', off: 'disable', query: 'poll' } as const;
    for (const key of ['on', 'off', 'query'] as const)
      sends.push({ path: ['enable', key], send: file.enable[key], purpose: [purposes[key]] });
  }
  return sends;
}

function checkSend(file: ProfileFile, sending: Sending & { family: Family }): Finding[] {
  const { path, send, purpose, family } = sending;
  const findings: Finding[] = [];
  const refuse = (text: string) => findings.push({ path, text });
  if (send.line !== undefined) {
    const line = send.line;
    const does = family.lines.get(line);
    if (!does || !purpose.includes(does))
      refuse(`"${line}" may not be sent here; ${allowed(file.family, family.lines, purpose)}`);
    for (const pattern of file.forbid.lines) {
      const compiled = compilePattern(pattern);
      if (compiled.ok && compiled.pattern.match(line))
        refuse(`"${line}" is forbidden by this file's own forbid list; take one of them out`);
    }
  }
  if (send.byte !== undefined) {
    const word = `0x${send.byte.toString(16).padStart(2, '0')}`;
    const does = family.bytes.get(send.byte);
    if (!does || !purpose.includes(does))
      refuse(`${word} may not be sent here; ${allowed(file.family, family.bytes, purpose)}`);
    if (file.forbid.bytes.includes(send.byte))
      refuse(`${word} is forbidden by this file's own forbid list; take one of them out`);
    if (isAsked(purpose) && (send.byte < 0x20 || send.byte > 0x7e))
      refuse(
        `${word} goes out before it is known who answers, and runs a macro elsewhere; ask in plain ASCII`,
      );
  }
  return findings;
}

/** Polls and questions are what identification is made of: they reach whatever firmware there is. */
const isAsked = (purpose: readonly Purpose[]) => purpose.includes('poll') || purpose.includes('ask');

function allowed(
  family: string,
  table: ReadonlyMap<string | number, Purpose>,
  purpose: readonly Purpose[],
): string {
  const words = [...table]
    .filter(([, does]) => purpose.includes(does))
    .map(([sent]) => (typeof sent === 'number' ? `0x${sent.toString(16)}` : `"${sent}"`));
  return words.length > 0
    ? `the family ${family} allows ${words.join(' ')}`
    : `the family ${family} allows nothing of this kind here`;
}

const purposeOf = (family: Family, { byte, line }: Send): Purpose | undefined =>
  line === undefined ? family.bytes.get(byte ?? -1) : family.lines.get(line);

/** A job is forgotten only from where nothing moves: after an await of such an activity, or from one. */
function checkWay(
  file: ProfileFile,
  checked: { family: Family; path: Path; way: Way; taken: Set<string> },
): Finding[] {
  const { family, path, way, taken } = checked;
  const findings: Finding[] = [];
  for (const from of way.from) {
    if (taken.has(from))
      findings.push({ path: [...path, 'from'], text: `there is already a way from ${from}; take one out` });
    taken.add(from);
  }
  const isStill = (words: readonly string[]) =>
    words.length > 0 && words.every((word) => family.still.has(word as Activity));
  let still = isStill(way.from);
  for (const [at, step] of way.steps.entries()) {
    const stepPath = [...path, 'steps', at];
    if (step.await) {
      still = step.await.frame === undefined && isStill(step.await.activity ?? []);
      const { frame } = step.await;
      if (frame === undefined && !step.await.activity)
        findings.push({ path: stepPath, text: 'this waits for nothing; name a frame or activities' });
      if (frame !== undefined && !file.frames.some((each) => each.id === frame))
        findings.push({ path: stepPath, text: `there is no frame "${frame}"; name one of the frames above` });
    } else if (step.send && purposeOf(family, step.send) === 'forget' && !still) {
      findings.push({
        path: stepPath,
        text: 'this would forget a job that may still move; first await that it stands still',
      });
    }
  }
  if (!way.steps.at(-1)?.await)
    findings.push({ path, text: 'the last step must be an await: what is not seen is not confirmed' });
  return findings;
}
