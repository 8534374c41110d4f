// The gateway's side of kiosks for tests of the API: outcomes that a test sets, and a record of what was asked.

import type { Kiosks } from '../../src/gateway/create-kiosks.ts';
import type { Identified, KioskFinished, KioskStarted } from '../../src/gateway/gateway.ts';

export type FakeKiosks = Kiosks & {
  nextIdentified: Identified;
  nextStarted: KioskStarted | Error;
  nextFinished: KioskFinished;
};

type Asked = { readonly verb: string; readonly with: unknown }[];

export function createFakeKiosks(asked: Asked): FakeKiosks {
  const fake: FakeKiosks = {
    nextIdentified: { ok: false, code: 'kiosk-pin-wrong' },
    nextStarted: { ok: false, code: 'machine-unknown' },
    nextFinished: { ok: false, code: 'session-none' },
    async identifyAtKiosk(ask) {
      asked.push({ verb: 'identifyAtKiosk', with: ask });
      return fake.nextIdentified;
    },
    async startAtKiosk(start) {
      asked.push({ verb: 'startAtKiosk', with: start });
      if (fake.nextStarted instanceof Error) throw fake.nextStarted;
      return fake.nextStarted;
    },
    async finishAtKiosk(request) {
      asked.push({ verb: 'finishAtKiosk', with: request });
      return fake.nextFinished;
    },
    kioskChoices: () => ({ costCodes: [{ code: 'volta-7', name: 'Volta 7' }], costCode: 'volta-7' }),
  };
  return fake;
}
