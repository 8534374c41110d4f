// What `docker compose up` does, by hand: the environment of the compose file starts a gateway from nothing, against an
// InfluxDB with the users that its image makes; Grafana's user reads there, and may do nothing else.

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Influxd, openInfluxd } from '../adapters/influx/influxd.ts';
import { eventually, runOfficina, startProgram, storyDir } from '../e2e/program.ts';
import { outside } from '../outside.ts';
import { readCompose } from './compose-file.ts';

const { services } = readCompose();

describe('a fresh start', () => {
  let dir: ReturnType<typeof storyDir>;
  const closing: (() => unknown)[] = [];
  beforeEach(() => {
    dir = storyDir('compose');
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    dir.remove();
  });

  /** Only the volume and the ports are others. */
  function environment(influxPort: number): Record<string, string> {
    const env = { ...services.gateway?.environment };
    for (const [name, value] of Object.entries(env))
      env[name] = value
        .replace('/var/lib/officina', dir.path)
        .replace('influxdb:8086', `127.0.0.1:${influxPort}`);
    return { ...env, OFFICINA_HTTP_PORT: '0', OFFICINA_MQTT_PORT: '0' };
  }

  it('without an officina.yaml says how to get one, and ends', async () => {
    const { code, stdout, stderr } = await runOfficina(dir.path, ['run'], environment(1));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`${join(dir.path, 'officina.yaml')} is not there`);
    expect(stderr).toContain('write one with "officina init"');
  });

  it.skipIf(!outside('influxd'))('reaches InfluxDB as the one who writes, and Grafana reads', async () => {
    const influxd = await openInfluxd();
    closing.push(influxd.dispose);
    await influxd.start({ auth: true });
    await makeUsers(influxd);
    const env = environment(influxd.port);

    const made = await runOfficina(dir.path, ['init', '--admin', 'ada', '--name', 'Ada Lovelace'], env);
    expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
    expect((await runOfficina(dir.path, ['check'], env)).stdout).toContain(
      `in InfluxDB at http://127.0.0.1:${influxd.port}, database officina`,
    );
    const program = await startProgram({ dir: dir.path, env });
    closing.push(program.kill);
    expect((await fetch(`${program.url}/health`)).status).toBe(200);
    await eventually(
      () => `the journal is in InfluxDB: ${program.log()}`,
      async () =>
        (await asGrafana(influxd, 'SELECT last("activity") FROM "machine_state"')).includes('unknown'),
    );
    expect(await asGrafana(influxd, 'DROP MEASUREMENT "usage"')).toContain('not authorized');
    expect(program.log()).not.toContain('write-word');
    expect(await program.stop()).toBe(0);
  });
});

/** As the entry of the image does from its environment: the administrator first, who makes the others. */
async function makeUsers({ port }: Influxd): Promise<void> {
  const said = services.influxdb?.environment ?? {};
  const {
    INFLUXDB_ADMIN_USER: admin = '',
    INFLUXDB_ADMIN_PASSWORD: adminWord = '',
    INFLUXDB_DB: database,
  } = said;
  await query(port, `CREATE USER "${admin}" WITH PASSWORD '${adminWord}' WITH ALL PRIVILEGES`);
  const users = [
    ['ALL', said.INFLUXDB_USER, said.INFLUXDB_USER_PASSWORD],
    ['READ', said.INFLUXDB_READ_USER, said.INFLUXDB_READ_USER_PASSWORD],
  ];
  await query(port, `CREATE DATABASE "${database}"`, [admin, adminWord]);
  for (const [right, user, word] of users) {
    await query(port, `CREATE USER "${user}" WITH PASSWORD '${word}'`, [admin, adminWord]);
    await query(port, `GRANT ${right} ON "${database}" TO "${user}"`, [admin, adminWord]);
  }
}

async function asGrafana({ port }: Influxd, text: string): Promise<string> {
  const { user, password } = grafanaSource();
  return query(port, text, [user, password]);
}

/** The user of the source, and the password that Grafana finds in its own environment. */
function grafanaSource(): { user: string; password: string } {
  const source = readCompose().configs['grafana-source']?.content ?? '';
  const user = /^\s+user: (\S+)$/m.exec(source)?.[1] ?? '';
  return { user, password: services.grafana?.environment?.INFLUX_READ_PASSWORD ?? '' };
}

async function query(port: number, text: string, [user, password]: readonly string[] = []): Promise<string> {
  const search = new URLSearchParams({ db: 'officina', q: text });
  const headers: Record<string, string> =
    user === undefined ? {} : { authorization: `Basic ${btoa(`${user}:${password}`)}` };
  const answer = await fetch(`http://127.0.0.1:${port}/query?${search}`, { method: 'POST', headers });
  return answer.text();
}
