// The file of the contract gives the configuration that it promises; every mistake is told at once and in its place.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoConfig } from '../../src/config/demo-config.ts';
import { formatMistake } from '../../src/config/findings.ts';
import { type ConfigRequest, readConfig } from '../../src/config/read-config.ts';
import { smallWorkshop } from './small-workshop.ts';

const read = (text: string, more: Partial<ConfigRequest> = {}) =>
  readConfig({
    file: 'officina.yaml',
    text,
    env: {},
    flags: {},
    profiles: ['grbl-1.1', 'marlin-2'],
    ...more,
  });

function mistakesIn(text: string, more: Partial<ConfigRequest> = {}): string[] {
  const outcome = read(text, more);
  return outcome.ok ? [] : outcome.mistakes.map((mistake) => formatMistake(null, mistake));
}

function configOf(text: string, more: Partial<ConfigRequest> = {}) {
  const outcome = read(text, more);
  if (!outcome.ok) throw new Error(outcome.mistakes.map(({ text }) => text).join('\n'));
  return outcome;
}

describe('a right file', () => {
  it('describes the smallest useful workshop', () => {
    const { config } = configOf(smallWorkshop);
    expect(config.workshop.machines.laser).toEqual({
      name: 'Laser',
      pool: 'lasers',
      link: 'serial',
      profile: 'grbl-1.1',
      reader: 'front',
      switch: 'laser-plug',
      requires: ['laser-basic'],
      leaseS: 60,
      jobLeaseS: 900,
      coolBelowC: null,
      chart: 'spindle.speed',
    });
    expect(config.links.laser).toEqual({
      kind: 'serial',
      path: '/dev/ttyUSB0',
      baud: null,
      profile: 'grbl-1.1',
    });
    expect(config.readers.front).toEqual({ kind: 'native', password: 'change-me', spelling: null });
    expect(config.workshop.space).toEqual({
      name: 'Officina',
      timezone: 'Europe/Rome',
      currency: 'EUR',
      locale: 'it',
    });
    expect(config.http).toEqual({ host: '0.0.0.0', port: 8080, tls: null });
    expect(config.mqtt).toEqual({ host: '0.0.0.0', port: 1883, tls: null });
    expect(config.dataDir).toBe('./data');
  });

  it('keeps secrets and addresses out of the workshop', () => {
    const text = JSON.stringify(configOf(smallWorkshop).config.workshop);
    expect(text).not.toContain('change-me');
    expect(text).not.toContain('ttyUSB0');
  });

  it('is frozen all the way down', () => {
    const { config } = configOf(smallWorkshop);
    const seen: object[] = [config];
    for (const value of seen) {
      expect(Object.isFrozen(value)).toBe(true);
      seen.push(...Object.values(value).filter((inner) => typeof inner === 'object' && inner !== null));
    }
    expect(seen.length).toBeGreaterThan(10);
  });

  it('warns of an example password', () => {
    const texts = configOf(smallWorkshop).warnings.map(({ text }) => text);
    expect(texts).toContain(
      'The password of readers.front is still the one of the example, and the network can reach it; change it.',
    );
    const local = configOf(`${smallWorkshop}mqtt: { host: 127.0.0.1 }\n`).warnings;
    expect(local.some(({ text }) => text.includes('example'))).toBe(false);
  });

  it('reads a tariff that says all that it charges', () => {
    const text = `${smallWorkshop}plans: { evening: { name: Evening } }
tariffs:
  - { pool: lasers, from: 2026-01-01, perHour: "12.00" }
  - pool: lasers
    from: 2026-02-01
    for: { plan: evening, team: volta }
    perHour: "8.00"
    clock: laserOn
    also: [{ clock: loaded, perHour: 1 }]
    start: "0.50"
    minimum: "2.00"
    freeMinutes: 3
    stepMinutes: 15
    peak: { percent: 150, hours: [{ days: mo-tu, from: '17:00', to: '20:00' }] }
    caps: { session: 40, day: 60, month: 300 }
    perKwh: "0.2845"
    materials:
      pla: { name: PLA, unit: g, price: "0.0455" }
      board: { name: Plywood, unit: piece, price: 3 }
`;
    expect(configOf(text).config.workshop.tariffs).toEqual([
      { pool: 'lasers', from: '2026-01-01', perHourMinor: '1200', clock: 'operating' },
      {
        pool: 'lasers',
        from: '2026-02-01',
        for: { plan: 'evening', team: 'volta' },
        perHourMinor: '800',
        clock: 'laserOn',
        also: [{ clock: 'loaded', perHourMinor: '100' }],
        startMinor: '50',
        minimumMinor: '200',
        graceMs: 180_000,
        stepMs: 900_000,
        peak: { percent: 150, hours: [{ days: ['mo', 'tu'], from: '17:00', to: '20:00' }] },
        caps: { sessionMinor: '4000', dayMinor: '6000', monthMinor: '30000' },
        perKwhMinor: '28.45',
        materials: [
          { id: 'pla', name: 'PLA', unit: 'g', perUnitMinor: '4.55' },
          { id: 'board', name: 'Plywood', unit: 'piece', perUnitMinor: '300' },
        ],
      },
    ]);
  });

  it.each([
    ['for: { plan: evning }', '"plan" of for of tariff 1 names "evning"', 'did you mean "evening"?'],
    ['for: { team: vlta }', '"team" of for of tariff 1 names "vlta"', 'did you mean "volta"?'],
    [
      'materials: { pla: { name: PLA, unit: kg, price: 1 } }',
      'materials of tariff 1.pla',
      `did you mean "g"?`,
    ],
    ['materials: { pla: { name: PLA, unit: g, price: -1 } }', 'materials of tariff 1.pla', 'no sign'],
    ['materials: { PLA: { name: PLA, unit: g, price: 1 } }', '"PLA" cannot be an id', 'lower-case'],
  ])('a tariff with %s is a mistake with its line', (part, what, remedy) => {
    const text = `${smallWorkshop}plans: { evening: { name: Evening } }
costCodes: { school: { name: School, teams: [volta] } }
tariffs:
  - pool: lasers
    from: 2026-01-01
    perHour: 1
    ${part}
`;
    const outcome = readConfig({ file: 'officina.yaml', text, env: {}, flags: {} });
    const mistakes = outcome.ok ? [] : outcome.mistakes;
    const line = text.split('\n').findIndex((one) => one.includes(part)) + 1;
    expect(mistakes).toMatchObject([{ line }]);
    expect(mistakes[0]?.text).toContain(what);
    expect(mistakes[0]?.text).toContain(remedy);
  });

  it('a team of which nothing else tells is taken as it is: teams come with the members', () => {
    const text = `${smallWorkshop}tariffs:\n  - { pool: lasers, from: 2026-01-01, perHour: 1, for: { team: volta } }\n`;
    expect(configOf(text).config.workshop.tariffs[0]?.for).toEqual({ team: 'volta' });
  });

  it('takes prices as text or number, to the decimals of the currency', () => {
    const price = (perHour: string) =>
      configOf(`${smallWorkshop}tariffs:\n  - { pool: lasers, from: 2026-01-01, perHour: ${perHour} }\n`)
        .config.workshop.tariffs[0];
    expect(price('12')).toEqual({
      pool: 'lasers',
      from: '2026-01-01',
      perHourMinor: '1200',
      clock: 'operating',
    });
    expect(price('12.5')?.perHourMinor).toBe('1250');
    expect(price('"12.05"')?.perHourMinor).toBe('1205');
  });

  it('without a text it is an empty workshop on loopback', () => {
    const outcome = readConfig({ file: null, text: null, env: {}, flags: {} });
    expect(outcome).toMatchObject({
      ok: true,
      config: { http: { host: '127.0.0.1', port: 8080 }, workshop: { machines: {} } },
    });
  });

  it('flags go before the environment, and both before the file', () => {
    const text = `${smallWorkshop}http: { port: 1 }\nmqtt: { port: 2 }\nlog: warn\n`;
    const env = {
      OFFICINA_HTTP_PORT: '3',
      OFFICINA_MQTT_PORT: '',
      OFFICINA_DATA: '/e',
      OFFICINA_LOG: 'debug',
    };
    expect(configOf(text).config).toMatchObject({ http: { port: 1 }, mqtt: { port: 2 }, log: 'warn' });
    expect(configOf(text, { env }).config).toMatchObject({
      http: { port: 3 },
      mqtt: { port: 2 },
      log: 'debug',
      dataDir: '/e',
    });
    const flags = { httpPort: '0', data: '/f' };
    expect(configOf(text, { env, flags }).config).toMatchObject({ http: { port: 0 }, dataDir: '/f' });
  });

  it('keeps the job lease at least as long as the idle lease', () => {
    const machine = configOf(smallWorkshop.replace('requires:', 'leaseS: 1200\n    requires:')).config
      .workshop.machines.laser;
    expect(machine).toMatchObject({ leaseS: 1200, jobLeaseS: 1200 });
  });

  it.each([
    ['marlin-2', '', 50],
    ['marlin-2', 'coolBelowC: 45.5\n    ', 45.5],
    ['marlin-2', 'coolBelowC: false\n    ', null],
    ['grbl-1.1', '', null],
    ['grbl-1.1', 'coolBelowC: 60\n    ', 60],
  ])('a machine with %s and "%s" must cool below %s', (profile, more, coolBelowC) => {
    const text = smallWorkshop.replace('grbl-1.1', profile).replace('requires:', `${more}requires:`);
    expect(configOf(text).config.workshop.machines.laser).toMatchObject({ profile, coolBelowC });
  });

  it.each([
    ['', undefined],
    ['level: uid\n    ', undefined],
    ['level: pin\n    ', 'pin'],
    ['level: sun+pin\n    ', 'sun+pin'],
  ])('a machine with "%s" has the level %s', (more, level) => {
    const { config } = configOf(smallWorkshop.replace('requires:', `${more}requires:`));
    expect(config.workshop.machines.laser?.level).toBe(level);
  });

  it.each([
    ['', { tapsDays: 90, readingsDays: 400 }],
    ['retention:\n', { tapsDays: 90, readingsDays: 400 }],
    ['retention: { tapsDays: 7 }\n', { tapsDays: 7, readingsDays: 400 }],
    ['retention: { tapsDays: 3650, readingsDays: 3650 }\n', { tapsDays: 3650, readingsDays: 3650 }],
    ['retention: { readingsDays: keep }\n', { tapsDays: 90, readingsDays: null }],
    ['retention: { readingsDays: null }\n', { tapsDays: 90, readingsDays: null }],
    ['retention:\n  readingsDays:\n', { tapsDays: 90, readingsDays: 400 }],
  ])('%j keeps taps and readings for %j', (text, retention) => {
    expect(configOf(`${smallWorkshop}${text}`).config.retention).toEqual(retention);
  });

  it('lets two machines share a reader', () => {
    const two = smallWorkshop.replace(
      'readers:',
      '  saw: { name: Saw, pool: saws, reader: front }\nreaders:',
    );
    expect(Object.keys(configOf(two).config.workshop.machines)).toEqual(['laser', 'saw']);
  });
});

describe('a wrong file', () => {
  it.each([
    ['tapsDays: 6', '"tapsDays" of retention must be a whole number of days from 7 to 3650, not 6'],
    ['tapsDays: 3651', 'from 7 to 3650, not 3651'],
    ['tapsDays: 7.5', 'not 7.5'],
    ['tapsDays: keep', 'not "keep"'],
    ['tapsDays: null', 'is not kept for ever'],
    [
      'readingsDays: 6',
      '"readingsDays" of retention must be a whole number of days from 7 to 3650, or keep, not 6',
    ],
    ['readingsDays: never', 'or keep, not "never"'],
    ['logsDays: 8', '"logsDays" is not known here'],
  ])('does not keep by %j', (text, said) => {
    const found = mistakesIn(`${smallWorkshop}retention: { ${text} }\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
  });

  it('points at a misspelt key and offers the right one', () => {
    expect(mistakesIn(smallWorkshop.replace('requires:', 'requries:'))).toEqual([
      'line 10, column 5: "requries" is not known here; did you mean "requires"?',
    ]);
  });

  it('tells all mistakes at once, in the order of the file', () => {
    const found = mistakesIn(
      smallWorkshop
        .replace('Europe/Rome', 'Europe/Roma')
        .replace('kind: serial', 'kind: serail')
        .replace('reader: front', 'reader: fornt')
        .replace('kind: native, password: change-me }\nswitches', 'kind: nativ }\nswitches'),
    );
    expect(found).toEqual([
      'line 1, column 36: "timezone" of space must be a time zone of the IANA list, for instance Europe/Rome; did you mean "Europe/Rome"?',
      'line 7, column 19: "kind" of machines.laser.link cannot be "serail"; did you mean "serial"?',
      'line 8, column 13: "reader" of machines.laser names "fornt", which is not among the readers; did you mean "front"?',
      'line 12, column 18: "kind" of readers.front cannot be "nativ"; did you mean "native"?',
    ]);
  });

  const inPlace = (from: string, to: string): string => smallWorkshop.replace(from, to);
  const saw = (link: string) =>
    smallWorkshop.replace('readers:', `  saw: { name: Saw, pool: saws, ${link} }\nreaders:`);
  const tariff = (rest: string) => `${smallWorkshop}tariffs:\n  - { ${rest} }\n`;

  it.each([
    ['a lost key', inPlace('    pool: lasers\n', ''), 'machines.laser lacks "pool"'],
    ['an id that is none', inPlace('  laser:\n', '  Big Laser:\n'), '"big-laser" would do'],
    ['an unknown profile', inPlace('grbl-1.1', 'grbl-1.2'), 'did you mean "grbl-1.1"?'],
    ['a profile in another folder', inPlace('grbl-1.1', 'a/../b'), 'must be the id of a firmware profile'],
    ['one switch for two', saw('switch: laser-plug'), 'the switch "laser-plug" belongs to machines.laser'],
    [
      'one port for two',
      saw('link: { kind: serial, path: /dev/ttyUSB0, profile: grbl-1.1 }'),
      'the port /dev/ttyUSB0',
    ],
    [
      'a lease that is too short',
      inPlace('requires:', 'leaseS: 9\n    requires:'),
      '"leaseS" of machines.laser must be',
    ],
    [
      'a heat at which power may never go',
      inPlace('requires:', 'coolBelowC: 20\n    requires:'),
      'from 30 to 200',
    ],
    ['a job lease below the lease', inPlace('requires:', 'jobLeaseS: 30\n    requires:'), 'at least leaseS'],
    ['a certificate that is none', inPlace('[laser-basic]', '[Laser!]'), 'the id of a certificate'],
    [
      'an unknown chart',
      inPlace('requires:', 'chart: spindle.sped\n    requires:'),
      'did you mean "spindle.speed"?',
    ],
    ['a small currency', inPlace('EUR', 'eur'), 'did you mean "EUR"?'],
    ['an offset as time zone', inPlace('Europe/Rome', '"+01:00"'), '"timezone" of space'],
    ['a name that turns the text', inPlace('name: Laser', 'name: "a\u202eb"'), '"name" of machines.laser'],
    [
      'no password',
      inPlace('{ kind: native, password: change-me }\nswitches', '{ kind: native }\nswitches'),
      'lacks "password"',
    ],
    ['a key twice', `${smallWorkshop}readers: {}\n`, 'the first is in line 11'],
    ['an anchor', inPlace('pool: lasers', 'pool: &x lasers'), 'Anchors (&)'],
    ['a tag', inPlace('pool: lasers', 'pool: !!str lasers'), 'Tags (!)'],
    ['a second document', `${smallWorkshop}---\na: 1\n`, 'A second document'],
    [
      'a pool without machines',
      tariff('pool: laser, from: 2026-01-01, perHour: 1'),
      'did you mean "lasers"?',
    ],
    ['a day that is none', tariff('pool: lasers, from: 2026-02-30, perHour: 1'), 'a day that does not exist'],
    ['too many decimals', tariff('pool: lasers, from: 2026-02-01, perHour: 1.005'), 'at most 2 decimals'],
    ['a price below zero', tariff('pool: lasers, from: 2026-02-01, perHour: -1'), 'no sign'],
    [
      'two prices of a clock',
      tariff('pool: lasers, from: 2026-02-01, perHour: 1, also: [{ clock: operating, perHour: 2 }]'),
      'two prices for operating',
    ],
    [
      'a price for nobody',
      tariff('pool: lasers, from: 2026-02-01, perHour: 1, for: {}'),
      'must name a plan or a team',
    ],
    [
      'a step of no length',
      tariff('pool: lasers, from: 2026-02-01, perHour: 1, stepMinutes: 0'),
      'whole minutes from 1',
    ],
    [
      'a peak below nothing',
      tariff('pool: lasers, from: 2026-02-01, perHour: 1, peak: { percent: -1, hours: [] }'),
      'whole percent',
    ],
    ['a cap below zero', tariff('pool: lasers, from: 2026-02-01, perHour: 1, caps: { day: -1 }'), 'no sign'],
    [
      'a kilowatt-hour too exact',
      tariff('pool: lasers, from: 2026-02-01, perHour: 1, perKwh: "0.123456789"'),
      'at most 8 decimals',
    ],
    ['a comma price', tariff('pool: lasers, from: 2026-02-01, perHour: "1,5"'), 'after a point'],
    ['one port for both', `${smallWorkshop}http: { port: 1883 }\n`, 'both want port 1883'],
    ['__proto__', `${smallWorkshop}__proto__: { x: 1 }\n`, '"__proto__" is not known here'],
    ['an empty file', '', 'lacks "space:"'],
    ['a file of another kind', 'just words\n', 'must begin with keys'],
    ['a file that is too large', `#${'x'.repeat(256 * 1024)}`, 'larger than 256 KiB'],
    ['deep nesting', '['.repeat(100_000), 'nested deeper'],
    ['deep lists', '- '.repeat(50_000), 'nested deeper'],
  ])('%s', (_what, text, sentence) => {
    expect(mistakesIn(text).join('\n')).toContain(sentence);
  });

  it('a pool that is only called like what every object has is still unknown', () => {
    expect(mistakesIn(inPlace('reader: front', 'reader: constructor')).join()).toContain('"constructor"');
  });

  it('settings that are wrong name themselves', () => {
    const env = { OFFICINA_HTTP_PORT: '70000', OFFICINA_LOG: 'wran', OFFICINA_ADMIN_TOKEN: 'short-secret' };
    const found = mistakesIn(smallWorkshop, { env, flags: { mqttPort: 'x' } });
    expect(found).toHaveLength(4);
    expect(found.join('\n')).toContain(
      'OFFICINA_LOG must be one of silent, error, warn, info, debug; did you mean "warn"?',
    );
    expect(found.join('\n')).not.toContain('short-secret');
  });
});

describe('influx', () => {
  const written = 'influx: { url: http://127.0.0.1:8086, database: officina }';
  const withInflux = (text: string) => smallWorkshop.replace(written, text);

  it('is an address and a database, or not there', () => {
    const local = { url: 'http://127.0.0.1:8086', database: 'officina', user: '', password: '' };
    expect(configOf(smallWorkshop).config.influx).toEqual(local);
    expect(configOf(withInflux('influx: { url: "http://127.0.0.1:8086/" }')).config.influx).toEqual(local);
    expect(configOf(withInflux('')).config.influx).toBeNull();
  });

  it('takes user and password out of the address, also from the environment', () => {
    const text = withInflux(`influx: { url: "https://anna:\${KEY}@db.example.org/behind/" }`);
    expect(configOf(text, { env: { KEY: 'p%40ss' } }).config.influx).toEqual({
      url: 'https://db.example.org/behind',
      database: 'officina',
      user: 'anna',
      password: 'p@ss',
    });
  });

  it('may be given by the environment, which goes before the file', () => {
    const env = { OFFICINA_INFLUX_URL: 'http://officina:p%40ss@influxdb:8086' };
    const given = { url: 'http://influxdb:8086', database: 'officina', user: 'officina', password: 'p@ss' };
    expect(configOf(withInflux(''), { env }).config.influx).toEqual(given);
    const other = withInflux('influx: { url: http://127.0.0.1:8086, database: other }');
    expect(configOf(other, { env }).config.influx).toEqual({ ...given, database: 'other' });
    expect(configOf(withInflux(''), { env: { OFFICINA_INFLUX_URL: '' } }).config.influx).toBeNull();
    for (const url of ['ftp://anna:s3cret@db', 'influxdb:8086', 'http://anna:s3cret@db/?q=1']) {
      const found = mistakesIn(withInflux(''), { env: { OFFICINA_INFLUX_URL: url } });
      expect(found).toHaveLength(1);
      expect(found[0]).toContain('OFFICINA_INFLUX_URL cannot be read');
      expect(found[0]).not.toContain('s3cret');
    }
    expect(demoConfig({ env, flags: {} }).influx).toBeNull();
  });

  it.each([
    'anna:s3cret@127.0.0.1:8086',
    'http://anna:s3cret@127.0.0.1:99999',
    'http://anna:s3cret%@127.0.0.1',
    'http://127.0.0.1/?p=s3cret',
    'http://anna:s3cret@127.0.0.1:8086 ',
    'http://',
  ])('tells that %j is wrong without showing it', (url) => {
    const found = mistakesIn(withInflux(`influx: { url: "${url}" }`));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('line 2, column 16: "url" of influx');
    expect(found[0]).not.toContain('s3cret');
  });
});

describe('secrets', () => {
  const withPassword = (fields: string) =>
    smallWorkshop.replace(
      'front: { kind: native, password: change-me }',
      `front: { kind: native, ${fields} }`,
    );

  it('come from the environment', () => {
    const { config } = configOf(withPassword(`password: "\${FRONT}"`), { env: { FRONT: 's3cret' } });
    expect(config.readers.front).toMatchObject({ password: 's3cret' });
    expect(mistakesIn(withPassword(`password: "\${FRONT}"`))).toEqual([
      'line 12, column 36: "readers.front.password" wants FRONT from the environment, and it is not set there; set it before the start.',
    ]);
  });

  it('an unquoted name inside braces is explained', () => {
    expect(mistakesIn(withPassword(`password: \${FRONT}`))).toEqual([
      `line 12, column 37: Inside { } a name from the environment stands in quotes: "\${NAME}".`,
    ]);
  });

  it('come from a file of their own, without its last line end', () => {
    const text = withPassword('password_file: front.key');
    const { config } = configOf(text, { readSecret: (path) => ({ ok: true, text: `${path}-secret\n` }) });
    expect(config.readers.front).toMatchObject({ password: 'front.key-secret' });
    const lost = mistakesIn(text, { readSecret: () => ({ ok: false, reason: 'is not there' }) });
    expect(lost).toEqual(['line 12, column 41: "password_file" of readers.front: the file is not there.']);
  });

  it('never stand in a sentence, whatever is wrong around them', () => {
    const secret = 'hunter2-hunter2';
    const broken = [
      withPassword(`password: "${secret}`),
      withPassword(`password: ${secret} }}`),
      withPassword(`password: [${secret}]`),
      withPassword(`password: "${secret}\\u0007"`),
      withPassword(`password: ${secret}, password_file: x`),
      withPassword(`password: &a ${secret}`),
      withPassword(`password: !x ${secret}`),
      withPassword(`pasword: ${secret}`),
      withPassword(`kind: ${'$'}{SECRET}`),
    ];
    for (const text of broken) {
      const found = mistakesIn(text, { env: { SECRET: secret } });
      expect(found.length).toBeGreaterThan(0);
      expect(found.join('\n')).not.toContain(secret);
    }
  });
});

describe('inv. 11: whatever the file holds', () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      '1',
      'x',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '- ',
      ': ',
      '#',
      '&a',
      '*a',
      '!!',
      '|',
      '>',
      '\t',
      `\${A}`,
      '~',
    ),
    fc.constantFrom(
      'space',
      'machines',
      'laser',
      'link',
      'kind',
      'readers',
      'tariffs',
      '__proto__',
      'constructor',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const text = fc.array(fc.tuple(scalar, fc.constantFrom('', ' ', '\n', '\n  ', ':\n  ', ': ', ', ')), {
    maxLength: 40,
  });

  it('random text never throws', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const outcome = read(parts.flat().join(''));
        return outcome.ok || outcome.mistakes.length > 0;
      }),
      { numRuns: 500 },
    );
  });

  it('one changed character of a right file never throws, and places stand in the file', () => {
    const lines = smallWorkshop.split('\n').length;
    fc.assert(
      fc.property(
        fc.nat(smallWorkshop.length - 1),
        fc.string({ unit: 'binary', maxLength: 3 }),
        (at, bit) => {
          const outcome = read(smallWorkshop.slice(0, at) + bit + smallWorkshop.slice(at + 1));
          const places = outcome.ok ? outcome.warnings : outcome.mistakes;
          return places.every(({ line }) => line === null || (line >= 1 && line <= lines + 3));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('random values in every place never throw', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom('space', 'machines', 'readers', 'tariffs', 'http'),
        (value, key) => {
          const outcome = read(
            JSON.stringify({ space: { name: 'a', timezone: 'UTC', currency: 'EUR' }, [key]: value }),
          );
          return outcome.ok || outcome.mistakes.every(({ text }) => text.length < 600);
        },
      ),
      { numRuns: 300 },
    );
  });
});
