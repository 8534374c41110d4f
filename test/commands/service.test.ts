// `service`: a unit that systemd understands, for this installation and for no other account than the one that is named.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallWorkshop } from '../config/small-workshop.ts';
import { outside } from '../outside.ts';
import { call } from './fake-boxes.ts';

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
const analyze = 'systemd-analyze';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-service-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function unitIn(place: string, text = smallWorkshop) {
  mkdirSync(join(place, 'data'), { recursive: true });
  const file = join(place, 'officina.yaml');
  writeFileSync(file, text);
  const named = ['--config', file, '--data', join(place, 'data')];
  const done = await call(['service', '--user', 'daemon', ...named]).done;
  const lines = done.out.split('\n');
  return { ...done, lines, value: (key: string) => lines.filter((line) => line.startsWith(`${key}=`)) };
}

describe('the unit', () => {
  it('runs the Node and the program of this installation, as the account that was named', async () => {
    const { code, err, value } = await unitIn(folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [exec = ''] = value('ExecStart');
    const words = /^ExecStart="([^"]+)" --max-semi-space-size=1 "([^"]+)" run$/.exec(exec);
    expect(words?.[1]).toBe(join(root, 'node_modules/node/bin/node'));
    expect(words?.[2]).toBe(join(root, 'src/officina.ts'));
    expect(words?.slice(1).every((path) => existsSync(path))).toBe(true);
    expect(value('User')).toEqual(['User=daemon']);
    expect(value('Environment')).toContain(`Environment="OFFICINA_CONFIG=${folder}/officina.yaml"`);
    expect(value('Environment')).toContain(`Environment="OFFICINA_DATA=${folder}/data"`);
    expect(value('ReadWritePaths')).toEqual([`ReadWritePaths="${folder}/data"`]);
    expect(value('EnvironmentFile')).toEqual([`EnvironmentFile=-${folder}/.env`]);
    expect(value('WatchdogSec')).toEqual(['WatchdogSec=60']);
    expect(value('ExecReload')).toEqual(['ExecReload=/bin/kill -HUP $MAINPID']);
  });

  it('holds no secret, and needs none to be written', async () => {
    const { code, out } = await unitIn(folder, smallWorkshop.replace('change-me', `${'$'}{NOT_SET_HERE}`));
    expect(code).toBe(0);
    expect(out).not.toMatch(/change-me|NOT_SET_HERE/);
  });

  it.skipIf(!outside('systemd-analyze'))(
    'is one that systemd understands, whatever the folders are called',
    async () => {
      const { out } = await unitIn(join(folder, 'a b%n$c'));
      writeFileSync(join(folder, 'officina.service'), out);
      const { status, stderr } = spawnSync(analyze, ['verify', join(folder, 'officina.service')], {
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const broken = out.replace('WatchdogSec', 'WatchdogSecs');
      writeFileSync(join(folder, 'officina.service'), broken);
      const again = spawnSync(analyze, ['verify', join(folder, 'officina.service')], {
        encoding: 'utf8',
      });
      expect(again.stderr).toContain("Unknown key 'WatchdogSecs'");
    },
  );
});

describe('no unit', () => {
  const no = (argv: string[], env = {}) => call(['service', ...argv], { env }).done;

  it('is written for the demo shop', async () => {
    const { code, out, err } = await no(['--user', 'daemon', '--config', join(folder, 'none.yaml')]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('The demo shop is no service');
  });

  it('runs as root, or as a name that is none', async () => {
    const file = join(folder, 'officina.yaml');
    writeFileSync(file, smallWorkshop);
    for (const user of ['root', 'a b', '--x', 'x\nExecStartPre=/bin/true']) {
      const { code, out } = await no([`--user=${user}`, '--config', file]);
      expect({ user, code, out }).toEqual({ user, code: 2, out: '' });
    }
  });

  it('inv. 11: carries a path that would end its line', async () => {
    for (const name of ['a\nb', 'a"b', 'a\\b']) {
      const { code, out, err } = await unitIn(join(folder, name));
      expect({ name, code, out }).toEqual({ name, code: 1, out: '' });
      expect(err).toContain('A unit cannot name');
    }
  });
});

it('says when the data folder is still to be made', async () => {
  const file = join(folder, 'officina.yaml');
  writeFileSync(file, smallWorkshop);
  const { code, err } = await call([
    'service',
    '--user',
    'daemon',
    '--config',
    file,
    '--data',
    join(folder, 'later'),
  ]).done;
  expect(code).toBe(0);
  expect(err).toBe(
    `${folder}/later is not there yet: make it, and give it to daemon, before the service starts.\n`,
  );
});
