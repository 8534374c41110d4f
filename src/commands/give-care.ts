// Writes down what was done for a machine and reads what it needs, at a running gateway or on the journal itself. Either way
// the refusal is the same sentences, and an answer from outside is checked before it is believed.

import { clip } from '../config/read-yaml.ts';
import type { CareReport, CareView } from '../contract/care.ts';
import { careRefusals } from '../contract/care-words.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { type Asked, askGateway, fieldOf } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';

export type CareWish = {
  readonly machine: string;
  /** Null: only look. */
  readonly deed: CareReport | null;
};

export type CareGiven =
  | { readonly ok: true; readonly view: CareView }
  /** Why not, and what to do. */
  | { readonly ok: false; readonly text: string };

export async function careThere(running: RunningGateway, { machine, deed }: CareWish): Promise<CareGiven> {
  const path = `/api/machines/${machine}/care`;
  const question =
    deed === null ? ({ method: 'GET', path } as const) : ({ method: 'POST', path, body: deed } as const);
  const asked = await askGateway(running, question);
  if (!asked.ok) return { ok: false, text: problemOf(asked) };
  const { isCareView } = await import('../contract/is-care-view.ts');
  if (isCareView(asked.said)) return { ok: true, view: asked.said };
  throw new Error(
    `The gateway at ${running.url} answered what this command does not know; use that gateway's own version.`,
  );
}

/** Whoever may open the data folder may see all of it; the journal names them as the console. */
export async function careHere(gateway: Gateway, { machine, deed }: CareWish): Promise<CareGiven> {
  if (deed !== null) {
    const done = await gateway.noteCare({ ...deed, machine, by: 'console' });
    if (!done.ok) return { ok: false, text: sentenceOf(done.code, []) };
  }
  const told = await gateway.careOf({ machine, names: () => true, texts: true });
  if (told === null) return { ok: false, text: sentenceOf('machine-unknown', []) };
  const { parts, problems, log, ...rest } = told;
  return { ok: true, view: { ...rest, parts: [...parts], problems: [...problems], log: [...log] } };
}

function problemOf({ said, status }: Asked): string {
  const words = [fieldOf(said, 'title'), fieldOf(said, 'detail')].filter((one) => typeof one === 'string');
  const text = sentenceOf(String(fieldOf(said, 'code')), words);
  return text === '' ? `The gateway refused it (status ${status}); look at its log.` : text;
}

const ownWords = new Map<string, readonly string[]>([
  ...Object.entries(careRefusals),
  ['machine-unknown', ['No machine has this id.', 'officina.yaml lists the machines.']],
]);

/** @param said what the gateway says, for codes that are unknown here */
const sentenceOf = (code: string, said: readonly string[]): string =>
  (ownWords.get(code) ?? said.map((one) => clip(one, 200))).join(' ');
