// English for why the interlock permits no more: a monitor that is not good, a latch, a machine that runs already.

import type { MachineCard } from '../../../contract/board.ts';

type Permit = MachineCard['permit'];

export const interlock = {
  /** Null where nothing hinders: then the session says it all. */
  why({ word, reason, monitor }: Permit): string | null {
    const name = monitor?.name ?? 'A monitor';
    const what =
      monitor?.why === 'limit'
        ? `${name} is out of its limits: ${monitor.value}.`
        : `${name} cannot be heard.`;
    switch (reason) {
      case 'monitor-warning':
        if (word === 'denied') return `${what} It stays locked until that is good again.`;
        return `${what} What runs may finish; nothing new starts.`;
      case 'monitor-critical':
        return `${what} It stays locked until that is good again.`;
      case 'monitor-unheard':
        return `${name} has not been heard yet. Nothing starts until it is.`;
      case 'monitor-fatal':
      case 'latched':
        return `Stopped because of ${name}. It stays locked until a steward releases it.`;
      case 'self-check':
        return 'It runs although nobody holds it. Tell a steward.';
      default:
        return null;
    }
  },
  release: 'Release',
  releaseHint: 'Only after you have looked at the machine. It starts nothing.',
};

/** Readings that mostly monitors watch. */
export const sensors: Readonly<Record<string, string>> = {
  'temperature.coolant.actual': 'Coolant',
  'flow.coolant': 'Coolant flow',
  'flow.extraction': 'Extraction',
  'input.door': 'Door',
  'input.smoke': 'Smoke',
};
