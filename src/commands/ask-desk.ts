// What commands of the desk have in common: a wish becomes one question to the gateway that runs, and its answer lines.

import { type Asked, askGateway, problemText } from './ask-gateway.ts';
import { chooseConfig } from './choose-config.ts';
import { type Context, exitCodes, refuse } from './command.ts';

export type DeskWish = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  /** Null where the answer is not of the shape that is known here. */
  lines(said: unknown, timezone: string): readonly string[] | null | Promise<readonly string[] | null>;
};

export type DeskSpace = { readonly currency: string; readonly timezone: string };

/** @param wishOf a text instead of a wish says what is wrong */
export async function askDesk(
  context: Context,
  wishOf: (context: Context, space: DeskSpace) => DeskWish | string,
) {
  const chosen = await chooseConfig(context);
  if (!chosen) return exitCodes.refused;
  const { config } = chosen;
  const { space } = config.workshop;
  const wish = wishOf(context, space);
  if (typeof wish === 'string') return refuse(context, wish, exitCodes.wrongUse);
  const running = await context.boxes.running(config);
  if (!running)
    return refuse(
      context,
      `No gateway runs on ${config.dataDir}; start it with "officina run", then try again.`,
    );
  const { method, path, body } = wish;
  const asked: Asked = await askGateway(running, { method, path, ...(body ? { body } : {}) });
  if (!asked.ok) return refuse(context, problemText(asked));
  const lines = context.values.has('json')
    ? [JSON.stringify(asked.said, null, 2)]
    : await wish.lines(asked.said, space.timezone);
  if (lines === null)
    return refuse(
      context,
      `The gateway at ${running.url} answered what this command does not know; use that gateway's own version.`,
    );
  context.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return exitCodes.ok;
}

/** Of a payment or a sale that nobody named. */
export const newKey = (): string => crypto.randomUUID();
