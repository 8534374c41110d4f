// `run`, `demo` and `check`: which workshop, the ready line, and the two signals.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { smallWorkshop } from '../config/small-workshop.ts';
import { makeCertificate } from '../fakes/make-certificate.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

let folder = '';
let before = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-run-'));
  before = process.cwd();
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('run', () => {
  it('runs the file until a signal, and stops in order', async () => {
    writeFileSync('officina.yaml', smallWorkshop);
    const boxes = fakeBoxes();
    const { host, said, done } = call(['run', '--http-port', '0'], { boxes });
    await vi.waitFor(() => expect(said.out).toBe('ready http=8081 mqtt=1884\n'));
    expect(boxes.calls).toEqual(['start Officina']);
    host.emit('SIGTERM');
    expect((await done).code).toBe(0);
    expect(boxes.calls).toEqual(['start Officina', 'stop']);
    expect(host.listenerCount('SIGTERM') + host.listenerCount('SIGINT')).toBe(0);
  });

  it('tells the port with TLS at the end of the ready line', async () => {
    writeFileSync('officina.yaml', smallWorkshop);
    const ports = { httpPort: 1, mqttPort: 2, mqttsPort: 3 };
    const { host, said, done } = call(['run'], {
      boxes: fakeBoxes({ start: async () => ({ ...ports, stop: async () => {} }) }),
    });
    await vi.waitFor(() => expect(said.out).toBe('ready http=1 mqtt=2 mqtts=3\n'));
    host.emit('SIGTERM');
    await done;
  });

  it('opens the demo shop where there is no file, and says so', async () => {
    const boxes = fakeBoxes();
    const { host, said, done } = call(['run'], { boxes });
    await vi.waitFor(() => expect(said.out).toContain('ready'));
    host.emit('SIGINT');
    expect((await done).err).toContain('There is no officina.yaml here, so this is the demo shop');
    expect(boxes.calls).toEqual(['start demo Demo', 'stop']);
  });

  it('does not fall back on the demo shop when a named file is missing', async () => {
    const boxes = fakeBoxes();
    const { code, err } = await call(['run'], { boxes, env: { OFFICINA_CONFIG: './lost.yaml' } }).done;
    expect(code).toBe(1);
    expect(err).toContain('./lost.yaml is not there');
    expect(boxes.calls).toEqual([]);
  });

  it('leaves at once at the second signal', async () => {
    const { promise: stopped, resolve } = Promise.withResolvers<void>();
    const boxes = fakeBoxes({
      start: async () => ({ httpPort: 1, mqttPort: 2, mqttsPort: null, stop: () => stopped }),
    });
    const { host, said, done } = call(['demo'], { boxes });
    await vi.waitFor(() => expect(said.out).toContain('ready'));
    host.emit('SIGINT');
    await vi.waitFor(() => expect(said.err).toContain('Stopping'));
    expect(host.exits).toEqual([]);
    host.emit('SIGINT');
    expect(host.exits).toEqual([130]);
    resolve();
    await done;
  });

  it('a signal during the start stops it once it has started', async () => {
    const { promise: gate, resolve } = Promise.withResolvers<void>();
    const boxes = fakeBoxes();
    const slow = {
      ...boxes,
      start: async (...args: Parameters<typeof boxes.start>) => gate.then(() => boxes.start(...args)),
    };
    const { host, done } = call(['demo'], { boxes: slow });
    await vi.waitFor(() => expect(host.listenerCount('SIGTERM')).toBe(1));
    host.emit('SIGTERM');
    resolve();
    expect((await done).code).toBe(0);
    expect(boxes.calls).toEqual(['start demo Demo', 'stop']);
  });
});

describe('check', () => {
  it('says what a right file describes', async () => {
    writeFileSync(
      'officina.yaml',
      `${smallWorkshop}tariffs:\n  - { pool: lasers, from: 2026-01-01, perHour: 12 }\n`,
    );
    const { code, out, err } = await call(['check']).done;
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'officina.yaml is in order: 1 machine, 1 reader, 1 switch, 1 tariff.',
        'Officina: Europe/Rome, EUR, it.',
        'Listens on 0.0.0.0:8080 (http) and 0.0.0.0:1883 (mqtt).',
        'Keeps its diary itself, and in InfluxDB at http://127.0.0.1:8086, database officina.',
        'Forgets who was refused at a reader after 90 days, and readings after 400 days; sessions and what they cost are kept.',
        '  laser (Laser): pool lasers; serial port /dev/ttyUSB0 (grbl-1.1); reader front; switch laser-plug; needs laser-basic; 12.00 EUR per hour operating from 2026-01-01',
        '  laser: not tried: opening its port may restart the board and end its job; --yes tries it',
        '',
      ].join('\n'),
    );
    expect(out + err).not.toContain('change-me');
  });

  it('says that a machine with a draft is only watched, and refuses a profile with a mistake', async () => {
    writeFileSync('officina.yaml', smallWorkshop);
    const judged = (mistakes: readonly string[], drafts: readonly string[]) =>
      fakeBoxes({ judgeProfiles: async () => ({ mistakes, drafts: new Set(drafts) }) });
    const draft = await call(['check'], { boxes: judged([], ['grbl-1.1']) }).done;
    expect(draft.code).toBe(0);
    expect(draft.err).toContain('warning: laser is only watched: its profile grbl-1.1 is a draft');
    const broken = await call(['check'], { boxes: judged(['grbl-1.1.yaml, line 3: wrong'], []) }).done;
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('grbl-1.1.yaml, line 3: wrong');
  });

  it('says for how long readings are kept where that is left to the diary', async () => {
    const text = smallWorkshop.replace(/influx: .*/, 'retention: { tapsDays: 30, readingsDays: keep }');
    writeFileSync('officina.yaml', text);
    expect((await call(['check']).done).out).toContain(
      'Forgets who was refused at a reader after 30 days, and keeps readings for as long as its bounds allow;',
    );
  });

  it('says where TLS is spoken', async () => {
    const { cert, key } = makeCertificate();
    writeFileSync('cert.pem', cert);
    writeFileSync('key.pem', key, { mode: 0o600 });
    const tls = 'tls: { cert: cert.pem, key: key.pem }';
    writeFileSync('officina.yaml', `${smallWorkshop}http: { ${tls} }\nmqtt: { plain: false, ${tls} }\n`);
    const { code, out } = await call(['check']).done;
    expect(code).toBe(0);
    expect(out).toContain('Listens on 0.0.0.0:8080 (https) and 0.0.0.0:8883 (mqtts).\n');
  });

  it('lists every mistake with its place', async () => {
    writeFileSync(
      'officina.yaml',
      smallWorkshop.replace('requires:', 'requries:').replace('grbl-1.1', 'grbl-1.0'),
    );
    const { code, err } = await call(['check']).done;
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      'officina.yaml, line 7, column 56: "profile" of machines.laser.link names "grbl-1.0", which is not among the profiles; did you mean "grbl-1.1"?',
      'officina.yaml, line 10, column 5: "requries" is not known here; did you mean "requires"?',
      'There are 2 mistakes; nothing was done.',
      '',
    ]);
  });

  it('wants a file', async () => {
    expect(await call(['check']).done).toMatchObject({
      code: 1,
      err: expect.stringContaining('officina init'),
    });
  });
});
