// Lets a deed at a kiosk through only for the person who has it unlocked now, at a machine that is still the kiosk's.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../contract/people.ts';
import type { KioskVisits, Visit } from './kiosk-visits.ts';
import { viewerOf } from './parts.ts';
import { refuse } from './problem.ts';

/** The visit that a request brings; undefined where it is over, of another kiosk, or missing. */
export function visitOf(visits: KioskVisits, request: FastifyRequest): Visit | undefined {
  const secret = request.headers['officina-visit'];
  if (typeof secret !== 'string' || secret.length > 200) return undefined;
  const kiosk = viewerOf(request);
  const visit = visits.stay(kiosk.by, secret);
  return visit && kiosk.kioskOf?.includes(visit.machine) ? visit : undefined;
}

/** @returns the answer of the deed; without a visit nothing is done, and the kiosk is told that it is locked */
export async function withVisit<T>(
  { visits, request, reply }: { visits: KioskVisits; request: FastifyRequest; reply: FastifyReply },
  deed: (visit: Visit) => Promise<T>,
): Promise<T | Problem> {
  const visit = visitOf(visits, request);
  return visit ? deed(visit) : refuse(reply, 'kiosk-locked');
}
