// The devices that nobody has described yet, as the running gateway lists them, checked and shown. What a device wrote is
// never shown with characters that a terminal would obey.

import { clip } from '../config/read-yaml.ts';
import type { DeviceEntry, DeviceGuess, KnownBox, Unassigned } from '../gateway/unassigned.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';

export type Listed = Omit<Unassigned, 'firstSeenMs'>;

type No = { readonly text: string };

/** A sentence where the gateway did not tell. */
export async function readUnassigned(
  running: RunningGateway,
): Promise<{ readonly devices: readonly Listed[] } | No> {
  const asked = await askGateway(running, { method: 'GET', path: '/api/unassigned' });
  const devices = fieldOf(asked.said, 'devices');
  if (!asked.ok || !Array.isArray(devices)) return { text: problemText(asked) };
  return { devices: devices.flatMap(toListed) };
}

/** Described boxes that may be more than was described. */
export async function readBoxes(
  running: RunningGateway,
): Promise<{ readonly boxes: readonly KnownBox[] } | No> {
  const asked = await askGateway(running, { method: 'GET', path: '/api/devices/parts' });
  const boxes = fieldOf(asked.said, 'boxes');
  if (!asked.ok || !Array.isArray(boxes)) return { text: problemText(asked) };
  return { boxes: boxes.flatMap(toBox) };
}

export function describeBox({ client, there, parts, guesses }: KnownBox): string {
  const known = parts.map(({ role, id }) => `${role} ${clip(id)}`).join(', ');
  const lines = guesses.length === 0 ? [] : ['  It may also be:', ...describeGuesses(guesses)];
  return [`${clip(client, 72)}, ${there ? 'connected' : 'gone'}, described as ${known}`, ...lines].join('\n');
}

/** Messages that are shown of one device. */
const shownMessages = 6;

export function describeDevice(device: Listed, nowMs: number): string {
  const { client, user, address, how, there, lastSeenMs, messages, guesses } = device;
  const name = user === null ? '' : `, user name "${clip(user)}"`;
  const seen = there ? 'connected' : `gone, last heard ${ageOf(lastSeenMs, nowMs)}`;
  const came = how === 'code' ? 'by a pairing code' : 'from an allowed address';
  const said = messages
    .slice(-shownMessages)
    .map(
      ({ atMs, topic, text }) =>
        `    ${ageOf(atMs, nowMs).padEnd(10)} ${clip(topic, 60)}  ${clip(text, 100)}`,
    );
  const left = messages.length - said.length;
  return [
    `${clip(client, 72)}${name}, ${clip(address)}, ${came}, ${seen}`,
    ...(said.length === 0 ? ['    It has said nothing yet.'] : said),
    ...(left > 0 ? [`    (and ${left} before)`] : []),
    ...describeGuesses(guesses),
  ].join('\n');
}

export function describeGuesses(guesses: readonly DeviceGuess[]): readonly string[] {
  if (guesses.length === 0)
    return ['  No guess what it is; press its button or hold a card to it, or say it with --set kind=…'];
  return guesses.map(
    ({ role, entry, because }, index) =>
      `  ${index + 1}. ${role} { ${entryWords(entry)} }\n     ${clip(because, 160)}`,
  );
}

const entryWords = (entry: DeviceEntry): string =>
  Object.entries(entry)
    .map(([key, value]) => `${clip(key)}: ${clip(String(value), 128)}`)
    .join(', ');

function ageOf(atMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.round((nowMs - atMs) / 1000));
  if (seconds < 120) return `${seconds} s ago`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min ago` : `${Math.round(seconds / 3600)} h ago`;
}

function toListed(said: unknown): readonly Listed[] {
  const [client, user, address] = ['client', 'user', 'address'].map((name) => fieldOf(said, name));
  if (typeof client !== 'string' || typeof address !== 'string') return [];
  return [
    {
      ...{ client, address, user: typeof user === 'string' ? user : null },
      how: fieldOf(said, 'how') === 'code' ? 'code' : 'address',
      there: fieldOf(said, 'there') === true,
      lastSeenMs: timeOf(fieldOf(said, 'lastSeen')),
      messages: listOf(fieldOf(said, 'messages')).map((one) => ({
        atMs: timeOf(fieldOf(one, 'at')),
        topic: String(fieldOf(one, 'topic')),
        text: String(fieldOf(one, 'text')),
        retained: fieldOf(one, 'retained') === true,
      })),
      guesses: listOf(fieldOf(said, 'guesses')).flatMap(toGuess),
    },
  ];
}

function toBox(said: unknown): readonly KnownBox[] {
  const client = fieldOf(said, 'client');
  if (typeof client !== 'string') return [];
  const parts = listOf(fieldOf(said, 'parts')).flatMap((one): KnownBox['parts'] => {
    const [role, id] = [fieldOf(one, 'role'), fieldOf(one, 'id')];
    return (role === 'reader' || role === 'switch') && typeof id === 'string' ? [{ role, id }] : [];
  });
  const guesses = listOf(fieldOf(said, 'guesses')).flatMap(toGuess);
  return [{ client, there: fieldOf(said, 'there') === true, parts, guesses }];
}

function toGuess(said: unknown): readonly DeviceGuess[] {
  const [role, entry, because] = ['role', 'entry', 'because'].map((name) => fieldOf(said, name));
  const kind = fieldOf(entry, 'kind');
  if ((role !== 'reader' && role !== 'switch') || typeof kind !== 'string') return [];
  return [{ role, entry: { ...(entry as object), kind }, because: String(because) }];
}

const listOf = (said: unknown): readonly unknown[] => (Array.isArray(said) ? said : []);

const timeOf = (said: unknown): number => (typeof said === 'string' ? Date.parse(said) || 0 : 0);
