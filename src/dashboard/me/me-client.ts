// What My page alone asks of the gateway; the rest of its questions are those of the rooms that it brings together. Kept apart
// from the other questions: the board needs none of it.

import type { BadgeLost, BadgesAndPin } from '../../contract/badges.ts';
import type { Self } from '../../contract/people.ts';
import type { OwnPin } from '../../contract/requests.ts';
import type { OwnErasePreview, OwnErasure, StandingView } from '../../contract/standing.ts';
import { ask } from '../ask.ts';

/** A download. */
export const ownDataAddress = '/api/session/data';

export const meClient = {
  standing: () => ask<StandingView>('GET', '/api/session/standing'),
  setShown: (shown: boolean) => ask<Self>('PUT', '/api/session/shown', { body: { shown } }),
  badges: () => ask<BadgesAndPin>('GET', '/api/session/badges'),
  loseBadge: (badge: string) => ask<BadgeLost>('DELETE', `/api/session/badges/${encodeURIComponent(badge)}`),
  setPin: (body: OwnPin) => ask<null>('PUT', '/api/session/pin', { body }),
  previewErasure: () => ask<OwnErasePreview>('GET', '/api/session/erasure'),
  erase: (body: OwnErasure) => ask<null>('DELETE', '/api/session/member', { body }),
};
