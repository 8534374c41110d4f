// The log: one JSON line per event on standard error, with what could be a secret left out.

import { pino } from 'pino';
import type { Log } from '../../gateway/ports.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** Fields that never reach the log, at any depth that our own records have. */
const secretFields = [
  'password',
  'pin',
  'badge',
  'token',
  'secret',
  '*.password',
  '*.pin',
  '*.badge',
  '*.token',
];

export function pinoLog(level: LogLevel): Log {
  const logger = pino(
    {
      level,
      base: null,
      redact: { paths: secretFields, censor: '[left out]' },
      serializers: { fault: pino.stdSerializers.errWithCause },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (facts, text) => logger.info(facts, text),
    warn: (facts, text) => logger.warn(facts, text),
    error: (facts, text) => logger.error(facts, text),
  };
}
