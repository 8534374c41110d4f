// The compose file keeps the rules that it promises: no secret, no folder of the host, nothing open that need not be;
// and its texts for Grafana can be read.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { activityFacts } from '../../src/domain/machine/activity.ts';
import { composeText, interpolate, readCompose, secrets } from './compose-file.ts';
import { readDashboard } from './dashboard.ts';

const root = new URL('../..', import.meta.url).pathname;
const compose = readCompose();
const services = Object.entries(compose.services);

describe('the compose file', () => {
  it('describes the gateway, InfluxDB, Prometheus and Grafana', () => {
    expect(services.map(([name]) => name)).toEqual(['gateway', 'influxdb', 'prometheus', 'grafana']);
  });

  it('asks for every secret by name, with no default', () => {
    for (const name of Object.keys(secrets)) {
      expect(() => readCompose({ ...secrets, [name]: '' })).toThrow(`${name}: set it in .env`);
    }
    const raw = parse(composeText) as typeof compose;
    for (const [, { environment = {} }] of Object.entries(raw.services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (!/PASSWORD|TOKEN|SECRET|URL|KEY/.test(name)) continue;
        expect(value, name).toMatch(/\$\{[A-Z_]+:\?set it in \.env\}|^\$\{OFFICINA_ADMIN_TOKEN:-\}$/);
      }
    }
    const texts = Object.values(raw.configs).map(({ content = '' }) => content);
    for (const name of Object.keys(secrets)) expect(texts.join('\n')).not.toContain(`\${${name}`);
  });

  it('keeps everything in named volumes, and reads no file of yours', () => {
    const named = services.flatMap(([, { volumes = [] }]) =>
      volumes.map((volume) => volume.split(':')[0] ?? ''),
    );
    expect(named.sort()).toEqual(Object.keys(compose.volumes).sort());
    for (const name of named) expect(name).toMatch(/^[a-z]+$/);
    expect(composeText).not.toMatch(/^\s*(env_file|bind):/m);
    const files = Object.values(compose.configs).flatMap(({ file = [] }) => file);
    expect(files).toEqual(['./.grafana/gateway.json']);
  });

  it('declares every text that it hands over, and hands over every one', () => {
    const used = services.flatMap(([, { configs = [] }]) => configs.map(({ source }) => source));
    expect(used.sort()).toEqual(Object.keys(compose.configs).sort());
  });

  it('names a version of every image', () => {
    for (const [, { image, build }] of services) {
      if (build === undefined) expect(image).toMatch(/^[a-z/]+:v?\d+\.\d+\.\d+$/);
    }
    const bases = [...(compose.services.gateway?.build?.dockerfile_inline ?? '').matchAll(/^FROM (\S+)/gm)];
    expect(bases.map(([, base]) => base)).toEqual(['node:24-bookworm-slim', 'node:24-bookworm-slim']);
  });

  it('opens to the network what browsers and devices need, to this computer Grafana, and nothing of InfluxDB', () => {
    expect(compose.services.gateway?.ports).toEqual(['8080:8080', '1883:1883']);
    expect(compose.services.influxdb?.ports).toBeUndefined();
    expect(compose.services.prometheus?.ports).toBeUndefined();
    expect(compose.services.grafana?.ports).toEqual(['127.0.0.1:3000:3000']);
    for (const [, { security_opt = [] }] of services)
      expect(security_opt).toContain('no-new-privileges:true');
    expect(compose.services.gateway).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  it('sets a user and password for the one who writes and the one who reads, and the same on both sides', () => {
    const { gateway, influxdb, grafana } = compose.services;
    const url = new URL(gateway?.environment?.OFFICINA_INFLUX_URL ?? '');
    expect([url.username, url.password, url.host]).toEqual([
      'officina',
      secrets.INFLUX_PASSWORD,
      'influxdb:8086',
    ]);
    expect(influxdb?.environment).toMatchObject({
      INFLUXDB_DB: 'officina',
      INFLUXDB_HTTP_AUTH_ENABLED: 'true',
      INFLUXDB_USER: url.username,
      INFLUXDB_USER_PASSWORD: url.password,
      INFLUXDB_READ_USER: 'grafana',
      INFLUXDB_READ_USER_PASSWORD: grafana?.environment?.INFLUX_READ_PASSWORD,
    });
  });

  it.skipIf(spawnSync('docker', ['compose', 'version']).status !== 0)(
    'is one that Compose understands',
    () => {
      const { status, stderr } = spawnSync(
        'docker',
        ['compose', '-f', join(root, 'docker-compose.yml'), 'config', '-q'],
        {
          encoding: 'utf8',
          env: { ...process.env, ...secrets },
        },
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    },
  );
});

describe('the image', () => {
  const file = compose.services.gateway?.build?.dockerfile_inline ?? '';

  it('runs the entry as another account than root, and says how it is', () => {
    expect(file).toMatch(/^USER node$/m);
    expect(file).toContain('ENTRYPOINT ["node", "--max-semi-space-size=1", "src/officina.ts"]');
    expect(file).toMatch(
      /^HEALTHCHECK .*\\\n\s*CMD \["node", "-e", "fetch\('http:\/\/127\.0\.0\.1:8080\/health'\)/m,
    );
    expect(existsSync(join(root, 'src/officina.ts'))).toBe(true);
  });

  it('holds no secret and no data, and all that it needs', () => {
    const left = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    for (const name of ['.env', '.git', 'data', 'officina.yaml', 'members.csv', 'node_modules']) {
      expect(left).toContain(name);
    }
    for (const name of ['src', 'firmware-profiles', 'package.json', 'package-lock.json']) {
      expect(left).not.toContain(name);
    }
  });
});

describe('what Grafana is given', () => {
  const content = (name: string): string => compose.configs[name]?.content ?? '';

  it('is a source that reads as the one who may only read', () => {
    const { datasources } = parse(content('grafana-source')) as { datasources: Record<string, unknown>[] };
    expect(datasources).toMatchObject([
      {
        uid: 'officina',
        type: 'influxdb',
        url: 'http://influxdb:8086',
        user: 'grafana',
        jsonData: { dbName: 'officina' },
        // Grafana itself puts in the variable of its own environment.
        secureJsonData: { password: '$INFLUX_READ_PASSWORD' },
      },
      { uid: 'gateway', type: 'prometheus', url: 'http://prometheus:9090' },
    ]);
  });

  it('is a folder of dashboards where one stands', () => {
    const { providers } = parse(content('grafana-folder')) as { providers: { options: { path: string } }[] };
    const targets = compose.services.grafana?.configs?.map(({ target }) => target) ?? [];
    expect(targets).toContain(`${providers[0]?.options.path}/officina.json`);
    const home = compose.services.grafana?.environment?.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH;
    expect(targets).toContain(home);
  });

  it('is a dashboard whose panels ask that source, side by side', () => {
    const { panels, uid } = readDashboard();
    expect(uid).toBe('officina');
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { title, datasource, targets, gridPos } of panels) {
      expect(datasource, title).toEqual({ type: 'influxdb', uid: 'officina' });
      expect(
        targets.every(({ rawQuery }) => rawQuery),
        title,
      ).toBe(true);
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    }
    const places = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)} ${y + Math.floor(i / w)}`),
    );
    expect(new Set(places).size).toBe(places.length);
  });

  it('has a colour for every activity', () => {
    const timeline = readDashboard().panels.find(({ type }) => type === 'state-timeline');
    const [mapping] = timeline?.fieldConfig.defaults.mappings ?? [];
    expect(Object.keys(mapping?.options ?? {}).sort()).toEqual(Object.keys(activityFacts).sort());
  });

  it('shows days of the workshop', () => {
    const { timezone, panels } = readDashboard('Europe/Rome');
    expect(timezone).toBe('Europe/Rome');
    const daily = panels.flatMap(({ targets }) => targets).filter(({ query }) => query.includes('time(1d)'));
    expect(daily).toHaveLength(3);
    for (const { query } of daily) expect(query).toContain("tz('Europe/Rome')");
  });
});

describe('filling in', () => {
  it('lets no other form through', () => {
    expect(interpolate(`a $$b \${C:-d} \${E:?f}`, { E: 'e' })).toBe('a $b d e');
    expect(() => interpolate('$HOME', {})).toThrow('a single $');
    expect(() => interpolate(`\${HOME}`, { HOME: 'x' })).toThrow('a single $');
  });
});
