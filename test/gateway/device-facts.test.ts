// What devices tell of themselves is kept per described device; a setting that may give power is one notice.

import { describe, expect, it } from 'vitest';
import type { DeviceSaid } from '../../src/gateway/gateway.ts';
import { openWorld } from '../fakes/fake-world.ts';

async function opened() {
  const { gateway } = await openWorld();
  const [id = ''] = Object.keys(gateway.state().workshop?.switches ?? {});
  const device = { role: 'switch', id } as const;
  const setting = (safe: boolean): DeviceSaid => {
    const remedy = safe ? null : 'cmnd/plug/PowerOnState 0';
    return {
      device,
      there: true,
      seenMs: 5,
      setting: { name: 'PowerOnState', value: safe ? '0' : '3', safe, remedy },
    };
  };
  return {
    gateway,
    device,
    setting,
    facts: () => gateway.devices().find((one) => one.role === 'switch' && one.id === id),
  };
}

describe('facts of devices', () => {
  it('are those that were said last, and none before', async () => {
    const { gateway, device, facts } = await opened();
    expect(facts()).toMatchObject({ there: false, seenAtMs: null, firmware: null, settings: [] });
    gateway.deviceSaid({ device, there: true, seenMs: 5, firmware: '14.2.0', signalDbm: -61 });
    gateway.deviceSaid({ device, there: true, seenMs: 7 });
    expect(facts()).toMatchObject({ there: true, seenAtMs: 7, firmware: '14.2.0', signalDbm: -61 });
    gateway.deviceSaid({ device, there: false });
    expect(facts()).toMatchObject({ there: false, seenAtMs: 7, firmware: '14.2.0' });
  });

  it('inv. 10: are kept of described devices only, the newest of each setting', async () => {
    const { gateway, device, facts, setting } = await opened();
    const before = gateway.devices().length;
    for (let i = 0; i < 100; i++) {
      gateway.deviceSaid({ device: { role: 'switch', id: `stranger-${i}` }, there: true, seenMs: i });
      const other = { name: `setting-${i}`, value: '1', safe: true, remedy: null };
      gateway.deviceSaid({ device, there: true, setting: other });
      gateway.deviceSaid(setting(true));
    }
    expect(gateway.devices()).toHaveLength(before);
    expect(facts()?.settings).toHaveLength(8);
  });

  it('with an unsafe setting are a notice with its remedy, until it is mended; taps go on', async () => {
    const { gateway, device, setting } = await opened();
    gateway.deviceSaid(setting(false));
    const { ok, reasons } = gateway.health();
    expect({ ok, codes: reasons.map(({ code }) => code) }).toEqual({ ok: true, codes: ['switch-unsafe'] });
    expect(reasons[0]?.text).toContain('cmnd/plug/PowerOnState 0');
    expect(reasons[0]?.values).toMatchObject({ role: 'switch', device: device.id, more: 0 });
    gateway.deviceSaid(setting(true));
    expect(gateway.health()).toEqual({ ok: true, reasons: [] });
  });
});
