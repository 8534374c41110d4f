// Why a link could not be opened or has ended, as a value: the trouble that people are shown, and what a library said
// of it, for the log alone.

import type { ServerTrouble, ServerTroubleCode } from '../domain/machine/trouble.ts';

export class LinkFault extends Error {
  readonly trouble: ServerTrouble;
  constructor(code: ServerTroubleCode, values: ServerTrouble['values'] = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'LinkFault';
    this.trouble = { code, values };
  }
}

/** The same fault; or this code for whatever else was thrown. */
export const toLinkFault = (thrown: unknown, code: ServerTroubleCode): LinkFault =>
  thrown instanceof LinkFault ? thrown : new LinkFault(code, {}, { cause: thrown });
