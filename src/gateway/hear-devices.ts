// What devices tell the gateway, brought to those whom it concerns: one reader may be a place to tap, a keypad, and a list of
// badges at the same time.

import type { DeviceFactsKeeper } from './device-facts.ts';
import type { Gateway } from './gateway.ts';
import type { AllowListKeeper } from './keep-allow-lists.ts';
import { createProbeTap, type ProbeTapBox } from './probe-tap.ts';
import { createTapBadge, type TapBadge } from './tap-badge.ts';

export type HearDevices = {
  readonly box: TapBadge &
    Omit<ProbeTapBox, 'keepAlive'> & { readonly outbox: { retry(reader: string): void } };
  readonly machines: { readonly report: Gateway['reportMachine'] };
  readonly switches: { readonly report: Gateway['reportSwitch'] };
  readonly deviceFacts: DeviceFactsKeeper;
  readonly keepAlive: ProbeTapBox['keepAlive'];
  readonly allowLists: AllowListKeeper;
};

type FromDevices =
  | 'tap'
  | 'keyPressed'
  | 'reportMachine'
  | 'reportSwitch'
  | 'deviceSaid'
  | 'readerConnected'
  | 'probe';

export function hearDevices({
  box,
  machines,
  switches,
  deviceFacts,
  keepAlive,
  allowLists,
}: HearDevices): Pick<Gateway, FromDevices> {
  const tap = createTapBadge(box);
  return {
    tap,
    keyPressed(pressed) {
      const typed = box.keypads.press(pressed);
      // A failure was reported by the committer; the member holds the card there once more.
      if (typed) tap(typed).catch(() => undefined);
    },
    reportMachine: machines.report,
    reportSwitch: switches.report,
    deviceSaid(said) {
      deviceFacts.said(said);
      if (said.device.role !== 'reader') return;
      allowLists.said(said.device.id, said.there);
      if (!said.there) box.keypads.gone(said.device.id);
    },
    readerConnected(reader) {
      box.outbox.retry(reader);
      allowLists.connected(reader);
    },
    probe: createProbeTap({ ...box, keepAlive }),
  };
}
