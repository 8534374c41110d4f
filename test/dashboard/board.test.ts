// What the board says: the lines of a card, the strip of exceptions, the plan of the wall, the addresses, the words.

import { describe, expect, it } from 'vitest';
import type { AlarmView } from '../../src/contract/alarms.ts';
import type { Board, MachineCard } from '../../src/contract/board.ts';
import { type CardFacts, figure, jobLine, whoLine, whyLine } from '../../src/dashboard/board/card-lines.ts';
import { exceptionsOf, heardCount, loudestOf, loudness } from '../../src/dashboard/board/exceptions.ts';
import { wallPlan } from '../../src/dashboard/board/wall-plan.ts';
import { emptyLive, hear, lose, shownOf } from '../../src/dashboard/live/live-state.ts';
import { type Shown, stateLooks } from '../../src/dashboard/look/states.ts';
import { api, pageOf, pages } from '../../src/dashboard/paths.ts';
import { languages, loadWords } from '../../src/dashboard/words/words.ts';
import { board, card, session, startMs } from './cards.ts';
import { wordsFor } from './spoken.ts';

const en = wordsFor('en');

function facts(machine: MachineCard, changes: Partial<CardFacts> = {}): CardFacts {
  const place = { locale: 'en', timezone: 'Europe/Rome' };
  return {
    card: machine,
    shown: machine.shown,
    live: true,
    nowMs: startMs + 720_000,
    place,
    words: en,
    ...changes,
  };
}

const alarm = (changes: Partial<AlarmView>): AlarmView => ({
  alarm: '1',
  code: 'relay-welded',
  machine: 'laser',
  switch: 'laser-plug',
  session: null,
  since: '2026-11-21T13:00:00.000Z',
  answered: null,
  cleared: null,
  ...changes,
});

describe('a card', () => {
  it('names only who chose to be shown', () => {
    const hidden = card({ shown: 'in-use', session: session() });
    const shown = card({ shown: 'in-use', session: session({ member: 'Ada' }) });
    const mine = card({ shown: 'in-use', session: session({ member: 'Ada', mine: true }) });
    expect(whoLine(facts(hidden), false)).toBe('Someone · since 14:00');
    expect(whoLine(facts(shown), false)).toBe('Ada · since 14:00');
    expect(whoLine(facts(shown), true)).toBe('Ada');
    expect(whoLine(facts(mine), false)).toBe('You · since 14:00');
    expect(whoLine(facts(card()), false)).toBe('');
    expect(whoLine(facts(card({ shown: 'alarm' })), false)).toBe('since 14:00');
  });

  it('is shown as the gateway says, and says since when it was locked or out of order', () => {
    const held = (changes: Partial<MachineCard>) => {
      const one = card(changes);
      return shownOf(hear(emptyLive, { event: 'board', data: board([one]) }, 0), one);
    };
    const permit = (word: MachineCard['permit']['word'], reason: MachineCard['permit']['reason']) => ({
      permit: { word, reason, monitor: null },
    });
    // Nothing is derived here: the gateway alone knows what locks a machine.
    for (const shown of ['free', 'locked', 'alarm', 'in-use'] as const)
      expect(held({ shown, ...permit('latched', 'latched') })).toBe(shown);

    const since = '2026-11-21T13:05:00.000Z';
    const lock = { since, lock: 'at-once', by: null } as const;
    expect(whoLine(facts(card({ shown: 'locked', lock })), false)).toBe('since 14:05');
    // Withheld by a monitor: since when, only its reason could tell.
    expect(whoLine(facts(card(), { shown: 'locked' }), false)).toBe('');
    const decided = { since, note: null, photo: null };
    expect(whoLine(facts(card({ shown: 'out-of-order', decided })), false)).toBe('since 14:05');
  });

  it('inv. 7: tells the last known state as such while the gateway is away', () => {
    const running = facts(card({ shown: 'running', session: session({ member: 'Ada' }) }), {
      shown: 'unknown',
      live: false,
    });
    expect(whoLine(running, false)).toBe('Last known: Running');
    expect(whyLine(running)).toBeNull();
    expect(figure(running)).toBeNull();
  });

  it('says why, and puts a power that stays on before all else', () => {
    expect(whyLine(facts(card({ shown: 'alarm', raw: 'ALARM:1' })))).toBe(
      'The machine says “ALARM:1”. Go and look.',
    );
    expect(whyLine(facts(card({ shown: 'alarm', raw: 'OutOfService, Processing' })))).toBe(
      'It is out of service. Go and look, then clear it at the machine.',
    );
    expect(whyLine(facts(card({ shown: 'ending', activity: 'running' })))).toBe(
      'It may finish its job; nothing more is billed.',
    );
    expect(whyLine(facts(card({ shown: 'ending', activity: 'idle', substate: 'heaters-off' })))).toBe(
      'It cools down, then its power goes off; nothing more is billed.',
    );
    expect(whyLine(facts(card({ shown: 'running' })))).toBe('Runs without a session.');
    expect(whyLine(facts(card({ shown: 'running', session: session() })))).toBeNull();
    expect(whyLine(facts(card({ shown: 'free' })))).toBeNull();
    const unsafe = { care: { problem: 'lock', serviceOver: false } } as const;
    // Its mark says so, on the same card.
    expect(whyLine(facts(card({ shown: 'locked', ...unsafe })))).toBeNull();
    expect(whyLine(facts(card({ shown: 'in-use', session: session(), ...unsafe })))).toBe(
      'It is locked after this session.',
    );
    expect(whyLine(facts(card({ shown: 'free', interlock: 'failed' })))).toBe(
      'Its power did not go off. Tell a steward.',
    );
  });

  it('tells the file and what is left while it is heard and works, and nothing else', () => {
    const job = { id: 'j', program: 'box.gcode', progress: null, timeLeftS: 1441 };
    const line = (changes: Partial<MachineCard>) =>
      jobLine(facts(card({ shown: 'running', activity: 'running', job, ...changes })));
    expect(line({})).toBe('box.gcode · about 25 min left');
    expect(line({ job: { ...job, program: null } })).toBe('about 25 min left');
    expect(line({ activity: 'paused' })).toBe('box.gcode');
    expect(line({ link: 'lost' })).toBeNull();
    expect(line({ job: null })).toBeNull();
    expect(line({ job: { ...job, program: null, timeLeftS: -1 } })).toBeNull();
  });

  it('inv. 7: a progress that is no share of one is not shown', () => {
    const running = (progress: number | null) =>
      card({ shown: 'running', job: { id: 'j', program: null, progress, timeLeftS: null } });
    expect(figure(facts(running(0.619)))).toEqual({ percent: 61 });
    for (const progress of [null, -1, 1.2, Number.NaN]) {
      expect(figure(facts(running(progress)))).toEqual({ lastedMs: 720_000 });
    }
    expect(figure(facts(card()))).toBeNull();
  });
});

describe('the strip', () => {
  const state = (machines: MachineCard[], notices: Board['notices'] = []) =>
    hear(emptyLive, { event: 'board', data: board(machines, { notices }) }, 0);

  it('is empty when nothing needs anybody', () => {
    const calm = state([card(), card({ id: 'b', shown: 'running' }), card({ id: 'c', link: 'never' })]);
    expect(exceptionsOf(calm)).toEqual([]);
    expect(heardCount(calm)).toBe(2);
  });

  it('has the loudest first and what is not heard last', () => {
    const all = exceptionsOf(
      state(
        [
          card({ id: 'a', shown: 'offline' }),
          card({ id: 'b', shown: 'door' }),
          card({ id: 'c', interlock: 'failed' }),
          card({ id: 'd', shown: 'alarm' }),
        ],
        [{ code: 'clock-unset', text: 'The clock is not set.', values: {} }],
      ),
    );
    expect(all.map(loudness)).toEqual(['alarm', 'ask', 'ask', 'ask', 'blank']);
    expect(all.map(({ kind }) => kind)).toEqual(['state', 'power', 'state', 'notice', 'state']);
  });

  it('tells a steward what is wrong with a switch, at the same place also when it was seen', () => {
    const machines = [card(), card({ id: 'saw', name: 'Saw', interlock: 'failed', needsSteward: true })];
    const seen = { what: 'seen', by: 'Eva', at: '2026-11-21T13:00:05.000Z' } as const;
    const alarms = [
      alarm({ alarm: '1', code: 'relay-welded', answered: seen }),
      alarm({ alarm: '2', code: 'meter-silent', machine: null }),
      alarm({ alarm: '3', code: 'power-without-session', machine: 'saw', switch: 'saw-plug' }),
      alarm({ alarm: '4', code: 'switch-by-hand', answered: { ...seen, what: 'false-alarm' } }),
    ];
    const told = exceptionsOf(hear(emptyLive, { event: 'board', data: board(machines, { alarms }) }, 0));
    expect(told.map((one) => one.kind === 'switch' && [one.alarm.alarm, one.name])).toEqual([
      ['1', 'Laser'],
      ['2', null],
      ['3', 'Saw'],
    ]);
    expect(told.map(loudness)).toEqual(['blank', 'ask', 'alarm']);
    expect(loudestOf(told)).toBe('alarm');
    expect(loudestOf([])).toBeNull();
  });

  it('says of a welded relay that it is welded, and not twice that power flows', () => {
    const of = (...alarms: AlarmView[]) =>
      exceptionsOf(hear(emptyLive, { event: 'board', data: board([card()], { alarms }) }, 0)).map(
        (one) => one.kind === 'switch' && one.alarm.code,
      );
    const welded = alarm({ alarm: '1', code: 'relay-welded' });
    const powered = alarm({ alarm: '2', code: 'power-without-session' });
    expect(of(welded, powered)).toEqual(['relay-welded']);
    // What is false tells of nothing, and another switch is another matter.
    const at = '2026-11-21T13:00:05.000Z';
    const falsely = { ...welded, answered: { what: 'false-alarm', by: null, at } } as const;
    expect(of(falsely, powered)).toEqual(['power-without-session']);
    expect(of({ ...welded, switch: 'other' }, powered)).toHaveLength(2);
    expect(of({ ...welded, answered: { what: 'seen', by: null, at } }, powered)).toEqual(['relay-welded']);
  });

  it('tells everybody else that a machine needs a steward, once, and not why', () => {
    const machines = [card({ interlock: 'failed', needsSteward: true })];
    const live = hear(emptyLive, { event: 'board', data: board(machines) }, 0);
    expect(exceptionsOf(live)).toMatchObject([{ kind: 'steward', card: { id: 'laser' } }]);
    expect(whyLine(facts(card({ needsSteward: true })))).toBe('It needs a steward before it is used.');
    expect(exceptionsOf(lose(live))).toEqual([]);
  });

  it('tells that a problem locks a machine, and keeps a mere flag to its card', () => {
    const locked = card({ care: { problem: 'lock', serviceOver: false } });
    const flagged = card({ id: 'saw', care: { problem: 'flag', serviceOver: true } });
    const told = exceptionsOf(state([flagged, locked]));
    expect(told).toMatchObject([{ kind: 'locked', card: { id: 'laser' } }]);
    expect(told.map(loudness)).toEqual(['ask']);
  });

  it('names a machine that somebody locked, and once where a problem locks it too', () => {
    const lock = { since: '2026-11-21T13:00:00.000Z', lock: 'after', by: null } as const;
    const unsafe = { problem: 'lock', serviceOver: false } as const;
    const told = exceptionsOf(state([card({ lock }), card({ id: 'saw', lock, care: unsafe }), card()]));
    expect(told).toMatchObject([
      { kind: 'locked', by: 'somebody', card: { id: 'laser' } },
      { kind: 'locked', by: 'problem', card: { id: 'saw' } },
    ]);
    expect(told.map(loudness)).toEqual(['ask', 'ask']);
  });

  it('inv. 7: keeps an alarm as last known when its link or the gateway is lost', () => {
    const alarm = state([card({ shown: 'alarm' })]);
    const offline = hear(alarm, { event: 'machine', data: card({ shown: 'offline', link: 'lost' }) }, 1);
    for (const later of [offline, lose(alarm)]) {
      expect(exceptionsOf(later)).toMatchObject([{ kind: 'last-known', shown: 'alarm' }]);
    }
  });
});

it('a wall has room for all of its machines and never scrolls', () => {
  for (let machines = 1; machines <= 200; machines += 1) {
    const { columns, density, perPage, pages: count } = wallPlan(machines);
    expect(perPage * count).toBeGreaterThanOrEqual(machines);
    const rows = Math.ceil(Math.min(perPage, machines) / columns);
    expect(rows).toBeLessThanOrEqual({ big: 2, tall: 3, dense: 4, row: 12 }[density]);
  }
});

it('addresses hold what they are given and nothing else', () => {
  expect(pageOf(pages.machine('laser-1'))).toEqual({ page: 'machine', machine: 'laser-1' });
  expect(pageOf(pages.machineTab('laser-1', 'now'))).toEqual({ page: 'machine', machine: 'laser-1' });
  expect(pageOf(pages.machineTab('laser-1', 'care'))).toEqual({
    page: 'machine',
    machine: 'laser-1',
    tab: 'care',
  });
  expect(pageOf('#/machines/laser-1/x')).toEqual({ page: 'board' });
  expect(pageOf('#/machines/laser-1/care/x')).toEqual({ page: 'board' });
  expect(pageOf(pages.statement)).toEqual({ page: 'statement' });
  expect(pageOf(pages.members)).toEqual({ page: 'members', member: null });
  expect(pageOf('#members')).toEqual({ page: 'members', member: null });
  expect(pageOf(pages.member('k-1'))).toEqual({ page: 'members', member: 'k-1' });
  expect(pageOf(pages.devices)).toEqual({ page: 'devices' });
  expect(pageOf('#/own')).toEqual({ page: 'own' });
  expect(pageOf(pages.me)).toEqual({ page: 'me', part: null });
  expect(pageOf(pages.mePart('badges'))).toEqual({ page: 'me', part: 'badges' });
  expect(pageOf('#/me/badges/x')).toEqual({ page: 'board' });
  for (const hash of ['', '#', '#/x', '#/members/A', '#/members/a/b', '#/devices/x', '#/machines'])
    expect(pageOf(hash), hash).toEqual({ page: 'board' });
  expect(pageOf('#/machines/../x')).toEqual({ page: 'board' });
  expect(pageOf('#/machines/__proto__')).toEqual({ page: 'board' });
  expect(api.endSession('a/b?c')).toBe('/api/machines/a%2Fb%3Fc/end');
  expect(api.readings({ machine: 'laser', name: 'spindle.speed', fromMs: 0, toMs: 1_000 })).toBe(
    '/api/machines/laser/readings?name=spindle.speed&from=1970-01-01T00%3A00%3A00.000Z&to=1970-01-01T00%3A00%3A01.000Z',
  );
});

it('words: Italian for it-CH, English otherwise, and no state wider than a plate', async () => {
  expect((await loadWords('it-CH')).states.free).toBe('Libera');
  expect((await loadWords('sv')).states.free).toBe('Free');
  expect((await loadWords('constructor')).states.free).toBe('Free');
  for (const locale of languages.map(({ code }) => code)) {
    for (const shown of Object.keys(stateLooks) as Shown[]) {
      expect(wordsFor(locale).states[shown].length).toBeLessThanOrEqual(16);
    }
  }
});

it('no two states look alike in shape, filling and icon', () => {
  const looks = Object.values(stateLooks).map(({ shape, filling, icon }) => `${shape} ${filling} ${icon}`);
  expect(new Set(looks).size).toBe(looks.length);
});
