// Words of rooms in languages whose other words come later: they are whole before they are joined. A language that is listed is
// looked at in words.test.ts, and then has no line here.

import { expect, it, vi } from 'vitest';
import { problems } from '../../src/api/problem.ts';
import { account as enAccount } from '../../src/dashboard/words/en/account.ts';
import { floor as enFloor } from '../../src/dashboard/words/en/floor.ts';
import { machineRoom as enMachineRoom } from '../../src/dashboard/words/en/machine-room.ts';
import { setup as enSetup } from '../../src/dashboard/words/en/setup.ts';
import { webhookNotices as enWebhookNotices } from '../../src/dashboard/words/en/webhook-notices.ts';
import { account as esAccount } from '../../src/dashboard/words/es/account.ts';
import { floor as esFloor } from '../../src/dashboard/words/es/floor.ts';
import { machineRoom as esMachineRoom } from '../../src/dashboard/words/es/machine-room.ts';
import { neighbourRefusals as esRefusals } from '../../src/dashboard/words/es/neighbour-refusals.ts';
import { setup as esSetup } from '../../src/dashboard/words/es/setup.ts';
import { webhookNotices as esWebhookNotices } from '../../src/dashboard/words/es/webhook-notices.ts';
import { account as frAccount } from '../../src/dashboard/words/fr/account.ts';
import { floor as frFloor } from '../../src/dashboard/words/fr/floor.ts';
import { machineRoom as frMachineRoom } from '../../src/dashboard/words/fr/machine-room.ts';
import { neighbourRefusals as frRefusals } from '../../src/dashboard/words/fr/neighbour-refusals.ts';
import { setup as frSetup } from '../../src/dashboard/words/fr/setup.ts';
import { webhookNotices as frWebhookNotices } from '../../src/dashboard/words/fr/webhook-notices.ts';
import { expectLike } from './like-english.ts';

vi.mock('../../src/dashboard/words/icu.ts', async () => (await import('./like-english.ts')).writtenOut);

const english = {
  account: enAccount,
  floor: enFloor,
  machineRoom: enMachineRoom,
  setup: enSetup,
  webhookNotices: enWebhookNotices,
};

const toJoin = [
  {
    language: 'es',
    refusals: esRefusals,
    words: {
      account: esAccount,
      floor: esFloor,
      machineRoom: esMachineRoom,
      setup: esSetup,
      webhookNotices: esWebhookNotices,
    },
  },
  {
    language: 'fr',
    refusals: frRefusals,
    words: {
      account: frAccount,
      floor: frFloor,
      machineRoom: frMachineRoom,
      setup: frSetup,
      webhookNotices: frWebhookNotices,
    },
  },
];

it.each(toJoin)('the words of rooms in $language say what English says', ({ language, words }) => {
  expectLike(words, english, language);
});

it.each(toJoin)('the refusals in $language are of the gateway, each in two sentences', ({ refusals }) => {
  expect(Object.keys(problems)).toEqual(expect.arrayContaining(Object.keys(refusals)));
  for (const { title, detail } of Object.values(refusals))
    for (const text of [title, detail]) expect(text).toMatch(/^\S.*[.?]$/);
});
