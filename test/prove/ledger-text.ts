// Ten years of a simulated space, printed: the real hledger and Beancount accept the books and add up every balance as we do.

import { spawnSync } from 'node:child_process';
import { checkBeancount, checkHledger, checkTimeclock } from '../fakes/plain-text-tools.ts';
import { simulatedBooks } from '../fakes/simulated-books.ts';
import type { Proof } from './proof.ts';

export const ledgerText: Proof = {
  name: 'ledger-text',
  about: 'ten years of books that hledger and Beancount add up as we do',
  rounds: 3,
  async round(seed) {
    for (const program of ['hledger', 'bean-check', 'bean-query'])
      if (spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
        throw new Error(`${program} is not here; install hledger and beancount to prove this`);
    const { books, postings, stretches, nameOf } = simulatedBooks({ seed, days: 3653, perDay: 10 });
    const timezone = 'Europe/Rome';
    const text = { title: 'Officina', currency: 'EUR', timezone, opening: null, postings, nameOf };
    const hledger = checkHledger(text, books.balances);
    const beancount = checkBeancount(text, books.balances);
    checkTimeclock({ timezone, stretches, nameOf: (member) => nameOf(`member:${member}`) });
    return { postings: postings.length, stretches: stretches.length, balances: hledger + beancount };
  },
};
