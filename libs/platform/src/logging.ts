import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

/** Makes the log of a service: a JSON line each, to `destination` (standard output). It never holds bodies or names of persons. */
export const openLog = (level: string, destination?: DestinationStream): Logger =>
  destination ? pino({ level, base: null }, destination) : pino({ level, base: null });

const withContext = (parameters: readonly unknown[]): { context?: string } => {
  const context = parameters.at(-1);
  return typeof context === 'string' ? { context } : {};
};

/** What Nest says of itself, in the same log. Its start-up chatter is debugging. */
export function nestLogger(log: Logger): LoggerService {
  return {
    log: (message: unknown, ...more: unknown[]) => {
      log.debug(withContext(more), String(message));
    },
    error: (message: unknown, ...more: unknown[]) => {
      log.error(withContext(more), String(message));
    },
    warn: (message: unknown, ...more: unknown[]) => {
      log.warn(withContext(more), String(message));
    },
    debug: (message: unknown, ...more: unknown[]) => {
      log.debug(withContext(more), String(message));
    },
    verbose: (message: unknown, ...more: unknown[]) => {
      log.trace(withContext(more), String(message));
    },
  };
}
