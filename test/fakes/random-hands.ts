// Hands that do anything at any time, as a seed tells them: people who tap, machines that work, devices that fail, disks
// that fill, a gateway that crashes between any two steps, clocks that jump.

import { type Activity, activities } from '../../src/domain/machine/activity.ts';
import type { TapAnswer } from '../../src/gateway/ports.ts';
import { memberInput, type World } from './fake-world.ts';
import { coolingWorkshop, sampleBadges } from './sample-workshop.ts';

export type Hands = {
  /** Does one thing, and lets some time pass. Names what it did. */
  act(): Promise<string>;
  /** Everything is mended and connected again, and everybody goes home. */
  calm(): Promise<void>;
};

export type HandsOptions = {
  readonly world: World;
  readonly onAnswer: (reader: string, answer: TapAnswer) => void;
};

type TapMade = {
  readonly reader: string;
  readonly badge: string;
  readonly machine?: string;
  readonly tap: string;
};

const doors = [
  { reader: 'front' },
  { reader: 'front', machine: 'laser' },
  { reader: 'hall', machine: 'mill' },
  { reader: 'hall', machine: 'saw' },
  { reader: 'hall' },
  { reader: 'back' },
  { reader: 'attic' },
];
const people = [...Object.values(sampleBadges), ...Object.values(sampleBadges), '0011223344', 'not a badge'];
const likely: readonly Activity[] = ['idle', 'idle', 'running', 'running', 'paused', ...activities];
const { mill: _, ...withoutMill } = coolingWorkshop.machines;
const workshops = [coolingWorkshop, { ...coolingWorkshop, machines: withoutMill }];
const hourMs = 3_600_000;
/** Cold, warm at the edge, hot, and a sensor that is broken; °C. */
const temperatures = [22, 49, 51, 200, -14];

export function createHands({ world, onAnswer }: HandsOptions): Hands {
  const { chance } = world;
  const made: TapMade[] = [];
  const uses: string[] = [];
  let counter = 0;
  const ignore = (): void => undefined;
  const someSwitch = () => world.switches.get(chance.pick(world.switches.ids));
  const send = (tap: TapMade): void =>
    void world
      .tap(tap)
      .then((answer) => answer.code !== 'tap-invalid' && onAnswer(tap.reader, answer), ignore);

  const handOver = (own: { machine: string; by: string }): void => {
    const door = doors.find(({ machine }) => machine === own.machine) ?? { reader: 'back' };
    counter += 1;
    const next = {
      ...door,
      badge: chance.pick([sampleBadges.anna, sampleBadges.bruno]),
      tap: `door:${counter}`,
    };
    world.gateway.offerHandOver(own).then(() => world.isUp() && send(next), ignore);
  };
  const tap = (): void => {
    counter += 1;
    // Readings of a tag that proves itself come in any order, old ones among them.
    const sun = `sun:${sampleBadges.anna}:${chance.below(counter + 1)}`;
    const badge = chance.below(8) === 0 ? sun : chance.pick(people);
    const one = { ...chance.pick(doors), badge, tap: `door:${counter}` };
    made.push(one);
    if (made.length > 20) made.shift();
    send(one);
  };
  const crash = async (): Promise<void> => {
    await world.crash(chance.below(world.gate.atGate().length + 1));
    // Long enough for a lease to run out, now and then; the wall clock may come back wrong.
    await world.advance(1_000 + chance.below(chance.below(4) === 0 ? 1_500_000 : 5_000));
    if (chance.below(4) === 0) world.clock.jump(chance.below(7_200_000));
    world.clock.setSynchronised(chance.below(5) > 0);
    await world.restart();
  };
  const report = (): void => {
    const machine = chance.pick(['laser', 'mill']);
    const edges = [null, null, { event: 'started' }, { event: 'ended', result: 'completed' }] as const;
    const actualC = chance.pick(temperatures);
    const readings = chance.below(3) === 0 ? {} : { 'temperature.hotend0.actual': actualC };
    world.report(machine, chance.pick(likely), { job: chance.pick(edges), readings });
  };
  const lose = (): void => {
    const seenAgoMs = chance.below(20_000);
    world.report(chance.pick(['laser', 'mill']), 'unknown', { link: 'lost', source: 'silence', seenAgoMs });
  };
  const steward = (): void => {
    const machine = chance.pick(['laser', 'mill', 'saw', 'loom']);
    world.gateway.endSession({ machine, by: 'nobody', steward: true }).catch(ignore);
  };
  const changeOwn = (): void => {
    const running = [...world.gateway.state().sessions.values()].filter(({ phase }) => phase === 'active');
    const held = chance.pick([...running, null]);
    if (held === null) return;
    const own = { machine: held.machine, by: held.member };
    const kind = chance.below(4);
    const ceilingMinor = chance.pick([null, '1', '50']);
    if (kind > 1) handOver(own);
    else if (kind === 0) world.gateway.changeSession({ ...own, ceilingMinor }).catch(ignore);
    else world.gateway.keepSession(own).catch(ignore);
  };
  const enrol = (): void => {
    const bruno = memberInput('bruno', { badges: chance.below(2) === 0 ? [] : [sampleBadges.bruno] });
    world.gateway.importMembers([bruno], { dryRun: false }).catch(ignore);
  };
  const enterUse = (): void => {
    const fromMs = world.clock.wallMs() - chance.below(3 * hourMs);
    const toMs = fromMs + chance.below(hourMs) - 60_000;
    const span = { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
    const who = {
      member: chance.pick(['anna', 'bruno', 'zoe']),
      machine: chance.pick(['laser', 'saw', 'loom']),
    };
    const why = { why: 'other', note: chance.below(2) === 0 ? null : 'dark', by: 'console' } as const;
    world.gateway.enterUsage({ ...span, ...who, ...why }, { dryRun: chance.below(4) === 0 }).then((said) => {
      if (said.ok && said.session !== null) uses.push(said.session);
    }, ignore);
  };
  const withdrawUse = (): void => {
    const session = uses.length > 0 ? chance.pick(uses) : 'never';
    world.gateway.withdrawUsage({ session, why: 'mistake', by: 'console' }, { dryRun: false }).catch(ignore);
  };
  const reader = (): void => {
    const { reader: id } = chance.pick(doors);
    const there = chance.below(2) === 0;
    world.readers.setThere(id, there);
    if (there) world.gateway.readerConnected(id);
  };

  /** What may happen, and how often in comparison. */
  const deeds: readonly (readonly [name: string, weight: number, deed: () => void | Promise<void>])[] = [
    ['tap', 30, tap],
    ['tap again', 5, () => made.length > 0 && send(chance.pick(made))],
    ['report', 25, report],
    ['lose the line', 3, lose],
    ['steward', 2, steward],
    ['change one’s own session', 5, changeOwn],
    ['enrol', 1, enrol],
    ['enter a use', 6, enterUse],
    ['withdraw a use', 1, withdrawUse],
    ['describe', 1, () => void world.gateway.describe(chance.pick(workshops)).catch(ignore)],
    ['reader', 2, reader],
    ['switch away', 3, () => someSwitch().disconnect()],
    ['switch back', 6, () => someSwitch().connect()],
    ['cut the mains', 1, () => someSwitch().cutMains()],
    ['lose orders', 2, () => someSwitch().loseOrders(chance.below(3) === 0)],
    ['lie', 2, () => someSwitch().lie(chance.below(4) === 0)],
    [
      'controller',
      2,
      () => world.controllers.setOutcome(chance.pick(['confirmed', 'refused', 'unknown', 'wait'])),
    ],
    ['controllers answer', 3, () => world.controllers.answerAll('confirmed')],
    ['slow disk', 3, () => world.gate.hold()],
    ['quick disk', 6, () => world.gate.release()],
    ['full disk', 1, () => world.gate.setFull(true)],
    ['room on the disk', 4, () => world.gate.setFull(false)],
    ['jump', 1, () => world.clock.jump(chance.below(7_200_000) - 3_600_000)],
    ['crash', 2, crash],
  ];
  const lots = deeds.flatMap((deed) => Array.from({ length: deed[1] }, () => deed));

  return {
    async act() {
      const [name, , deed] = chance.pick(lots);
      await deed();
      const pauses = [0, 0, 500, 3_000, 10_000, 40_000];
      await world.advance(chance.pick(pauses));
      await world.settle();
      return name;
    },
    async calm() {
      world.gate.setFull(false);
      world.gate.release();
      world.controllers.setOutcome('confirmed');
      world.controllers.answerAll('confirmed');
      for (const id of world.switches.ids) {
        world.switches.get(id).lie(false);
        world.switches.get(id).loseOrders(false);
        world.switches.get(id).connect();
      }
      await world.advance(5_000);
      for (const machine of ['laser', 'mill'])
        world.report(machine, 'idle', {
          job: { event: 'ended', result: 'completed' },
          readings: { 'temperature.hotend0.actual': 22 },
        });
      for (const machine of ['laser', 'mill', 'saw', 'loom']) {
        await world.gateway.endSession({ machine, by: 'nobody', steward: true });
      }
      await world.advance(1_000_000);
    },
  };
}
