// Reports that tell only what has changed: what they are laid over, and when that is forgotten.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadProfiles } from '../../../src/adapters/profile-files/load-profiles.ts';
import type { LinkEvent } from '../../../src/domain/profile/link-state.ts';
import { newLink } from '../../../src/domain/profile/link-state.ts';
import { observe } from '../../../src/domain/profile/observe.ts';
import { nothingMerged, understand } from '../../../src/domain/profile/understand.ts';

const { profiles } = await loadProfiles();
const tinyg = profiles.get('tinyg') ?? fail();
const rrf = profiles.get('reprapfirmware-3') ?? fail();

function fail(): never {
  throw new Error('a profile did not load');
}

const whole = '{"r":{"sr":{"posx":1.5,"vel":600,"unit":1,"stat":5}},"f":[1,0,12,1]}';

/** What the lines become, one after the other. */
function hear(lines: readonly string[], profile = tinyg) {
  let merged = nothingMerged;
  return lines.map((line) => {
    const understood = understand(profile, { line, unit: 'mm', merged });
    merged = understood.merged;
    const { frame } = understood;
    if (frame?.kind !== 'status') return frame?.kind ?? 'broken';
    return [frame.activity, frame.readings['position.work.x'] ?? null, frame.event];
  });
}

describe('a change', () => {
  it('inv. 7: tells nothing before the first whole report', () => {
    expect(hear(['{"sr":{"stat":3}}', '{"sr":{"vel":0}}'])).toEqual(['ignore', 'ignore']);
  });

  it('is laid over the last whole report and all changes since', () => {
    expect(hear([whole, '{"sr":{"posx":2.5}}', '{"sr":{"stat":6}}', '{"sr":{"stat":4}}'])).toEqual([
      ['running', 1.5, null],
      ['running', 2.5, null],
      ['paused', 2.5, null],
      ['idle', 2.5, 'program.end'],
    ]);
  });

  it('inv. 7: tells nothing after a broken line, which may have been one', () => {
    expect(hear([whole, '{"sr":{"sta', '{"sr":{"posx":2.5}}', whole])).toEqual([
      ['running', 1.5, null],
      'broken',
      'ignore',
      ['running', 1.5, null],
    ]);
  });

  it('turns inches into mm, and withholds lengths while the unit was not told', () => {
    const inch = '{"r":{"sr":{"posx":1,"unit":0,"stat":5}},"f":[1,0,12,1]}';
    const unknown = '{"r":{"sr":{"posx":1,"stat":5}},"f":[1,0,12,1]}';
    expect(hear([inch, '{"sr":{"posx":2}}', unknown])).toEqual([
      ['running', 25.4, null],
      ['running', 50.8, null],
      ['running', null, null],
    ]);
  });

  it('inv. 7: of a state without a row is unknown', () => {
    expect(hear([whole, '{"sr":{"stat":99}}'])).toEqual([
      ['running', 1.5, null],
      ['unknown', 1.5, null],
    ]);
  });
});

describe('the link', () => {
  const play = (events: readonly LinkEvent[]) => {
    let state = newLink(tinyg);
    let nowMs = 0;
    for (const event of [{ kind: 'opened', mayReset: false } as const, ...events]) {
      nowMs += 10;
      ({ state } = observe(tinyg, { state, event, nowMs }));
    }
    return state.merged.size;
  };
  const line = (text: string): LinkEvent => ({ kind: 'line', text });
  const greeting = '{"r":{"fv":0.970,"fb":440.20,"hp":1,"hv":8,"id":"x","msg":"SYSTEM READY"},"f":[1,0,0,1]}';

  it.each<[string, LinkEvent]>([
    ['a greeting', line(greeting)],
    ['dropped bytes', { kind: 'noise' }],
    ['a broken line', line('{"sr":{"st')],
    ['the end of the connection', { kind: 'closed' }],
  ])('inv. 7: forgets what was merged at %s', (_, event) => {
    expect(play([line(whole)])).toBe(1);
    expect(play([line(whole), event])).toBe(0);
  });

  it('inv. 10: keeps one report however much is told', () => {
    const names = Array.from({ length: 400 }, (_, at) => line(`{"sr":{"k${at}":1}}`));
    expect(play([line(whole), ...names])).toBeLessThanOrEqual(1);
  });
});

it('inv. 7: an alarm while it is identified is no idle, whatever is answered next', () => {
  let state = newLink(tinyg);
  const idle = whole.replace('"stat":5', '"stat":3');
  const alarm = '{"er":{"fb":440.20,"st":220,"msg":"Soft limit exceeded"}}';
  const told: string[] = [];
  const events: LinkEvent[] = [idle, alarm, '{"r":{"hp":1},"f":[1,0,12,1]}'].map((text) => ({
    kind: 'line',
    text,
  }));
  for (const event of [{ kind: 'opened', mayReset: false } as const, ...events]) {
    const observed = observe(tinyg, { state, event, nowMs: 10 });
    state = observed.state;
    for (const effect of observed.effects) if (effect.kind === 'report') told.push(effect.report.activity);
  }
  expect(told).toEqual([]);
  expect(state.status.activity).toBe('alarm');
});

it('inv. 7: readings alone keep no link up and no state alive', () => {
  let state = newLink(rrf);
  const step = (event: LinkEvent, nowMs: number) => {
    const observed = observe(rrf, { state, event, nowMs });
    state = observed.state;
  };
  step({ kind: 'opened', mayReset: false }, 0);
  step({ kind: 'line', text: '{"key":"state.status","flags":"","result":"idle"}' }, 10);
  step({ kind: 'line', text: 'ok' }, 20);
  expect(state.phase).toBe('live');
  for (let nowMs = 100; nowMs < 40_000; nowMs += 100) {
    const text = '{"key":"job.timesLeft","flags":"","result":{"filament":null,"file":1,"slicer":2}}';
    step(nowMs % 3000 === 0 ? { kind: 'line', text } : { kind: 'time' }, nowMs);
  }
  expect(state.phase).toBe('lost');
  expect(state.status.activity).toBe('unknown');
});

it('inv. 7: no beginning of a report is a status', () => {
  for (let cut = 1; cut < whole.length; cut++) {
    expect(hear([whole.slice(0, cut)])).toEqual(['broken']);
    expect(['broken', 'ignore']).toContain(hear([whole.slice(cut)])[0]);
  }
});

it('inv. 11: any text is understood or broken', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => hear([text, whole]).length === 2),
    { numRuns: 1000 },
  );
});
