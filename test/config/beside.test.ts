// The keys `owner`, `host` and `door` of a link: how the gateway sits beside another host.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { smallWorkshop } from './small-workshop.ts';

const read = (link: string) =>
  readConfig({
    file: 'officina.yaml',
    text: smallWorkshop.replace('profile: grbl-1.1', `profile: grbl-1.1, ${link}`),
    env: {},
    flags: {},
    readSecret: () => ({ ok: true, text: '' }),
  });

function besideOf(link: string) {
  const outcome = read(link);
  if (!outcome.ok) throw new Error(outcome.mistakes.map(({ text }) => text).join('\n'));
  const made = outcome.config.links.laser;
  return { beside: made && 'beside' in made ? made.beside : null, warnings: outcome.warnings };
}

const mistakes = (link: string): string => {
  const outcome = read(link);
  return outcome.ok ? '' : outcome.mistakes.map(({ text }) => text).join('\n');
};

describe('a link beside another host', () => {
  it('is ours alone unless the file says otherwise', () => {
    expect(besideOf('owner: exclusive').beside).toBeNull();
  });

  it('lets a host in on loopback without a warning, and on a network with one', () => {
    const near = besideOf('owner: passThrough, host: { tcp: "127.0.0.1:2300" }');
    const door = { kind: 'tcp', host: '127.0.0.1', port: 2300 };
    expect(near.beside).toEqual({ owner: 'passThrough', door });
    expect(near.warnings.map(({ text }) => text).join()).not.toContain('drives the machine');
    const far = besideOf('owner: passThrough, host: { tcp: "0.0.0.0:2300" }');
    expect(far.warnings.map(({ text }) => text).join()).toContain('whoever reaches it drives the machine');
  });

  it('makes a terminal, and listens or asks only', () => {
    expect(besideOf('owner: passThrough, host: { pty: /run/officina/laser }').beside).toMatchObject({
      door: { kind: 'pty', path: '/run/officina/laser' },
    });
    expect(besideOf('owner: tap').beside).toEqual({ owner: 'tap' });
    expect(besideOf('owner: observeOnly').beside).toEqual({ owner: 'observeOnly' });
  });

  it('names what is missing or too much', () => {
    expect(mistakes('owner: passThrough')).toContain('names no place for the host');
    expect(mistakes('owner: passThrough, host: { tcp: "127.0.0.1:1", pty: /run/x }')).toContain('either');
    expect(mistakes('owner: passThrough, host: { tcp: "127.0.0.1:99999" }')).toContain('65535');
    expect(mistakes('owner: passThrough, host: { pty: "/run/x,exec=sh" }')).toContain('path of a terminal');
    expect(mistakes('owner: tap, host: { tcp: "127.0.0.1:1" }')).toContain('is for owner: passThrough');
    expect(mistakes('owner: mine')).toContain('owner');
  });
});
