// Makes a described device of one that nobody had described: its entry goes into `officina.yaml`, its password into a file
// beside it, and both into the running gateway. All of it, or nothing.

import { dirname, join } from 'node:path';
import type { Leaving, NewcomerDesk } from '../adapters/mqtt/newcomers.ts';
import { removeSecret, replaceText, whyNotWritable, writeSecret } from '../adapters/system/text-file.ts';
import type { Assigned, AssignWish } from '../api/options.ts';
import type { Config } from '../config/config.ts';
import type { Chance, Log } from '../gateway/ports.ts';
import type { AddDevice, DeviceAdded, FileMistake, NewDevice } from '../gateway/unassigned.ts';
import type { LiveConfig } from './live-config.ts';
import { readConfigText } from './read-config-text.ts';

export type AssignBox = {
  readonly live: LiveConfig;
  readonly newcomers: NewcomerDesk;
  readonly addDevice: AddDevice;
  readonly chance: Chance;
  readonly log: Log;
};

export async function assignDevice(box: AssignBox, wish: AssignWish): Promise<Assigned> {
  const { live, newcomers } = box;
  const { file } = live;
  if (file === null) return { ok: false, code: 'config-none' };
  const { role, machine, answers } = wish;
  // A machine that starts by itself when power returns must not hang at a bare switch, which is no emergency stop either.
  const isAnswered = answers.noVoltRelease && answers.notAnEmergencyStop;
  if (role === 'switch' && machine !== null && !isAnswered) return { ok: false, code: 'answers-missing' };
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
  const plan = await planFor(box, { wish, file, leaving });
  if (!plan.ok) return plan;
  const { lines, config, device, before, text, password } = plan;
  const { role, id, entry } = device;
  const named = { role, id, kind: entry.kind };
  const done = { ok: true, lines, device: named, credentials: null, told: false, restart: [] } as const;
  if (wish.dryRun) return done;
  const shut = await whyNotWritable(file);
  if (shut !== null) return notWritable(file, shut, lines);
  const secret = join(dirname(file), device.passwordFile);
  const written = await writeSecret(secret, password);
  if (!written.ok) return notWritable(secret, written.reason, lines);
  const replaced = await replaceText({ file, text, before, keepAs: `${file}.before-attach` });
  if (!replaced.ok) {
    await removeSecret(secret);
    return notWritable(file, replaced.reason, lines);
  }
  const restart = await box.live.apply(config).catch(async (fault: unknown) => {
    // The journal could not take it, so nothing of it is true.
    await replaceText({ file, text: before, before: text, keepAs: null });
    await removeSecret(secret);
    throw fault;
  });
  const account = device.account ?? { client: `${role}-${id}`, user: `${role}-${id}` };
  const credentials = { ...account, password };
  const told = await leaving.dismiss(credentials);
  const facts = { client: wish.client, role, id, machine: wish.machine, by: wish.by, told };
  box.log.info(facts, 'a device was assigned: it stands in officina.yaml and has a password of its own');
  return { ...done, credentials, told, restart };
}

type Plan = {
  readonly ok: true;
  readonly before: string;
  readonly text: string;
  readonly lines: Extract<DeviceAdded, { ok: true }>['lines'];
  readonly config: Config;
  readonly device: NewDevice;
  readonly password: string;
};

/** The new text, judged as a whole; nothing is written yet. */
async function planFor(
  box: AssignBox,
  { wish, file, leaving }: Job,
): Promise<Plan | Extract<Assigned, { ok: false }>> {
  const own = Object.keys(wish.entry).filter((key) => ownKeys.includes(key));
  if (own.length > 0)
    return wrong(`"${own.join('", "')}" of the entry is written by the gateway; leave it out.`);
  const before = readConfigText(file);
  if (before === null) return wrong(`${file} is not there any more; put it back, then try again.`);
  const { role, id, entry, machine } = wish;
  const { client, user } = leaving.device;
  const account = entry.kind === 'native' ? null : { client, user: user ?? client };
  const passwordFile = `secrets/${role}-${id}`;
  const device: NewDevice = { role, id, entry, account, passwordFile, machine };
  const added = box.addDevice(before, device);
  if (!added.ok) return { ok: false, code: 'assignment-wrong', mistakes: added.mistakes };
  const password = Buffer.from(box.chance.bytes(passwordBytes)).toString('base64url');
  const judged = await box.live.judge(file, added.text, new Map([[passwordFile, password]]));
  if (!judged.ok) return { ok: false, code: 'assignment-wrong', mistakes: judged.mistakes };
  const { text, lines } = added;
  return { ok: true, before, text, lines, config: judged.config, device, password };
}

/** 24 characters. */
const passwordBytes = 18;

const ownKeys: readonly string[] = ['client', 'user', 'password', 'password_file'];

const wrong = (text: string): Extract<Assigned, { ok: false }> => ({
  ok: false,
  code: 'assignment-wrong',
  mistakes: [{ line: null, column: null, text }] satisfies FileMistake[],
});

const notWritable = (
  path: string,
  reason: string,
  lines: Plan['lines'],
): Extract<Assigned, { ok: false }> => ({
  ok: false,
  code: 'config-not-writable',
  about: `${path} ${reason}`,
  lines,
});
