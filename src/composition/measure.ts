// What Prometheus reads beside the counters: the gateway and its process.

import { watchGateway } from '../adapters/metrics/watch-gateway.ts';
import { watchProcess } from '../adapters/metrics/watch-process.ts';
import { programVersion } from '../commands/command-line.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { CommonBoxes } from './common-boxes.ts';

type Parts = Pick<CommonBoxes, 'meters' | 'clock'> & { readonly gateway: Gateway };

/** @returns stops it */
export function measure({ meters, clock, gateway }: Parts): () => void {
  watchGateway({ meters, gateway, clock });
  return watchProcess({ meters, version: programVersion(), startedAtMs: performance.timeOrigin });
}
