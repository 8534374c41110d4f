// English for what a steward should know of programs beside the gateway, by code.

export const webhookNotices: Readonly<Record<string, (of: (name: string) => string) => string>> = {
  'webhook-disabled': (of) =>
    `A program beside the gateway (${of('webhooks')}) took nothing for days, or asked for no more, so it is told nothing. Mend it, then run "officina webhook replay".`,
};
