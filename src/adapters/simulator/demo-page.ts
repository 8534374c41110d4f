// What the page of the demo shop offers: badges to click, and the readers to hold them to. A click goes through the
// simulated reader, so what comes back is what a real one would show.

import type { DemoAnswer } from '../../contract/board.ts';
import type { DemoBadge } from '../../contract/people.ts';
import type { Workshop } from '../../domain/machine/workshop.ts';
import { demoMembers } from './demo-members.ts';
import type { SimulatedReader } from './native-reader.ts';

export type DemoPage = {
  readonly badges: readonly DemoBadge[];
  readers(): { reader: string; machines: { id: string; name: string }[] }[];
  tap(request: { reader: string; badge: string; machine: string | null }): Promise<DemoAnswer>;
  onAnswer(listener: (answer: DemoAnswer) => void): () => void;
};

export function demoPage(shop: {
  readonly workshop: Workshop;
  /** Empty until the shop is open. */
  readonly readers: ReadonlyMap<string, SimulatedReader>;
  readonly listeners: Set<(answer: DemoAnswer) => void>;
}): DemoPage {
  const machines = Object.entries(shop.workshop.machines);
  return {
    badges: demoMembers.map(({ badges: [badge], name, note }) => ({ badge, name, note })),
    readers: () =>
      Object.keys(shop.workshop.readers).map((reader) => ({
        reader,
        machines: machines.filter(([, one]) => one.reader === reader).map(([id, { name }]) => ({ id, name })),
      })),
    async tap({ reader, badge, machine }) {
      const simulated = shop.readers.get(reader);
      if (!simulated)
        throw new Error(`reader ${reader} of the demo is not connected yet; try again in a second`);
      const { outcome, code, text } = await simulated.tap(badge, machine ?? undefined);
      return { reader, outcome, code: code ?? null, text };
    },
    onAnswer(listener) {
      shop.listeners.add(listener);
      return () => shop.listeners.delete(listener);
    },
  };
}
