// The policy over HTTP: in the language that is asked for, with what is to come marked, for whoever may see the board.

import { describe, expect, it } from 'vitest';
import { PolicyVersionView, PolicyView } from '../../src/contract/policy-view.ts';
import type { PolicyDocument } from '../../src/domain/policy/policy-document.ts';
import { policySentences } from '../../src/domain/policy/policy-sentences.ts';
import type { PolicyVersionTold } from '../../src/gateway/gateway.ts';
import { startMs } from '../fakes/fake-gateway.ts';
import { sampleWorkshop } from '../fakes/sample-workshop.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

function told(version: number, document: PolicyDocument): PolicyVersionTold {
  const dates = { adoptedMs: startMs, fromMs: startMs, beganMs: version === 2 ? null : startMs };
  const sentences = policySentences(document, sampleWorkshop);
  const of = { version, hash: String(version).repeat(64), by: 'vote' as const, proposal: 'p1' };
  return { ...of, ...dates, document, sentences };
}

const current = told(1, { pools: { lasers: { minutes: 60 } } });
const coming = told(2, { pools: { lasers: { minutes: 45 } } });

async function opened() {
  const { as, gateway } = await openApi();
  gateway.nextPolicy = { current, coming: [coming], past: [{ ...told(3, { pools: {} }) }] };
  return { ada: await as('ada'), gateway };
}

describe('the policy over HTTP', () => {
  it('says what counts and what is to come, and marks what will be other', async () => {
    const { ada } = await opened();
    const view = (await ada({ url: '/api/policy?language=en' })).json();
    expectShape(PolicyView, view);
    expect(view.current.sentences[0]).toMatchObject({ pool: 'lasers', changed: false });
    expect(view.current.sentences[0].text).toContain('a turn is 60 minutes');
    const fresh = view.coming[0].sentences.filter(({ changed }: { changed: boolean }) => changed);
    expect(fresh.map(({ text }: { text: string }) => text)).toEqual([
      'In the pool lasers a turn is 45 minutes, from a tap at the machine to the end of the session.',
    ]);
    expect(view.coming[0].began).toBeNull();
    expect(view.past[0]).not.toHaveProperty('sentences');
  });

  it('speaks the language that is asked for, and that of the space else', async () => {
    const { ada, gateway } = await opened();
    const first = async (url: string): Promise<string> =>
      (await ada({ url })).json().current.sentences[0].text;
    expect(await first('/api/policy?language=it')).toContain('un turno dura 60 minuti');
    const { workshop } = gateway.live;
    if (workshop) gateway.live.workshop = { ...workshop, space: { ...workshop.space, locale: 'it-IT' } };
    expect(await first('/api/policy')).toContain('un turno dura');
    expect(await first('/api/policy?language=xx')).toContain('a turn is');
    expectProblem(await ada({ url: '/api/policy?language=%00' }), 400, 'request-invalid');
  });

  it('tells one version, and says where there is none', async () => {
    const { ada } = await opened();
    const one = (await ada({ url: '/api/policy/2' })).json();
    expectShape(PolicyVersionView, one);
    expect(one).toMatchObject({ version: 2, document: { pools: { lasers: { minutes: 45 } } } });
    expectProblem(await ada({ url: '/api/policy/9' }), 404, 'policy-unknown');
    expectProblem(await ada({ url: '/api/policy/0' }), 400, 'request-invalid');
  });

  it('is empty in a space that never decided anything', async () => {
    const { as } = await openApi();
    const ada = await as('ada');
    expect((await ada({ url: '/api/policy' })).json()).toEqual({ current: null, coming: [], past: [] });
  });
});
