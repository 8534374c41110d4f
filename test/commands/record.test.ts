// `record`: at a running gateway or on the journal itself, the same words; wrong use is told before anything is asked.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askGateway, type GatewayRequest } from '../../src/adapters/system/ask-gateway.ts';
import { call, fakeBoxes } from './fake-boxes.ts';
import { entered, useSession, withdrawn } from './usage-outcomes.ts';

const evening = ['--member', 'ada', '--machine', 'laser', '--from', '2026-11-20 18:00'];
const whole = [...evening, '--to', '2026-11-20 19:30', '--why', 'gateway-away'];
const record = (args: readonly string[], boxes = fakeBoxes()) => call(['record', ...args], { boxes }).done;

type Heard = { readonly method: string; readonly url: string; readonly auth: string; readonly body: unknown };

/** A gateway that answers every request with this. */
async function gatewayThat(status: number, said: unknown) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const { method = '', url = '', headers } = request;
      heard.push({ method, url, auth: headers.authorization ?? '', body: JSON.parse(text) });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const place = { url, token: 'secret', fingerprint: null };
  const running = async () => ({ url, ask: (request: GatewayRequest) => askGateway(place, request) });
  return { heard, boxes: fakeBoxes({ running }) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

describe('record, without a running gateway', () => {
  it('enters the use on the journal, as the console, and shows the line of the statement', async () => {
    const boxes = fakeBoxes();
    const { code, out, err } = await record([...whole, '--note', 'screen said E4'], boxes);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const input = { member: 'ada', machine: 'laser', from: '2026-11-20 18:00', to: '2026-11-20 19:30' };
    const asked = { ...input, why: 'gateway-away', note: 'screen said E4', by: 'console' };
    expect(boxes.calls).toEqual([`enter ${JSON.stringify(asked)}`, 'close']);
    expect(out).toBe(`Entered for Ada Rossi, on the statement of 2026-11: 18.00 EUR
  from              to                machine  clock       billed  unseen  per hour  amount
  2026-11-20 18:00  2026-11-20 19:30  Laser    operating  1:30:00       -     12.00   18.00
    entered by Eva on 2026-11-21 10:12: the gateway was away ("screen said E4"); session ${useSession}
To take it back: officina record --withdraw ${useSession}
`);
  });

  it('as a dry run says so', async () => {
    const boxes = fakeBoxes();
    const { out } = await record([...whole, '--dry-run'], boxes);
    expect(boxes.calls[0]).toMatch(/^enter dry /);
    expect(out).toMatch(/^It would be entered for Ada Rossi, on the statement of 2026-11: 18\.00 EUR\n/);
    expect(out).toMatch(/Nothing was written\.\n$/);
    expect(out).not.toContain('take it back');
  });

  it('withdraws, for a reason', async () => {
    const boxes = fakeBoxes();
    const { code, out } = await record(['--withdraw', useSession, '--why', 'twice'], boxes);
    expect(code).toBe(0);
    const asked = { session: useSession, why: 'twice', by: 'console' };
    expect(boxes.calls).toEqual([`withdraw ${JSON.stringify(asked)}`, 'close']);
    expect(out).toContain('Withdrawn for Ada Rossi, on the statement of 2026-11: -18.00 EUR\n');
    expect(out).toContain('-1:30:00');
    expect(out).toContain(
      `withdrawn by console on 2026-11-22 09:00: it was a mistake; session ${useSession}\n`,
    );
  });

  it('says what the member lacked', async () => {
    const warnings = [{ code: 'certificate-missing', certificate: 'laser-basic' }] as const;
    const { out } = await record(whole, fakeBoxes({ usage: { ...entered(false), warnings } }));
    expect(out).toContain('Note: Ada Rossi does not hold the certificate laser-basic.\n');
  });

  it.each([
    [
      { code: 'usage-overlap', about: '01k, 2026-11-20 17:40 – 2026-11-20 18:20', field: null, readings: [] },
      'The machine was in use in this time already (01k, 2026-11-20 17:40 – 2026-11-20 18:20). Give a time that lies outside, or withdraw the entered use that is wrong.\n',
    ],
    [
      {
        code: 'time-ambiguous',
        about: '2026-10-25 02:30',
        field: 'from',
        readings: ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'],
      },
      'The clocks were put back that night, so this time came twice (2026-10-25 02:30). It may be 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00. Send the one that is meant, with its offset.\n',
    ],
    [
      { code: 'member-unknown', about: 'zoe', field: 'member', readings: [] },
      'No member has this handle (zoe). The members file lists the handles.\n',
    ],
  ] as const)('tells why not: $code', async (refusal, text) => {
    const boxes = fakeBoxes({ usage: { ok: false, ...refusal } });
    expect(await record(whole, boxes)).toMatchObject({ code: 1, out: '', err: text });
    expect(boxes.calls.at(-1)).toBe('close');
  });

  it('says so when another gateway holds the journal', async () => {
    const locked = Object.assign(new Error('locked'), { code: 'journal-locked' });
    const boxes = fakeBoxes({ openOffline: () => Promise.reject(locked) });
    const { code, err } = await record(whole, boxes);
    expect(code).toBe(1);
    expect(err).toContain('Another gateway holds the journal in ');
  });
});

describe('record, at a running gateway', () => {
  const reportOf = (yes: ReturnType<typeof entered>, dryRun: boolean) => {
    const { ok: _, ...report } = yes;
    return { ...report, dryRun };
  };

  it('asks it, with its token, and says the same', async () => {
    const { heard, boxes } = await gatewayThat(200, reportOf(entered(false), false));
    const { out } = await record([...whole, '--note', 'screen said E4'], boxes);
    expect(boxes.calls).toEqual([]);
    expect(heard).toEqual([
      {
        method: 'POST',
        url: '/api/machines/laser/usage',
        auth: 'Bearer secret',
        body: {
          member: 'ada',
          from: '2026-11-20 18:00',
          to: '2026-11-20 19:30',
          why: 'gateway-away',
          note: 'screen said E4',
          dryRun: false,
        },
      },
    ]);
    expect(out).toBe((await record([...whole, '--note', 'screen said E4'])).out);
  });

  it('withdraws there', async () => {
    const { heard, boxes } = await gatewayThat(200, reportOf(withdrawn(true), true));
    const { code } = await record(['--withdraw', useSession, '--dry-run'], boxes);
    expect(code).toBe(0);
    expect(heard[0]).toMatchObject({
      url: `/api/usage/${useSession}/withdrawal`,
      body: { why: 'mistake', dryRun: true },
    });
  });

  it('tells its refusal in the same words, and one that it does not know in the gateway’s', async () => {
    const overlap = { code: 'usage-entered-already', title: 'x', detail: 'y', about: '01k\u001b[2J' };
    const { boxes } = await gatewayThat(409, overlap);
    const known = await record(whole, boxes);
    expect(known.code).toBe(1);
    expect(known.err).toBe(
      'This very use was entered before, and nothing was changed (01k·[2J). There is nothing more to do.\n',
    );
    const other = await gatewayThat(403, { code: 'scope-missing', title: 'Not you.', detail: 'Ask.' });
    expect((await record(whole, other.boxes)).err).toBe('Not you. Ask.\n');
    const odd = await gatewayThat(500, []);
    expect((await record(whole, odd.boxes)).err).toContain('status 500');
  });

  it.each([['no JSON'], [{}], [{ ...reportOf(entered(false), false), line: null }]])(
    'inv. 11: does not believe %j',
    async (said) => {
      const { boxes } = await gatewayThat(200, said);
      const { code, out, err } = await record(whole, boxes);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/officina record failed: The gateway at http:\S+ /);
    },
  );
});

describe('record, used wrongly', () => {
  it.each([
    [[], '--member is missing'],
    [evening, '--to is missing'],
    [[...evening, '--to', 'x'], '--why must be one of gateway-away, reader-broken'],
    [[...whole.slice(0, -1), 'because'], '--why must be one of'],
    [['--member', 'Ada Rossi', ...whole.slice(2)], '"Ada Rossi" is no member'],
    [['--member', 'ada', '--machine', '../x', ...whole.slice(4)], '"../x" is no machine'],
    [['--withdraw', useSession, '--member', 'ada'], '--member does not go with --withdraw'],
    [['--withdraw', '../x'], 'A session is written as'],
    [['--withdraw', useSession, '--why', 'gateway-away'], '--why of a withdrawal must be one of mistake'],
  ])('%j', async (args, text) => {
    const boxes = fakeBoxes();
    const { code, out, err } = await record(args, boxes);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(text);
    expect(boxes.calls).toEqual([]);
  });

  it('has help with an example of each', async () => {
    const { code, out } = await record(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('officina record --member ada --machine laser --from "2026-11-20 18:00"');
    expect(out).toContain('officina record --withdraw 01k');
  });
});
