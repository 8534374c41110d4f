// What the gateway offers to whoever holds a machine, from a page: to change the session, hand it over or keep it, and to
// see what will end it.

import { changeSession, keepSession, offerHandOver } from './change-session.ts';
import type { Committer } from './commit.ts';
import type { Gateway } from './gateway.ts';
import { heldFacts } from './held-facts.ts';
import { readPrice } from './read-price.ts';

type ForHolders = 'changeSession' | 'offerHandOver' | 'keepSession' | 'heldFacts' | 'price';

export const holdMachine = (committer: Committer): Pick<Gateway, ForHolders> => ({
  changeSession: async (wish) => changeSession(committer, wish),
  offerHandOver: async (request) => offerHandOver(committer, request),
  keepSession: async (request) => keepSession(committer, request),
  price: (asked) => readPrice(committer.durable(), asked, committer.stamp()),
  heldFacts: (machine) => heldFacts(committer.durable(), machine, committer.stamp()),
});
