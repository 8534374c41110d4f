// Notices to phones, at a real server: what is sent, that it is tried again, and that a late one never goes out.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openNtfy } from '../../../src/adapters/ntfy/open-ntfy.ts';
import { createOutbox } from '../../../src/gateway/deliver.ts';
import type { PersonNotice } from '../../../src/gateway/notifier.ts';
import { createTellPeople } from '../../../src/gateway/tell-people.ts';
import { createFakeGateway } from '../../fakes/fake-gateway.ts';
import { createFakeReaders } from '../../fakes/fake-readers.ts';
import { createHandClock, morningMs } from '../../fakes/hand-clock.ts';
import { samplePerson } from '../../fakes/sample-entries.ts';
import { sampleWorkshop } from '../../fakes/sample-workshop.ts';

const patience = { timeout: 5000, interval: 5 };
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

type Posted = { readonly body: Record<string, unknown>; readonly authorization: string | undefined };

async function serve() {
  const got: Posted[] = [];
  const answers: number[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    got.push({ body: JSON.parse(text), authorization: request.headers.authorization });
    response.writeHead(answers.shift() ?? 200).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ntfy = openNtfy({
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ key: 'tk_secret', lan: false, timeoutMs: 2000 },
  });
  closing.push(() => {
    ntfy.close();
    server.closeAllConnections();
    server.close();
  });
  return { got, answers, ntfy };
}

const anna = { ...samplePerson('anna'), push: 'anna-phone-7' };
const notice = (change: Partial<PersonNotice> = {}): PersonNotice => ({
  ...{ id: 'n1', kind: 'notice', member: anna.member, code: 'turn-called' },
  ...{ title: 'Laser', text: 'It is your turn at Laser.', expiresAtMs: morningMs + 60_000 },
  ...change,
});

describe('one notice', () => {
  it('is a message to the topic of that person, with the key of the server', async () => {
    const { got, ntfy } = await serve();
    await ntfy.notify(anna, notice());
    await ntfy.notify(anna, notice({ code: 'alarm-raised' }));
    expect(got[0]).toEqual({
      body: {
        ...{ topic: 'anna-phone-7', title: 'Laser', message: 'It is your turn at Laser.' },
        ...{ priority: 4, sequence_id: 'n1' },
      },
      authorization: 'Bearer tk_secret',
    });
    expect(got[1]?.body.priority).toBe(5);
    expect([ntfy.reaches(anna), ntfy.reaches(samplePerson('bo'))]).toEqual([true, false]);
  });

  it.each([400, 429, 500, 302])('that is answered with %s was not taken', async (status) => {
    const { answers, ntfy } = await serve();
    answers.push(status);
    await expect(ntfy.notify(anna, notice())).rejects.toMatchObject({ code: 'unreached' });
  });
});

async function outbox() {
  const served = await serve();
  const clock = createHandClock();
  const people = new Map([[anna.member, anna]]);
  const delivered: string[] = [];
  const counted: string[] = [];
  const box = createOutbox({
    ...{ readers: createFakeReaders(), clock, notifier: served.ntfy },
    people: { byMember: (member) => people.get(member) },
    journal: { delivered: async (ids) => void delivered.push(...ids) },
    meters: { count: (name, labels) => void counted.push([name, ...Object.values(labels ?? {})].join(' ')) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return { ...served, clock, people, delivered, counted, box };
}

describe('notices in the outbox', () => {
  it('are tried again with a pause until they are taken, once', async () => {
    const { got, answers, clock, delivered, counted, box } = await outbox();
    answers.push(503);
    box.deliver(notice());
    await vi.waitFor(() => expect(counted).toEqual(['push_total failed']), patience);
    box.settle();
    expect(got).toHaveLength(1);
    clock.advance(2_000);
    box.settle();
    box.settle();
    await vi.waitFor(() => expect(box.waiting()).toBe(0), patience);
    box.settle();
    expect([got.length, delivered, counted.at(-1)]).toEqual([2, ['n1'], 'push_total sent']);
  });

  it('are never sent late: a turn that was missed is not called', async () => {
    const { got, answers, clock, delivered, counted, box } = await outbox();
    answers.push(503);
    box.deliver(notice());
    await vi.waitFor(() => expect(counted).toEqual(['push_total failed']), patience);
    clock.advance(60_000);
    box.settle();
    box.deliver(notice({ id: 'n2', expiresAtMs: clock.wallMs() }));
    box.settle();
    box.settle();
    expect([got.length, box.waiting(), delivered]).toEqual([1, 0, ['n1', 'n2']]);
  });

  it('go to nobody who was erased, or took their address back', async () => {
    const { got, people, delivered, box } = await outbox();
    people.clear();
    box.deliver(notice());
    await vi.waitFor(() => expect(box.waiting()).toBe(0), patience);
    box.settle();
    expect([got, delivered]).toEqual([[], ['n1']]);
  });
});

describe('who is told', () => {
  it('is who is called or ends soon, and stewards of an alarm; only with an address, and without a name', async () => {
    const { got, ntfy } = await serve();
    const gateway = createFakeGateway();
    gateway.live.workshop = sampleWorkshop;
    const member = gateway.enrol({ handle: 'anna', name: 'Anna Rossi' });
    const steward = gateway.enrol({ handle: 'stef', name: 'Stef', roles: ['steward'] });
    const silent = gateway.enrol({ handle: 'sil', name: 'Sil', roles: ['steward'] });
    for (const key of [member, steward]) {
      const person = gateway.people.get(key);
      if (person) gateway.people.set(key, { ...person, push: `topic-${key}` });
    }
    const sent: PersonNotice[] = [];
    const tell = createTellPeople({
      committer: {
        durable: () => gateway.live,
        stamp: () => ({ atMs: 1000, monoMs: 0 }),
        commit: async () => [],
      } as never,
      people: { byMember: gateway.person },
      notifier: ntfy,
      texts: { say: (code, values) => `${code} ${Object.values(values).join(' ')}` },
      newId: () => `id-${sent.length}`,
      deliver: (message) => {
        if (message.kind === 'notice') sent.push(message);
      },
    });
    const told = (code: string) => ({ machine: 'laser', code, text: `text of ${code}`, untilMs: 9000 });
    for (const code of ['turn-called', 'ends-soon', 'turn-renewed'])
      tell({ kind: 'told', member, told: told(code) });
    tell({ kind: 'told', member: silent, told: told('turn-called') });
    const alarm = {
      alarm: 'a1',
      code: 'switch-by-hand',
      machine: 'laser',
      switch: 'laser-plug',
      session: null,
    } as const;
    tell({ kind: 'entry', body: { type: 'alarm-raised', data: alarm } });
    await vi.waitFor(() => expect(sent).toHaveLength(3), patience);
    expect(sent.map(({ member: to, code, title, expiresAtMs }) => [to, code, title, expiresAtMs])).toEqual([
      [member, 'turn-called', 'Laser', 9000],
      [member, 'ends-soon', 'Laser', 9000],
      [steward, 'alarm-raised', 'Laser', 1000 + 30 * 60_000],
    ]);
    expect(JSON.stringify(sent)).not.toMatch(/Anna|Rossi|anna-handle/);
    expect(got).toEqual([]);
  });
});
