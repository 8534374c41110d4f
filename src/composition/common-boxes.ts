// The boxes that every other one is handed: log, sentences, counters, time and chance.

import { pinoLog } from '../adapters/log/pino-log.ts';
import { createPrometheus } from '../adapters/metrics/prometheus.ts';
import { systemChance, systemClock } from '../adapters/system/system-clock.ts';
import { createTexts } from '../adapters/texts/create-texts.ts';
import type { Config } from '../config/config.ts';

export type CommonBoxes = ReturnType<typeof commonBoxes>;

export function commonBoxes(config: Config) {
  const log = pinoLog(config.log);
  const texts = createTexts(config.workshop.space.locale);
  return {
    log,
    texts,
    textsIn: createTexts,
    meters: createPrometheus(),
    clock: systemClock(),
    chance: systemChance,
  };
}
