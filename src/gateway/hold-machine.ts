// What the gateway offers to whoever holds a machine, from a page: to change the session, hand it over or keep it, and to
// see what will end it.

import { changeSession, keepSession, offerHandOver } from './change-session.ts';
import type { Committer } from './commit.ts';
import type { Gateway } from './gateway.ts';
import { type HeldBox, heldFacts } from './held-facts.ts';
import { readPrice } from './read-price.ts';

type ForHolders = 'changeSession' | 'offerHandOver' | 'keepSession' | 'heldFacts' | 'price';

export const holdMachine = (box: HeldBox & { readonly committer: Committer }): Pick<Gateway, ForHolders> => ({
  changeSession: async (wish) => changeSession(box.committer, wish),
  offerHandOver: async (request) => offerHandOver(box.committer, request),
  keepSession: async (request) => keepSession(box.committer, request),
  price: (asked) => readPrice(box.committer.durable(), asked, box.committer.stamp()),
  heldFacts: (machine) => heldFacts(box, box.committer.durable(), { machine, stamp: box.committer.stamp() }),
});
