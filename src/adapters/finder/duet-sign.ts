// A Duet, alone or with a computer beside it. Its boards have eight places for whoever asks; the one that this question
// takes is given back before anything else happens.

import type { FoundServer } from '../../domain/machine/found-machine.ts';
import { fieldsOf } from '../../edge/json-at.ts';
import { type Ask, jsonIn, type Sign } from './sign.ts';

/** What a Duet takes where nobody has set one. */
const usualPassword = 'reprap';
const anyNumber = { least: 0, most: 4_294_967_295 };

export const duetSign: Sign = async (ask, url) => {
  const answer = await ask(`/rr_connect?password=${usualPassword}&sessionKey=yes`);
  const told = fieldsOf(jsonIn(answer));
  const err = told.number('err', { least: 0, most: 9 });
  if (answer.status !== 200 || err === null) return computerSign(ask, url);
  const key = told.number('sessionKey', anyNumber);
  if (err === 0)
    await ask('/rr_disconnect', key === null ? {} : { headers: { 'X-Session-Key': String(key) } });
  const beside = told.flag('isEmulated') === true ? ', with a computer beside it' : '';
  const said = new Map([
    [0, 'it lets in with the usual password'],
    [1, 'it wants a password'],
    [2, 'all its places are taken'],
  ]).get(err);
  const board = told.text('boardType', 40);
  return [
    duet({ url, board, isOpen: err !== 1, evidence: `GET /rr_connect: ${said ?? `err ${err}`}${beside}` }),
  ];
};

/** One that does not pretend to be a board. */
async function computerSign(ask: Ask, url: string): Promise<readonly FoundServer[]> {
  const answer = await ask(`/machine/connect?password=${usualPassword}`);
  const key = fieldsOf(jsonIn(answer)).text('sessionKey');
  if (answer.status !== 200 || key === null || !/^[\x21-\x7e]{1,120}$/.test(key)) return [];
  await ask('/machine/disconnect', { headers: { 'X-Session-Key': key } });
  const evidence = 'GET /machine/connect: it lets in with the usual password';
  return [duet({ url, board: null, isOpen: true, evidence })];
}

type Seen = {
  readonly url: string;
  readonly board: string | null;
  readonly isOpen: boolean;
  readonly evidence: string;
};

const duet = ({ url, board, isOpen, evidence }: Seen): FoundServer => ({
  ...{ kind: 'duet', title: 'Duet (RepRapFirmware)', version: board, link: { kind: 'duet', url } },
  needs: isOpen ? null : 'password',
  evidence: [evidence],
  notes: [],
});
