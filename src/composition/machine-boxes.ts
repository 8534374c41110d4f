// Ears and hands for `attach machine` and `check`. Each library is imported when it is first needed: most commands need
// none of them.

import { dirname, resolve } from 'node:path';
import { removeSecret, replaceText, whyNotWritable, writeSecret } from '../adapters/system/text-file.ts';
import type { FileChange, Heard, HearWish, MachineBoxes } from '../commands/machine-boxes.ts';
import { lookAtMachines } from './look-at-machines.ts';

export const machineBoxes: MachineBoxes = {
  ports: async () => (await import('../adapters/serial/list-ports.ts')).listPorts(),
  hear,
  who: async (address) => (await import('./who-answers.ts')).whoAnswers(address),
  search: async (forMs) => (await import('../adapters/finder/search-network.ts')).searchNetwork({ forMs }),
  octoprintKey: async (url, onAsked) =>
    (await import('../adapters/octoprint/ask-app-key.ts')).askAppKey({ url, onAsked }),
  write,
  look: lookAtMachines,
};

/** The speeds that nearly all boards have, the usual one first. */
const usualBauds: readonly number[] = [115_200, 250_000, 57_600];

async function hear({ place, profile, asks }: HearWish): Promise<Heard> {
  const [{ hearController }, { loadProfiles, profileFolder }] = await Promise.all([
    import('../adapters/serial/hear-controller.ts'),
    import('../adapters/profile-files/load-profiles.ts'),
  ]);
  const wanted = profile === null ? null : new Set([profile]);
  const { profiles } = await loadProfiles(profileFolder, wanted);
  // LinuxCNC answers over TCP alone, and no other firmware fits it.
  const heard = [...profiles.values()].filter(({ family }) => place.kind === 'tcp' || family !== 'linuxcnc');
  const first = profile === null ? undefined : heard[0]?.baud;
  const bauds = [...new Set([...(first === undefined ? [] : [first]), ...usualBauds])];
  const where =
    place.kind === 'tcp' ? place : { ...place, bauds: place.baud === null ? bauds : [place.baud] };
  return hearController({ place: where, profiles: heard, asks });
}

async function write({ file, text, before, secret }: FileChange) {
  const shut = await whyNotWritable(file);
  if (shut !== null) return { ok: false, reason: `${file} ${shut}` } as const;
  const path = secret && resolve(dirname(resolve(file)), secret.path);
  if (secret && path !== null) {
    const written = await writeSecret(path, secret.text);
    if (!written.ok) return { ok: false, reason: `${path} ${written.reason}` } as const;
  }
  const replaced = await replaceText({ file, text, before, keepAs: `${file}.before-attach` });
  if (replaced.ok) return { ok: true } as const;
  if (path !== null) await removeSecret(path);
  return { ok: false, reason: `${file} ${replaced.reason}` } as const;
}
