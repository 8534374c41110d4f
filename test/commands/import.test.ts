// `import`: the file of the contract, all rows or none, offline or through a running gateway.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askGateway } from '../../src/adapters/system/ask-gateway.ts';
import type { RunningGateway } from '../../src/commands/boxes.ts';
import { parseCsv } from '../../src/commands/parse-csv.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

const header = 'member,name,email,team,badges,certificates,roles';

describe('parseCsv', () => {
  const cells = (text: string) => {
    const outcome = parseCsv(text);
    return outcome.ok ? outcome.rows.map((row) => [row.line, ...row.cells]) : outcome.mistakes[0];
  };

  it('takes quotes, both line ends, a byte order mark and a file without a last line end', () => {
    expect(cells('\uFEFFa,"b,""c"""\r\n"two\r\nlines",\n\n"",x')).toEqual([
      [1, 'a', 'b,"c"'],
      [2, 'two\r\nlines', ''],
      [5, '', 'x'],
    ]);
    expect(cells('')).toEqual([]);
    expect(cells('a,\n')).toEqual([[1, 'a', '']]);
    expect(cells('""""')).toEqual([[1, '"']]);
  });

  it.each([
    ['a\nb,"c', 2, 'never closed'],
    ['a\n"b"c', 2, 'closing quote'],
    ['a\nb"c', 2, 'inside a cell'],
    [','.repeat(70), 1, 'more than 64 cells'],
    ['x'.repeat(9000), 1, 'longer than'],
    ['x\n'.repeat(20_002), 20_002, 'more than 20000 rows'],
    ['x'.repeat(5_000_001), 1, 'larger than 5 MB'],
  ])('inv. 11: refuses what it would have to guess or cannot hold', (text, line, sentence) => {
    expect(cells(text)).toEqual({ line, text: expect.stringContaining(sentence) });
  });

  it('reads back whatever was written as RFC 4180 says', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ';', ' ', 'è'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const text = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const outcome = parseCsv(text);
        expect(outcome.ok && outcome.rows.map((row) => row.cells)).toEqual(rows);
      }),
    );
  });

  it('inv. 11: random text never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ') }), (text) =>
        Boolean(parseCsv(text)),
      ),
    );
  });
});

describe('import', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'officina-import-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function importing(text: string, boxes = fakeBoxes(), more: string[] = []) {
    const file = join(folder, 'members.csv');
    writeFileSync(file, text);
    return call(['import', file, ...more], { boxes, env: { OFFICINA_DATA: folder } }).done;
  }

  it('takes over the file of the contract', async () => {
    const boxes = fakeBoxes();
    const rows = [
      'ada,"Lovelace, Ada",ada@example.org,acme,04a1b2c3; 04:d4:e5:80,laser-basic;mill:2027-06-30,steward;trainer',
      'bo,Bo,,,,,',
    ];
    const { code, out } = await importing(`${header}\r\n${rows.join('\r\n')}\r\n`, boxes);
    expect({ code, out }).toEqual({ code: 0, out: 'Members: 2 added, 0 changed, 0 unchanged.\n' });
    expect(boxes.imported).toEqual([
      {
        member: 'ada',
        name: 'Lovelace, Ada',
        email: 'ada@example.org',
        team: 'acme',
        badges: ['04a1b2c3', '04:d4:e5:80'],
        certificates: [
          { certificate: 'laser-basic', until: null },
          { certificate: 'mill', until: '2027-06-30' },
        ],
        roles: ['steward', 'trainer'],
      },
      { member: 'bo', name: 'Bo', email: null, team: null, badges: [], certificates: [], roles: ['member'] },
    ]);
    expect(boxes.calls).toEqual(['import', 'close']);
  });

  it('takes levels, plans and days, and says nothing of columns that are not there', async () => {
    const boxes = fakeBoxes();
    const rows = [
      'ada,Ada,,,,laser-basic:2027-06-30:teach;mill::maintain;saw,,evening,2026-01-01,2026-12-31',
      'bo,Bo,,,,,,,,',
    ];
    const { code } = await importing(`${header},plan,from,until\n${rows.join('\n')}\n`, boxes);
    expect(code).toBe(0);
    expect(boxes.imported).toMatchObject([
      {
        certificates: [
          { certificate: 'laser-basic', until: '2027-06-30', level: 'teach' },
          { certificate: 'mill', until: null, level: 'maintain' },
          { certificate: 'saw', until: null },
        ],
        ...{ plan: 'evening', from: '2026-01-01', until: '2026-12-31' },
      },
      { plan: null, from: null, until: null },
    ]);
    await importing(`${header}\ncy,Cy,,,,,\n`, boxes);
    for (const name of ['plan', 'from', 'until']) expect(boxes.imported.at(-1)).not.toHaveProperty(name);
  });

  it.each([
    ['laser:2027-06-30:master,,,,', '"master" of "laser" is no level'],
    ['laser:,,,,', '"" after "laser" is no day'],
    ['laser::teach:x,,,,', '"teach:x" of "laser" is no level'],
    [',,Evening,,', '"Evening" cannot be a plan'],
    [',,,soon,', '"soon" is no day'],
    [',,,2026-12-31,2026-01-01', '"until" is 2026-01-01, which is before 2026-12-31'],
  ])('inv. 11: refuses %s', async (cells, sentence) => {
    const { code, err } = await importing(`${header},plan,from,until\nada,Ada,,,,${cells}\n`);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });

  it('only tries with --dry-run', async () => {
    const boxes = fakeBoxes();
    const { out } = await importing(`${header}\nada,Ada,,,,,\n`, boxes, ['--dry-run']);
    expect(out).toBe('It would be: 1 added, 0 changed, 0 unchanged. Nothing was written.\n');
    expect(boxes.imported).toEqual([]);
  });

  it('lists every mistake with its line and takes nothing', async () => {
    const boxes = fakeBoxes();
    const rows = [
      'Ada,Ada,,,,,',
      'bo,,,,,,',
      '"cy","C\ny",,,,,',
      'bo,Bo,nobody,No Team,,mill:2027-02-30;Mill,amin',
      'di,Di,,,',
    ];
    const { code, err } = await importing(`${header}\n${rows.join('\n')}\n`, boxes);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([
      'members.csv, line 2: "Ada" cannot be a handle; use lower-case letters, digits and hyphens, at most 64.',
      'members.csv, line 3: "name" must have 1 to 120 printable characters.',
      'members.csv, line 4: "name" must have 1 to 120 printable characters.',
      'members.csv, line 6: "nobody" is no e-mail address; correct it or leave the cell empty.',
      'members.csv, line 6: "No Team" cannot be a team; use lower-case letters, digits and hyphens, at most 64.',
      'members.csv, line 6: "2027-02-30" after "mill" is no day; write it as 2027-06-30.',
      'members.csv, line 6: "Mill" cannot be a certificate; use lower-case letters, digits and hyphens, at most 64.',
      'members.csv, line 6: "amin" is no role; did you mean "admin"?',
      'members.csv, line 6: "bo" stands here a second time; the first is in line 3.',
      'members.csv, line 7: This line has 5 cells instead of 7; an empty cell still needs its comma.',
      'Nothing was taken over; mend the file and import all of it again.',
    ]);
    expect(boxes.calls).toEqual([]);
  });

  it.each([
    ['', 'The file is empty.'],
    [header.replaceAll(',', ';'), 'save the file with commas'],
    [header.replace('badges', 'bages'), 'did you mean "badges"?'],
    [header.replace(',roles', ''), 'The columns roles are missing.'],
    [`${header},name`, 'The column "name" stands there twice.'],
  ])('wants the header of the contract: %j', async (text, sentence) => {
    expect(await importing(text)).toMatchObject({ code: 1, err: expect.stringContaining(sentence) });
  });

  it("tells the gateway's own mistakes with the line of their row", async () => {
    const outcome = {
      ok: false as const,
      mistakes: [{ row: 1, code: 'badge-taken', text: 'This badge is taken.' }],
    };
    const { code, err } = await importing(`${header}\nada,Ada,,,,,\n\nbo,Bo,,,,,\n`, fakeBoxes({ outcome }));
    expect(code).toBe(1);
    expect(err).toContain('members.csv, line 4: This badge is taken.\n');
  });

  it('says what to do when another gateway holds the journal', async () => {
    const boxes = fakeBoxes({
      openOffline: () => Promise.reject(Object.assign(new Error('x'), { code: 'journal-locked' })),
    });
    expect(await importing(`${header}\n`, boxes)).toMatchObject({
      code: 1,
      err: expect.stringContaining('stop it and try again'),
    });
  });

  it('says what is wrong with the file as a whole', async () => {
    expect(await call(['import', join(folder, 'lost.csv')]).done).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not there'),
    });
    const file = join(folder, 'latin.csv');
    writeFileSync(file, Buffer.from([0xe8, 0x0a]));
    expect(await call(['import', file]).done).toMatchObject({
      code: 1,
      err: expect.stringContaining('CSV UTF-8'),
    });
  });

  describe('through a running gateway', () => {
    const answered: { status: number; body: unknown }[] = [];
    const asked: { authorization: string | undefined; body: unknown }[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      asked.push({
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      });
      const { status, body } = answered.shift() ?? { status: 500, body: 'none' };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    beforeEach(async () => {
      asked.length = 0;
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => new Promise((resolve) => server.close(resolve)));

    const online = () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      return fakeBoxes({ running: async () => gatewayAt(url) });
    };
    const gatewayAt = (url: string): RunningGateway => {
      const place = { url, token: 'control', fingerprint: null };
      return { url, ask: (request) => askGateway(place, request) };
    };
    const text = `${header}\nada,Ada,,,,,\n`;

    it('sends the rows with the token and reports what it says', async () => {
      answered.push({ status: 200, body: { added: 0, changed: 0, unchanged: 1, dryRun: false } });
      expect(await importing(text, online())).toMatchObject({
        code: 0,
        out: 'Members: 0 added, 0 changed, 1 unchanged.\n',
      });
      expect(asked).toMatchObject([
        { authorization: 'Bearer control', body: { rows: [{ member: 'ada' }], dryRun: false } },
      ]);
    });

    it('tells its mistakes and refusals', async () => {
      const mistakes = [{ row: 0, code: 'badge-taken', text: 'This badge is taken.' }];
      answered.push({ status: 422, body: { title: 'x', code: 'import-refused', mistakes } });
      expect((await importing(text, online())).err).toContain('line 2: This badge is taken.');
      answered.push({
        status: 403,
        body: { title: 'This token may not do that.', detail: 'Ask a steward.' },
      });
      const { code, err } = await importing(text, online());
      expect({ code, err }).toEqual({
        code: 1,
        err: 'The gateway refused the import: This token may not do that. Ask a steward.\n',
      });
    });

    it('an answer that is none is a fault', async () => {
      answered.push({ status: 500, body: 'none' });
      expect(await importing(text, online())).toMatchObject({
        code: 1,
        err: expect.stringContaining('status 500'),
      });
      const gone = fakeBoxes({ running: async () => gatewayAt('http://127.0.0.1:9') });
      expect(await importing(text, gone)).toMatchObject({
        code: 1,
        err: expect.stringContaining('did not answer'),
      });
    });
  });
});
