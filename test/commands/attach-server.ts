// A small real HTTP server that speaks the part of the API that `attach` asks, and keeps what it was asked; `gateway.json`
// beside it is the one that a running gateway writes.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tellRunning } from '../../src/adapters/system/running-file.ts';

type Assignment = { readonly path: string; readonly body: Record<string, unknown> };

export type AttachServer = {
  readonly assignments: Assignment[];
  /** What the list answers, anew at each question. */
  devices: () => readonly object[];
  /** Described boxes that may be more. */
  boxes: () => readonly object[];
  /** What an assignment answers; the usual answer unless set. */
  answer: ((assignment: Assignment) => { readonly status: number; readonly body: object }) | null;
  close(): Promise<void>;
};

const token = 'test-token-of-this-start';

export async function startAttachServer(dataDir: string): Promise<AttachServer> {
  const state: AttachServer = { assignments: [], devices: () => [], boxes: () => [], answer: null, close };
  const server = createServer(async (request, reply) => {
    const { status, body } = await answerTo(request);
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await tellRunning(dataDir, { url, token, fingerprint: null });
  return state;

  async function answerTo(request: IncomingMessage): Promise<{ status: number; body: object }> {
    const { method, url: path = '' } = request;
    if (path === '/health') return { status: 200, body: {} };
    if (request.headers.authorization !== `Bearer ${token}`) return { status: 401, body: {} };
    if (method === 'GET' && path === '/api/unassigned')
      return { status: 200, body: { devices: state.devices() } };
    if (method === 'GET' && path === '/api/devices/parts')
      return { status: 200, body: { boxes: state.boxes() } };
    if (method === 'POST' && path === '/api/pairings')
      return { status: 200, body: { code: '7K3QW-9XT2M', expires: '2026-01-10T18:33:24.000Z' } };
    if (method !== 'POST' || !/\/(?:assignment|parts)$/.test(path)) return { status: 404, body: {} };
    const assignment = { path, body: await readJson(request) };
    state.assignments.push(assignment);
    return state.answer?.(assignment) ?? usualAnswer(assignment);
  }

  function close(): Promise<void> {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  }
}

function usualAnswer({ body: { role, id, dryRun } }: Assignment): { status: number; body: object } {
  const lines = [
    { line: 8, text: `    ${String(role)}: ${String(id)}` },
    { line: 15, text: `  ${String(id)}: { kind: tasmota }` },
  ];
  const credentials = { client: 'DVES_A1B2C3', user: 'DVES_A1B2C3', password: 'new-secret' };
  const told = { device: { role, id }, restart: ['http.port'] };
  return { status: 200, body: { ...told, lines, credentials: dryRun === true ? null : credentials } };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
}

/** A plug that has just come; `ageS` is how long ago it said something. */
export const newPlug = (changes: object = {}) => {
  const at = (ageS: number): string => new Date(Date.now() - ageS * 1000).toISOString();
  return {
    ...{ client: 'DVES_A1B2C3', user: 'pair', address: '192.0.2.7', how: 'code', there: true },
    ...{ firstSeen: at(90), lastSeen: at(4) },
    messages: [{ at: at(4), topic: 'tele/saw/LWT', text: 'Online\u001b[31m', retained: true }],
    guesses: [
      {
        role: 'switch',
        entry: { kind: 'tasmota', topic: 'saw', relay: 1 },
        because: 'It named its relay 1.',
      },
      { role: 'reader', entry: { kind: 'tasmota', topic: 'saw' }, because: 'Hold a card to it.' },
    ],
    ...changes,
  };
};
