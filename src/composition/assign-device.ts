// Makes a described device of one that nobody had described: an entry in `officina.yaml` and a password of its own, and the
// device itself is told, where it listens.

import { setUp } from '../adapters/mqtt/dialects/set-up.ts';
import type { Leaving, NewcomerDesk } from '../adapters/mqtt/newcomers.ts';
import type { Assigned, AssignWish } from '../api/options.ts';
import { type EntryBox, lacksAnswers, planEntry, writeEntry } from './write-entry.ts';

export type AssignBox = EntryBox & { readonly newcomers: NewcomerDesk };

export async function assignDevice(box: AssignBox, wish: AssignWish): Promise<Assigned> {
  const { live, newcomers } = box;
  const { file } = live;
  if (file === null) return { ok: false, code: 'config-none' };
  if (lacksAnswers(wish)) return { ok: false, code: 'answers-missing' };
  const leaving = newcomers.take(wish.client);
  if (leaving === null) return { ok: false, code: 'unassigned-unknown' };
  try {
    return await live.inTurn(() => assign(box, { wish, file, leaving }));
  } finally {
    leaving.putBack();
  }
}

type Job = { readonly wish: AssignWish; readonly file: string; readonly leaving: Leaving };

async function assign(box: AssignBox, { wish, file, leaving }: Job): Promise<Assigned> {
  const { role, id, entry } = wish;
  const { client, user } = leaving.device;
  const account = entry.kind === 'native' ? null : { client, user: user ?? client };
  const password = Buffer.from(box.chance.bytes(passwordBytes)).toString('base64url');
  const passwordFile = `secrets/${role}-${id}`;
  const plan = await planEntry(box, { wish, file }, { account, passwordFile, password });
  if (!plan.ok) return plan;
  const device = { role, id, kind: entry.kind };
  const done = { ok: true, lines: plan.lines, device, told: false, restart: [], setUp: [] } as const;
  if (wish.dryRun) return { ...done, credentials: null };
  const written = await writeEntry(box, plan);
  if (!written.ok) return written;
  const own = `${role}-${id}`;
  const credentials = { ...(account ?? { client: own, user: own }), password };
  const told = await leaving.dismiss(credentials);
  const facts = { client: wish.client, role, id, machine: wish.machine, by: wish.by, told };
  box.log.info(facts, 'a device was assigned: it stands in officina.yaml and has a password of its own');
  const { host, port } = box.reached();
  const typed = setUp({ role, id, entry, signIn: { ...credentials, host, port } });
  return { ...done, credentials, told, restart: written.restart, setUp: typed };
}

/** 24 characters. */
const passwordBytes = 18;
