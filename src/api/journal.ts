// The journal over HTTP, for those with `journal:read`: pages, one entry with its neighbours, and the proof that the chain holds.
// Names go only to those who may see members; a look at the usage of another is itself written down.

import { Type } from 'typebox';
import { JournalEntry, type JournalLine, JournalPage, ProofView } from '../contract/journal.ts';
import { Id } from '../contract/requests.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { ProofNow, ShelfRow } from '../gateway/ports.ts';
import { instantMs, rfc3339 } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import type { Viewer } from './viewers.ts';
import { createViewings, type Viewings } from './viewings.ts';

const usualRows = 50;
const mostRows = 200;
const tags = ['journal'];

export function journalRoutes(api: Api, parts: Parts): void {
  const viewings = createViewings(parts.options);
  pageRoute(api, parts, viewings);
  entryRoute(api, parts, viewings);
  proofRoutes(api, parts);
}

const time = Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339.' }));
/** In an address all is text. */
const positionText = Type.String({ pattern: '^[1-9][0-9]{0,14}$' });

function pageRoute(api: Api, { options }: Parts, viewings: Viewings): void {
  api.get(
    '/api/journal',
    {
      config: { needs: ['journal:read'], refusals: ['range-wrong', 'journal-away', ...journalRefusals] },
      schema: {
        summary: 'A page of the journal, newest first',
        description:
          'By member (about them or by them), machine, type and time, in any combination. To look at the usage of ' +
          'another member is an entry of its own, once an hour.',
        tags,
        querystring: Type.Object({
          member: Type.Optional(Id),
          machine: Type.Optional(Id),
          type: Type.Optional(Id),
          from: time,
          to: time,
          before: Type.Optional(positionText),
          limit: Type.Optional(
            Type.String({ pattern: '^[1-9][0-9]{0,2}$', description: `At most ${mostRows}.` }),
          ),
        }),
        response: { 200: JournalPage, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { shelf } = options;
      if (!shelf) return refuse(reply, 'journal-away');
      const viewer = viewerOf(request);
      const { member = null, machine = null, type = null } = request.query;
      const before = request.query.before === undefined ? null : Number(request.query.before);
      const limit = Math.min(mostRows, Number(request.query.limit ?? usualRows));
      const fromMs = request.query.from === undefined ? null : instantMs(request.query.from);
      const toMs = request.query.to === undefined ? null : instantMs(request.query.to);
      if (Number.isNaN(fromMs) || Number.isNaN(toMs) || (fromMs ?? 0) > (toMs ?? Number.POSITIVE_INFINITY))
        return refuse(reply, 'range-wrong');
      // Who looked at whose usage is asked without leaving a further trace.
      const recorded =
        member !== null && type !== 'usage-viewed'
          ? await viewings.record(viewer, { member, what: 'journal' })
          : false;
      const page = await shelf.page({ member, machine, type, fromMs, toMs, before, limit });
      const last = page.rows.at(-1);
      return {
        entries: page.rows.map((row) => lineOf({ options, viewer }, row)),
        before: page.more && last ? last.seq : null,
        recorded,
      };
    },
  );
}

function entryRoute(api: Api, { options }: Parts, viewings: Viewings): void {
  api.get(
    '/api/journal/:seq',
    {
      config: { needs: ['journal:read'], refusals: ['entry-unknown', 'journal-away', ...journalRefusals] },
      schema: {
        summary: 'One entry as text, with its hash and its neighbours',
        tags,
        params: Type.Object({ seq: positionText }),
        response: { 200: JournalEntry, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { shelf } = options;
      if (!shelf) return refuse(reply, 'journal-away');
      const entry = await shelf.entry(Number(request.params.seq));
      if (entry === null) return refuse(reply, 'entry-unknown');
      const viewer = viewerOf(request);
      const line = lineOf({ options, viewer }, entry);
      const ofWhom = line.type === 'usage-viewed' ? null : (line.member?.id ?? null);
      const recorded =
        ofWhom === null ? false : await viewings.record(viewer, { member: ofWhom, what: 'journal' });
      const { hash, hashBefore, hashAfter, last } = entry;
      const text = entry.body === '' ? null : entry.body;
      return { ...line, text, hash, hashBefore, hashAfter, last, recorded };
    },
  );
}

function proofRoutes(api: Api, { options }: Parts): void {
  const config = { needs: ['journal:read'], refusals: ['journal-away'] } as const;
  const response = { 200: ProofView, ...problemAnswers };
  api.get(
    '/api/journal/proof',
    {
      config,
      schema: { summary: 'How far the proof of the journal has come, or what it found', tags, response },
    },
    (_request, reply) => (options.proof ? proofView(options.proof.now()) : refuse(reply, 'journal-away')),
  );
  api.post(
    '/api/journal/proof',
    {
      config,
      schema: {
        summary: 'Prove the journal from its first entry to its last',
        description: 'In a thread of its own; one at a time. While one runs this asks for no other.',
        tags,
        response,
      },
    },
    (_request, reply) => {
      if (!options.proof) return refuse(reply, 'journal-away');
      options.proof.begin();
      return proofView(options.proof.now());
    },
  );
}

const noProof: ProofView = { step: 'none', done: 0, total: 0, at: null, head: null, seq: null, reason: null };

function proofView(now: ProofNow): ProofView {
  switch (now.step) {
    case 'none':
      return noProof;
    case 'running':
      return { ...noProof, ...now };
    case 'failed':
      return { ...noProof, step: 'failed', at: rfc3339(now.atMs) };
    case 'done': {
      const at = rfc3339(now.atMs);
      const { verdict } = now;
      if (!verdict.ok) return { ...noProof, step: 'broken', at, seq: verdict.seq, reason: verdict.reason };
      const { entries, head } = verdict;
      return { ...noProof, step: 'holds', at, head, done: entries, total: entries };
    }
  }
}

type Seen = { readonly options: Parts['options']; readonly viewer: Viewer };

function lineOf({ options: { gateway }, viewer }: Seen, row: ShelfRow): JournalLine {
  const data = dataOf(row.body);
  const person = (id: string | null) =>
    id === null ? null : { id, name: mayKnow(viewer, id) ? (gateway.person(id)?.name ?? null) : null };
  const machine = idAt(data, 'machine');
  return {
    seq: row.seq,
    at: rfc3339(row.atMs),
    type: row.type,
    member: person(idAt(data, 'member')),
    by: person(idAt(data, 'by')),
    machine:
      machine === null ? null : { id: machine, name: machineById(gateway.state(), machine)?.name ?? null },
    forgotten: row.body === '',
  };
}

const mayKnow = ({ member, scopes }: Viewer, id: string): boolean =>
  id === member || scopes.has('members:read');

function dataOf(body: string): object {
  if (body === '') return {};
  const { data }: { data?: unknown } = JSON.parse(body);
  return typeof data === 'object' && data !== null ? data : {};
}

function idAt(data: object, name: 'member' | 'by' | 'machine'): string | null {
  const id: unknown = Object.hasOwn(data, name) ? Reflect.get(data, name) : null;
  return typeof id === 'string' ? id : null;
}
