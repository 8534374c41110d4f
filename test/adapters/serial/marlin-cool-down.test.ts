// A printer behind a switch, from the first tap to the dark: the real gateway, the real link and the simulated printer
// under clocks turned by hand. Its power never goes while the hot end is hot (invariant 9).

import { expect, it } from 'vitest';
import { samplePrint } from '../../../src/adapters/simulator/marlin-job.ts';
import { openWorld } from '../../fakes/fake-world.ts';
import { coolingWorkshop, sampleBadges } from '../../fakes/sample-workshop.ts';
import { marlinBench } from './marlin-bench.ts';

const hallTap = { reader: 'hall', machine: 'mill', badge: sampleBadges.anna };
const stepMs = 500;

async function printerInTheWorkshop() {
  const world = await openWorld({ workshop: coolingWorkshop });
  const files = { 'BOX.GCO': samplePrint({ seconds: 180 }).join('\n') };
  const bench = await marlinBench({ powered: false, heatPace: 2, files });
  const plug = world.switches.get('mill-plug');
  world.controllers.setOutcome('wait');
  let told = 0;
  let asked = 0;
  /** The hot end at each moment at which power went. */
  const cutAtC: number[] = [];

  const follow = (): void => {
    for (const report of bench.heard.reports.slice(told))
      world.gateway.reportMachine({ ...report, machine: 'mill' });
    told = bench.heard.reports.length;
    const { powered, hotendC } = bench.printer.facts();
    if (powered && !plug.isOn()) cutAtC.push(hotendC);
    bench.printer.setPower(plug.isOn());
    if (world.controllers.asked.length === asked) return;
    asked = world.controllers.asked.length;
    void bench.link.endAccess().then(world.controllers.answerAll);
  };
  const pass = async (forMs: number): Promise<void> => {
    for (let leftMs = forMs; leftMs > 0; leftMs -= stepMs) {
      bench.pass(stepMs);
      follow();
      await world.advance(stepMs);
    }
  };
  const phase = () => world.gateway.state().sessions.get('mill')?.phase;
  return { world, bench, plug, pass, phase, cutAtC };
}

it('inv. 9: a print from the card is finished after the second tap, and power waits for the hot end', async () => {
  const { world, bench, plug, pass, phase, cutAtC } = await printerInTheWorkshop();
  await world.tap(hallTap);
  await pass(15_000);
  expect(world.gateway.state().machines.get('mill')).toMatchObject({ activity: 'idle', heat: 'cool' });
  bench.printer.person.print('BOX.GCO');
  await pass(90_000);
  expect(world.gateway.state().machines.get('mill')).toMatchObject({ activity: 'running', heat: 'hot' });
  expect((await world.tap(hallTap)).text).toContain('The job may finish');
  await pass(30_000);
  expect(phase()).toBe('finishing');
  while (phase() === 'finishing') await pass(5_000);
  expect(world.journal.entries().findLast(({ type }) => type === 'job-ended')?.data).toMatchObject({
    result: 'completed',
  });
  expect(phase()).toBe('cooling');
  expect(bench.printer.facts().hotendC).toBeGreaterThan(100);
  expect(plug.isOn()).toBe(true);
  await pass(180_000);
  expect(phase()).toBeUndefined();
  expect(plug.isOn()).toBe(false);
  expect(cutAtC).toHaveLength(1);
  expect(cutAtC[0]).toBeLessThan(50);
  expect(world.journal.entries().find(({ type }) => type === 'access-ended')?.data).toMatchObject({
    outcome: 'confirmed',
  });
});

it('inv. 9: one that was heated and left gets its heat taken away, and then cools with its fan on', async () => {
  const { world, bench, plug, pass, phase, cutAtC } = await printerInTheWorkshop();
  await world.tap(hallTap);
  await pass(15_000);
  bench.printer.attach(() => {}).write(Buffer.from('M104 S220\nM140 S60\n'));
  await pass(90_000);
  expect(world.gateway.state().machines.get('mill')).toMatchObject({ activity: 'idle', substate: 'hot' });
  await world.tap(hallTap);
  await pass(10_000);
  expect(bench.printer.facts()).toMatchObject({ hotendTargetC: 0, bedTargetC: 0 });
  expect(phase()).toBe('cooling');
  await pass(180_000);
  expect(plug.isOn()).toBe(false);
  expect(cutAtC[0]).toBeLessThan(50);
});

it('one that was halted hot and says nothing is given a quarter of an hour', async () => {
  const { world, bench, plug, pass, phase } = await printerInTheWorkshop();
  await world.tap(hallTap);
  await pass(15_000);
  bench.printer.person.print('BOX.GCO');
  await pass(90_000);
  bench.printer.faults.runaway();
  await pass(5_000);
  await world.tap(hallTap);
  await pass(600_000);
  expect(phase()).toBe('cooling');
  expect(plug.isOn()).toBe(true);
  await pass(3_600_000);
  expect(plug.isOn()).toBe(false);
  expect(phase()).toBeUndefined();
});
