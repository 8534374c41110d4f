// What the gateway offers to whoever holds a machine, from a page: to change the session, hand it over or keep it, and to
// see what will end it.

import { changeSession, keepSession, offerHandOver } from './change-session.ts';
import type { Committer } from './commit.ts';
import type { Gateway } from './gateway.ts';
import { heldFacts } from './held-facts.ts';

type ForHolders = 'changeSession' | 'offerHandOver' | 'keepSession' | 'heldFacts';

export const holdMachine = (committer: Committer): Pick<Gateway, ForHolders> => ({
  changeSession: async (wish) => changeSession(committer, wish),
  offerHandOver: async (request) => offerHandOver(committer, request),
  keepSession: async (request) => keepSession(committer, request),
  heldFacts: (machine) => heldFacts(committer.durable(), machine, committer.stamp()),
});
