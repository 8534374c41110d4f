// The life of a link under a hand-turned clock, with the real Grbl profile.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect, LinkEvent, Report } from '../../../src/domain/profile/link-state.ts';
import { newLink } from '../../../src/domain/profile/link-state.ts';
import { observe } from '../../../src/domain/profile/observe.ts';
import { provenProfile } from '../../fakes/proven-profile.ts';
import { grblProfile } from './grbl-profile.ts';

const grbl = await grblProfile();
const fluidNc = await provenProfile('fluidnc');
const status = (word: string, rest = 'FS:0,0') => `<${word}|MPos:0.000,0.000,0.000|${rest}>`;

/** A link whose clock is turned by hand; it answers nothing by itself. */
function link(profile = grbl) {
  let state = newLink(profile);
  let nowMs = 0;
  let wakeAtMs: number | null = null;
  const effects: Effect[] = [];
  const tell = (event: LinkEvent) => {
    const observed: ReturnType<typeof observe> = observe(profile, { state, event, nowMs });
    ({ state, wakeAtMs } = observed);
    effects.push(...observed.effects);
  };
  const take = <T>(pick: (effect: Effect) => T | null): T[] =>
    effects.flatMap((effect) => {
      const picked = pick(effect);
      return picked === null ? [] : [picked];
    });
  return {
    tell,
    line: (text: string) => tell({ kind: 'line', text }),
    pass: (forMs: number) => {
      const untilMs = nowMs + forMs;
      while (wakeAtMs !== null && wakeAtMs <= untilMs) {
        nowMs = Math.max(wakeAtMs, nowMs);
        tell({ kind: 'time' });
      }
      nowMs = untilMs;
    },
    sent: () =>
      take((effect) => (effect.kind === 'send' ? Buffer.from(effect.bytes).toString('latin1') : null)),
    reports: () => take((effect) => (effect.kind === 'report' ? effect.report : null)),
    notes: () => take((effect) => (effect.kind === 'note' ? effect.note.code : null)),
    outcomes: () => take((effect) => (effect.kind === 'access-ended' ? effect.outcome : null)),
    last: () => take((effect) => (effect.kind === 'report' ? effect.report : null)).at(-1) as Report,
    state: () => state,
    clear: () => effects.splice(0),
  };
}

/** A link that is live and idle, its questions answered. */
function liveLink(profile = grbl) {
  const made = link(profile);
  made.tell({ kind: 'opened', mayReset: false });
  made.line(status('Idle'));
  made.line('ok');
  for (const line of ['$13=0', 'ok']) made.line(line);
  made.clear();
  return made;
}

describe('a file from the card of the controller', () => {
  it('is told with its name and how far it is, until the status tells of none', () => {
    const made = liveLink(fluidNc);
    made.line(status('Run', 'FS:600,0|SD:7.5,/sd/jobs/sign (2).nc'));
    expect(made.last()).toMatchObject({ program: 'sign (2).nc', readings: { 'program.progress': 0.075 } });
    made.pass(300);
    made.line(status('Run', 'FS:600,0|SD:50.00,/sd/jobs/next.nc'));
    expect(made.last()).toMatchObject({ program: 'next.nc' });
    made.line(status('Idle'));
    expect(made.last()).not.toHaveProperty('program');
  });

  it('inv. 7: of a line that is lost is not known', () => {
    const made = liveLink(fluidNc);
    made.line(status('Run', 'FS:600,0|SD:7.5,a.nc'));
    made.tell({ kind: 'closed' });
    expect(made.last()).toMatchObject({ link: 'lost', activity: 'unknown' });
    expect(made.last()).not.toHaveProperty('program');
  });
});

describe('identifying', () => {
  it('listens for the greeting of a board that resets, and says nothing meanwhile', () => {
    const made = link();
    made.tell({ kind: 'opened', mayReset: true });
    made.pass(2499);
    expect(made.sent()).toEqual([]);
    made.pass(2);
    expect(made.sent()).toEqual(['?']);
  });

  it('asks at once after the greeting', () => {
    const made = link();
    made.tell({ kind: 'opened', mayReset: true });
    made.pass(1800);
    made.line("Grbl 1.1h ['$' for help]");
    expect(made.sent()).toEqual(['?']);
  });

  it('asks its questions while it is idle, and is live when they are answered', () => {
    const made = link();
    made.tell({ kind: 'opened', mayReset: false });
    made.line(status('Idle'));
    expect(made.sent()).toEqual(['?', '$I\n']);
    expect(made.reports()).toEqual([]);
    for (const line of ['[VER:1.1h.20190830:]', '[OPT:V,15,128]', 'ok']) made.line(line);
    expect(made.sent().at(-1)).toBe('$$\n');
    made.line('$13=1');
    made.line('ok');
    expect(made.last()).toMatchObject({ link: 'up', activity: 'idle', raw: 'Idle', confidence: 'reported' });
    expect(made.state().unit).toBe('inch');
  });

  it('goes on when a vendor build answers no question', () => {
    const made = link();
    made.tell({ kind: 'opened', mayReset: false });
    made.line(status('Idle'));
    made.pass(1500);
    made.line(status('Idle'));
    made.pass(1500);
    expect(made.last()).toMatchObject({ link: 'up', activity: 'idle' });
  });

  it('asks nothing in a job, and adopts it', () => {
    const made = link();
    made.tell({ kind: 'opened', mayReset: false });
    made.line(status('Run', 'FS:500,8000'));
    expect(made.sent()).toEqual(['?']);
    expect(made.reports()).toEqual([
      expect.objectContaining({ link: 'up', activity: 'running', job: { event: 'started' } }),
    ]);
  });

  it('asks later, when the job is over', () => {
    const made = link();
    made.tell({ kind: 'opened', mayReset: false });
    made.line(status('Run'));
    made.line('[MSG:Pgm End]');
    made.line(status('Idle'));
    expect(made.sent()).toContain('$I\n');
  });

  it.each([
    ["Grbl 3.7 [FluidNC v3.7.8 (wifi) '$' for help]"],
    ['[FIRMWARE:grblHAL]'],
    ['[VER:3.0 FluidNC v3.7.8:]'],
  ])('keeps its hands off another firmware: %s', (line) => {
    const made = link();
    made.tell({ kind: 'opened', mayReset: false });
    made.line(status('Idle'));
    made.line(line);
    made.line('ok');
    made.clear();
    made.pass(60_000);
    for (const each of [status('Idle'), 'ok', status('Run'), 'ok']) made.line(each);
    made.tell({ kind: 'end-access' });
    expect(made.sent()).toEqual([]);
    expect(made.outcomes()).toEqual(['refused']);
    expect(made.reports()).toEqual([]);
  });

  it('says once what it hears: nothing, or noise', () => {
    const made = link();
    made.tell({ kind: 'opened', mayReset: false });
    made.pass(60_000);
    expect(made.notes()).toEqual(['no-answer']);
    const noisy = link();
    noisy.tell({ kind: 'opened', mayReset: false });
    noisy.tell({ kind: 'noise' });
    noisy.pass(60_000);
    expect(noisy.notes()).toEqual(['noise']);
  });
});

describe('states', () => {
  it.each([
    ['Idle', 'idle', null],
    ['Run', 'running', null],
    ['Hold:0', 'paused', null],
    ['Hold:1', 'pausing', null],
    ['Jog', 'jogging', null],
    ['Home', 'homing', null],
    ['Alarm', 'alarm', null],
    ['Door:0', 'door', 'closed'],
    ['Door:1', 'door', 'open'],
    ['Door:2', 'pausing', 'door'],
    ['Door:3', 'resuming', 'door'],
    ['Check', 'check', null],
    ['Sleep', 'sleeping', null],
    ['Hold:7', 'unknown', null],
    ['Tool', 'unknown', null],
  ])('%s is %s', (word, activity, substate) => {
    const made = liveLink();
    made.line(status('Check'));
    made.line(status(word));
    expect(made.last()).toMatchObject({ link: 'up', activity, substate, raw: word });
  });

  it('tells the word of the alarm as long as it lasts', () => {
    const made = liveLink();
    made.line('ALARM:9');
    expect(made.last()).toMatchObject({ activity: 'alarm', substate: 'homing-no-switch', source: 'event' });
    made.line(status('Alarm'));
    expect(made.last()).toMatchObject({ activity: 'alarm', substate: 'homing-no-switch', source: 'status' });
    made.line(status('Idle'));
    made.line(status('Alarm'));
    expect(made.last()).toMatchObject({ activity: 'alarm', substate: null });
  });
});

describe('silence', () => {
  it('inv. 7: makes the link lost and the activity unknown, and says since when', () => {
    const made = liveLink();
    made.pass(10_000);
    expect(made.last()).toMatchObject({
      link: 'lost',
      activity: 'unknown',
      confidence: 'stale',
      source: 'silence',
    });
    expect(made.last().seenAgoMs).toBeGreaterThanOrEqual(3000);
    expect(made.last().seenAgoMs).toBeLessThanOrEqual(4100);
    expect(made.reports().filter(({ link: word }) => word === 'lost')).toHaveLength(1);
  });

  it('polls on without flooding, and is back with the first status', () => {
    const made = liveLink();
    made.pass(60_000);
    expect(made.sent().length).toBeLessThanOrEqual(62);
    made.line(status('Idle'));
    expect(made.last()).toMatchObject({ link: 'up', activity: 'idle' });
  });

  it('after a limit alarm is the alarm, for as long as it takes', () => {
    const made = liveLink();
    made.line('ALARM:1');
    made.line('[MSG:Reset to continue]');
    made.pass(3_600_000);
    expect(made.last()).toMatchObject({
      link: 'up',
      activity: 'alarm',
      substate: 'hard-limit',
      confidence: 'inferred',
      source: 'silence',
    });
  });

  it('after other alarms is silence', () => {
    const made = liveLink();
    made.line('ALARM:3');
    made.pass(10_000);
    expect(made.last()).toMatchObject({ link: 'lost', activity: 'unknown' });
  });

  it('in homing is homing, and at last not any more', () => {
    const made = liveLink();
    made.line(status('Home'));
    made.pass(100_000);
    expect(made.last()).toMatchObject({ link: 'up', activity: 'homing', confidence: 'inferred' });
    made.pass(30_000);
    expect(made.last()).toMatchObject({ link: 'lost', activity: 'unknown' });
  });

  it('inv. 7: broken lines are silence', () => {
    const made = liveLink();
    for (let i = 0; i < 20; i++) {
      made.pass(500);
      made.line('<Idle|MPos:0.000,0.0');
    }
    expect(made.last()).toMatchObject({ link: 'lost', activity: 'unknown' });
    expect(made.notes()).toContain('noise');
  });
});

describe('a job', () => {
  it('that the controller restarts out of is aborted, not finished', () => {
    const made = liveLink();
    made.line(status('Run'));
    made.pass(999);
    made.line(status('Run'));
    made.pass(100);
    made.line(status('Run'));
    expect(made.reports().at(-1)?.job).toEqual({ event: 'started' });
    made.line("Grbl 1.1h ['$' for help]");
    expect(made.last()).toMatchObject({ activity: 'starting', job: { event: 'ended', result: 'aborted' } });
    made.line(status('Idle'));
    const edges = made.reports().flatMap(({ job }) => (job ? [job] : []));
    expect(edges).toHaveLength(2);
  });

  it('ends with the alarm that broke it', () => {
    const made = liveLink();
    made.line(status('Run'));
    made.pass(900);
    made.line(status('Run'));
    made.pass(200);
    made.line('ALARM:1');
    expect(made.last()).toMatchObject({ activity: 'alarm', job: { event: 'ended', result: 'failed' } });
  });
});

describe('reports', () => {
  it('come at most four times a second for readings, and at once for a change', () => {
    const made = liveLink();
    made.line(status('Run', 'FS:100,0'));
    const before = made.reports().length;
    for (let at = 0; at < 100; at++) {
      made.pass(10);
      made.line(status('Run', `FS:${at + 101},0`));
    }
    // The start of the job is told at once, besides.
    expect(made.reports().length - before).toBeLessThanOrEqual(5);
    made.line(status('Hold:1'));
    expect(made.last().activity).toBe('pausing');
  });

  it('repeat readings that do not change only now and then', () => {
    const made = liveLink();
    for (let at = 0; at < 30; at++) {
      made.pass(1000);
      made.line(status('Idle'));
    }
    expect(made.reports().length).toBeGreaterThanOrEqual(2);
    expect(made.reports().length).toBeLessThanOrEqual(4);
  });
});

describe('ending access', () => {
  it('sends the door, waits until it stands, and only then forgets the job', () => {
    const made = liveLink();
    made.line(status('Run'));
    made.clear();
    made.tell({ kind: 'end-access' });
    made.line(status('Run'));
    made.pass(100);
    made.line(status('Door:2'));
    expect(made.sent().filter((text) => text !== '?')).toEqual(['\x84']);
    made.pass(100);
    made.line(status('Door:0'));
    expect(made.sent().filter((text) => text !== '?')).toEqual(['\x84', '\x18']);
    made.line("Grbl 1.1h ['$' for help]");
    expect(made.outcomes()).toEqual(['confirmed']);
    expect(made.notes()).not.toContain('restarted');
  });

  it('is not needed where there never was a link, and unknown where there was one', () => {
    const never = link();
    never.tell({ kind: 'end-access' });
    expect(never.outcomes()).toEqual(['not-needed']);
    const gone = liveLink();
    gone.tell({ kind: 'closed' });
    gone.tell({ kind: 'end-access' });
    expect(gone.outcomes()).toEqual(['unknown']);
  });

  it('always comes to an end within ten seconds', () => {
    for (const word of ['Idle', 'Run', 'Home', 'Alarm', 'Door:0', 'Sleep', 'Zork']) {
      const made = liveLink();
      made.line(status(word));
      made.tell({ kind: 'end-access' });
      made.pass(10_000);
      expect(made.outcomes()).toHaveLength(1);
    }
  });
});

describe('whatever comes in', () => {
  const line = fc.oneof(
    fc.stringMatching(/^[ -~]{0,60}$/),
    fc.constantFrom(
      'ok',
      'o',
      'error:8',
      'ALARM:1',
      'ALARM:3',
      "Grbl 1.1h ['$' for help]",
      '$13=0',
      '[MSG:Pgm End]',
    ),
    fc.constantFrom('Run', 'Hold:0', 'Home', 'Alarm', 'Zork').map((word) => status(word)),
  );
  const event = fc.oneof(
    { weight: 12, arbitrary: line.map((text): LinkEvent => ({ kind: 'line', text })) },
    { weight: 6, arbitrary: fc.constant<LinkEvent>({ kind: 'time' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<LinkEvent>({ kind: 'closed' }, { kind: 'noise' }, { kind: 'end-access' }),
    },
    { weight: 1, arbitrary: fc.boolean().map((mayReset): LinkEvent => ({ kind: 'opened', mayReset })) },
  );

  it('inv. 7, 8: is never idle unless it said so, sends only what the profile names, ends every request', () => {
    const allowed = new Set(['?', '$I\n', '$$\n', '\x84', '\x18']);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3000), event), { maxLength: 80 }), (history) => {
        const made = link();
        let asked = 0;
        for (const [forMs, each] of history) {
          made.pass(forMs);
          if (each.kind === 'end-access' && made.state().script === null) asked += 1;
          made.tell(each);
        }
        made.pass(10_000);
        expect(made.reports().some(({ activity }) => activity === 'idle')).toBe(false);
        expect(made.sent().every((text) => allowed.has(text))).toBe(true);
        expect(made.outcomes()).toHaveLength(asked);
        for (const report of made.reports())
          if (report.link !== 'up') expect(report.activity).toBe('unknown');
      }),
      { numRuns: 500 },
    );
  });
});
