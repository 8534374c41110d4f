// Describes another part of a box that is described already: the relay beside the reader, another plug of the bridge. It
// signs in as before, so the new entry has its account and its password.

import { setUp } from '../adapters/mqtt/dialects/set-up.ts';
import type { Assigned, AssignWish } from '../api/options.ts';
import { passwordFileOf } from '../config/add-device.ts';
import { devicesOf } from '../config/devices-of.ts';
import { readConfigText } from './read-config-text.ts';
import {
  type EntryBox,
  type EntryWish,
  gone,
  lacksAnswers,
  planEntry,
  type SignsIn,
  writeEntry,
} from './write-entry.ts';

export async function addPart(box: EntryBox, wish: AssignWish): Promise<Assigned> {
  const { live } = box;
  const { file } = live;
  if (file === null) return { ok: false, code: 'config-none' };
  if (lacksAnswers(wish)) return { ok: false, code: 'answers-missing' };
  return live.inTurn(() => add(box, { wish, file }));
}

async function add(box: EntryBox, at: EntryWish): Promise<Assigned> {
  const { wish } = at;
  const signsIn = await accountOf(box, at);
  if (!('passwordFile' in signsIn)) return signsIn;
  const plan = await planEntry(box, at, signsIn);
  if (!plan.ok) return plan;
  const { client, role, id, entry, machine, by } = wish;
  const device = { role, id, kind: entry.kind };
  const done = { ok: true, lines: plan.lines, device, credentials: null, told: false } as const;
  if (wish.dryRun) return { ...done, restart: [], setUp: [] };
  const written = await writeEntry(box, plan);
  if (!written.ok) return written;
  box.log.info({ client, role, id, machine, by }, 'another part of a box stands in officina.yaml');
  return { ...done, restart: written.restart, setUp: setUp({ role, id, entry, signIn: null }) };
}

/** As the file has it now, which may not be what the gateway was told last. */
async function accountOf(
  { live }: EntryBox,
  { file, wish }: EntryWish,
): Promise<SignsIn | Extract<Assigned, { ok: false }>> {
  const text = readConfigText(file);
  if (text === null) return gone(file);
  const judged = await live.judge(file, text, new Map());
  if (!judged.ok) return { ok: false, code: 'assignment-wrong', mistakes: judged.mistakes };
  const box = devicesOf(judged.config).get(wish.client);
  if (box?.kind !== 'stock') return { ok: false, code: 'box-unknown' };
  const { client, user, password } = box;
  const account = { client, user };
  const passwordFile = passwordFileOf(text, client);
  if (passwordFile !== null) return { account, passwordFile, password: null };
  // The password stands in the file itself or in the environment: it is not shown in the lines, so it gets a file, too.
  return { account, passwordFile: `secrets/${wish.role}-${wish.id}`, password };
}
