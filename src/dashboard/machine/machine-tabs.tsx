// The rooms of a machine as links, so that each has an address: now, its queue, its sessions, its care, who may use it.

import type { MachineCard } from '../../contract/board.ts';
import { type MachineTab, machineTabs, pages } from '../paths.ts';
import { words } from '../store.ts';

export function MachineTabs({ card, here }: { readonly card: MachineCard; readonly here: MachineTab }) {
  const { machineRoom: say } = words.value;
  const offered = machineTabs.filter((tab) => tab !== 'queue' || card.queue !== undefined);
  return (
    <nav class="tabs" aria-label={say.tabs}>
      {offered.map((tab) => (
        <a key={tab} href={pages.machineTab(card.id, tab)} aria-current={tab === here ? 'page' : undefined}>
          {tab === 'queue' ? say.queueOf({ waiting: card.queue?.waiting ?? 0 }) : say.tab[tab]}
        </a>
      ))}
    </nav>
  );
}
