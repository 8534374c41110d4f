// A start: the boot entry, and open segments closed at the last sign of life (invariant 4).

import { describe, expect, it } from 'vitest';
import { decideBoot } from '../../../src/domain/access/decide-boot.ts';
import type { Beat } from '../../../src/gateway/ports.ts';
import { createHistory, type History } from '../../fakes/history.ts';

const boot = (last: Beat | null) => ({ boot: 'boot-2', version: '1', synchronised: true, last });

function running(): History {
  const history = createHistory();
  history.start('laser', 'anna');
  history.power('laser-plug', true);
  history.report('laser', 'running');
  history.clock.advance(20_000);
  return history;
}

/** The gateway is down for so long, then starts. */
function restart(history: History, options: { downMs: number; last: Beat | null }) {
  history.clock.advance(options.downMs);
  history.clock.boot();
  const bodies = decideBoot(history.state, boot(options.last));
  history.add(...bodies);
  return bodies;
}

describe('inv. 4: a start', () => {
  it('writes the boot and nothing else when nobody holds a machine', () => {
    expect(restart(createHistory(), { downMs: 0, last: null })).toEqual([
      { type: 'gateway-booted', data: boot(null) },
    ]);
  });

  it('bills up to the last sign of life; the rest is a gap of the next segment', () => {
    const history = running();
    const last = { boot: 'boot-1', ...history.stamp() };
    history.clock.advance(3_000);
    const [, closed] = restart(history, { downMs: 600_000, last });
    expect(closed).toMatchObject({
      type: 'segment-closed',
      data: { why: 'restart', index: 0, toMs: last.atMs, clocks: { operatingMs: 20_000 }, gapMs: 0 },
    });
    expect(history.state.sessions.get('laser')).toMatchObject({
      phase: 'active',
      powerUnsure: true,
      segmentIndex: 1,
      segment: { gapMs: 603_000, clocks: { loadedMs: 0 } },
    });
  });

  it('without a sign of life bills up to the last entry', () => {
    const history = running();
    history.report('mill', 'idle');
    const [, closed] = restart(history, { downMs: 600_000, last: null });
    expect(closed).toMatchObject({ data: { clocks: { operatingMs: 20_000 } } });
  });

  it('does not believe a sign of life of an older boot', () => {
    const history = running();
    const stale = { boot: 'boot-0', monoMs: 9e9, atMs: history.stamp().atMs + 9e9 };
    const [, closed] = restart(history, { downMs: 0, last: stale });
    expect(closed).toMatchObject({ data: { clocks: { operatingMs: 0 } } });
  });

  it('never makes time negative when the wall clock went back', () => {
    const history = running();
    const last = { boot: 'boot-1', ...history.stamp() };
    history.clock.jump(-86_400_000);
    restart(history, { downMs: 5_000, last });
    const segment = history.state.sessions.get('laser')?.segment;
    expect(segment?.gapMs).toBeGreaterThanOrEqual(0);
    expect(segment?.fromMs).toBeGreaterThanOrEqual(history.entries[0]?.atMs ?? 0);
  });

  it('inv. 7: knows nothing of the world until it speaks; jobs and sessions are kept', () => {
    const history = running();
    history.job('laser', 'job-1');
    restart(history, { downMs: 0, last: null });
    expect(history.state.machines.get('laser')).toMatchObject({
      link: 'never',
      activity: 'unknown',
      confidence: 'stale',
      job: 'job-1',
    });
    expect(history.state.switches.get('laser-plug')?.on).toBeNull();
    expect(history.state.sessions.size).toBe(1);
  });

  it('closes nothing twice: an ending session has no open segment', () => {
    const history = running();
    const { session } = history.state.sessions.get('laser') ?? { session: '' };
    const data = { session, machine: 'laser', cause: 'page', reader: null, tap: null } as const;
    const segment = {
      pool: 'lasers',
      member: 'anna',
      team: null,
      costCode: null,
      sessionFromMs: 0,
      fromMs: 0,
    };
    const clocks = { loadedMs: 0, poweredMs: 0, workingMs: 0, operatingMs: 0 };
    history.add(
      {
        type: 'segment-closed',
        data: { ...segment, session, machine: 'laser', index: 0, toMs: 0, clocks, gapMs: 0, why: 'ending' },
      },
      { type: 'session-ending', data },
    );
    expect(restart(history, { downMs: 0, last: null })).toHaveLength(1);
  });
});
