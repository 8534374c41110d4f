// The devices that wait and the boxes that may be more, asked for whenever the gateway says that the list changed, and now
// and then besides, for what a described box has said meanwhile.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { KnownBoxView, UnassignedView } from '../../contract/unassigned.ts';
import { client } from '../client.ts';
import { atWork, unassignedTurn } from '../store.ts';

const refreshMs = 5_000;

export function useNewcomers(may: boolean) {
  const devices = useSignal<readonly UnassignedView[] | null>(null);
  const boxes = useSignal<readonly KnownBoxView[]>([]);
  const problem = useSignal<Problem | null>(null);
  const turn = unassignedTurn.value;
  const asks = may && atWork.value;
  // The turn says that there is something new to ask for.
  useEffect(() => {
    if (!asks) return;
    const load = async (): Promise<void> => {
      const [waiting, known] = await Promise.all([client.unassigned(), client.knownBoxes()]);
      if (waiting.ok) devices.value = waiting.value.devices;
      if (known.ok) boxes.value = known.value.boxes;
      problem.value = waiting.ok ? (known.ok ? null : known.problem) : waiting.problem;
    };
    void load();
    const timer = window.setInterval(() => void load(), refreshMs);
    return () => window.clearInterval(timer);
  }, [asks, turn, devices, boxes, problem]);
  return { devices: devices.value, boxes: boxes.value, problem: problem.value };
}
