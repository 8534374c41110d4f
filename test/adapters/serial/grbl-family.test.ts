// The relatives of Grbl over real TCP: each is known by its own profile and by no other, ends access as Grbl does, and
// no byte that would run a macro there ever reaches it (invariant 8).

import { afterEach, describe, expect, it } from 'vitest';
import { loadProfiles } from '../../../src/adapters/profile-files/load-profiles.ts';
import { openLink } from '../../../src/adapters/serial/open-link.ts';
import { openLinks } from '../../../src/adapters/serial/open-links.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../../src/adapters/simulator/grbl.ts';
import type { GrblDialectName } from '../../../src/adapters/simulator/grbl-dialects.ts';
import { openGrblHost } from '../../../src/adapters/simulator/grbl-host.ts';
import { sampleJob } from '../../../src/adapters/simulator/grbl-job.ts';
import type { Profile } from '../../../src/domain/profile/profile.ts';
import type { MachineReport } from '../../../src/gateway/gateway.ts';
import { listening, until } from './link-under-test.ts';

const { profiles } = await loadProfiles();

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const profileOf = (id: string): Profile => {
  const profile = profiles.get(id);
  if (!profile) throw new Error(`the profile ${id} did not load`);
  return profile;
};

async function shop({ dialect, profile }: { dialect: GrblDialectName; profile: Profile }) {
  const now = () => performance.now();
  const controller = simulateGrbl({ now, powered: true, dialect });
  const server = await serveControllerTcp({ port: 0, controller, now });
  closing.push(() => server.close());
  const { options, heard } = await listening({ kind: 'tcp', host: '127.0.0.1', port: server.port }, profile);
  const link = openLink(options);
  closing.push(() => link.close());
  return { controller, link, heard, host: openGrblHost(controller), last: () => heard.reports.at(-1) };
}

const family = [
  ['grbl', 'grbl-1.1'],
  ['grblhal', 'grblhal'],
  ['fluidnc', 'fluidnc'],
] as const;

describe.each(family)('a controller that speaks %s, with the profile %s', (dialect, id) => {
  it('inv. 8: ends access in mid-job, says what it left, and met no macro', async () => {
    const { controller, heard, host, link, last } = await shop({ dialect, profile: profileOf(id) });
    await until(() => last()?.activity === 'idle', 'the link to be idle');
    const done = host.runJob(sampleJob({ seconds: 60, maxRpm: 9000 }));
    await until(() => last()?.activity === 'running', 'the job to run');
    expect(last()?.words).toEqual({ left: null, alarm: null });
    expect(await link.endAccess()).toBe('confirmed');
    expect((await done).result).toBe('stopped');
    await until(() => last()?.activity === 'idle', 'the controller to be idle');
    expect(last()?.words?.left).toEqual({ spindle: 'off', laser: 'off', position: 'kept' });
    expect(controller.facts()).toMatchObject({ queuedMoves: 0, spindleRpm: 0, macros: [] });
    expect(heard.reports.some(({ activity }) => activity === 'alarm')).toBe(false);
    void host.runJob(sampleJob({ seconds: 5, maxRpm: 9000 }));
    await until(() => last()?.activity === 'running', 'the next job');
    expect(last()?.words?.left).toBeNull();
  });

  it('has a sentence for an alarm in both languages', async () => {
    const { controller, host, last } = await shop({ dialect, profile: profileOf(id) });
    await until(() => last()?.activity === 'idle', 'the link to be idle');
    void host.runJob(sampleJob({ seconds: 60, maxRpm: 9000 }));
    await until(() => last()?.activity === 'running', 'the job to run');
    controller.faults.hardLimit();
    await until(() => last()?.activity === 'alarm', 'the alarm');
    expect(last()).toMatchObject({ substate: 'hard-limit' });
    expect(last()?.words?.alarm).toMatchObject({
      en: expect.stringContaining('limit switch'),
      it: expect.stringContaining('finecorsa'),
    });
  });
});

const strangers = family.flatMap(([dialect]) =>
  family.flatMap(([mine, id]) => (mine === dialect ? [] : [[dialect, id] as const])),
);

describe.each(strangers)('a controller that speaks %s, with the wrong profile %s', (dialect, id) => {
  it('inv. 8: stays unknown, is sent nothing more, and met no macro', async () => {
    const { controller, heard, last, link } = await shop({ dialect, profile: profileOf(id) });
    await until(() => last() !== undefined, 'a word of the link');
    controller.faults.restart();
    await until(() => last()?.substate === 'wrong-firmware', 'the stranger to be known');
    expect(await link.endAccess()).toBe('refused');
    expect(last()).toMatchObject({ activity: 'unknown' });
    expect(heard.log.some((line) => line.includes('choose the profile that fits'))).toBe(true);
    expect(controller.facts().macros).toEqual([]);
  });
});

describe('a byte above ASCII', () => {
  const answer = (dialect: GrblDialectName, byte: number) => {
    const controller = simulateGrbl({ now: () => 0, powered: true, dialect });
    let heard = '';
    const channel = controller.attach((bytes) => {
      heard += Buffer.from(bytes).toString('latin1');
    });
    channel.write(Uint8Array.of(byte));
    return { heard, macros: controller.facts().macros };
  };

  it('is a full status to one and a macro to another', () => {
    expect(answer('grblhal', 0x87).heard).toMatch(/^<Idle\|.*\|FW:grblHAL>\r\n$/);
    expect(answer('fluidnc', 0x87)).toEqual({ heard: '', macros: [0x87] });
    expect(answer('grblhal', 0xb0)).toEqual({ heard: '', macros: [0xb0] });
    expect(answer('grblhal', 0x80).heard).toMatch(/^<Idle/);
    expect(answer('grbl', 0x87)).toEqual({ heard: '', macros: [] });
  });
});

describe('a profile that is a draft, or cannot be used', () => {
  it('inv. 8: a draft watches, sends no intent, and says so at its machine', async () => {
    const draft: Profile = { ...profileOf('grbl-1.1'), maturity: 'draft', sessionEnd: null, enable: null };
    const { controller, host, link, last } = await shop({ dialect: 'grbl', profile: draft });
    await until(() => last()?.activity === 'idle', 'the link to be idle');
    expect(last()?.troubles).toEqual([{ code: 'profile-draft', values: { profile: 'Grbl 1.1' } }]);
    void host.runJob(sampleJob({ seconds: 60, maxRpm: 9000 }));
    await until(() => last()?.activity === 'running', 'the job to run');
    expect(await link.endAccess()).toBe('refused');
    expect(controller.facts()).toMatchObject({ word: 'Run' });
  });

  it('inv. 7: a machine without its profile stays unknown, loudly, and no other profile takes its place', async () => {
    const { options, heard } = await listening({ kind: 'tcp', host: '127.0.0.1', port: 1 });
    const link = { kind: 'tcp', host: '127.0.0.1', port: 1, profile: 'lost' } as const;
    const clock = { ...options.clock, wallMs: () => 0 } as Parameters<typeof openLinks>[0]['clock'];
    const links = openLinks({ ...options, clock, links: { laser: link }, profiles, permitted: new Set() });
    const reports: MachineReport[] = [];
    links.open(
      (report) => void reports.push(report),
      () => undefined,
    );
    expect(reports).toMatchObject([
      {
        machine: 'laser',
        link: 'never',
        activity: 'unknown',
        troubles: [{ code: 'profile-broken', values: { profile: 'lost' } }],
      },
    ]);
    expect(heard.log.join()).toContain('profile lost is missing or has mistakes');
    expect(await links.endAccess('laser')).toBe('unknown');
    await links.close();
  });
});
