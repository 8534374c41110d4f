// The dashboard that the compose file gives to Grafana, and its queries as Grafana would send them.

import { readCompose, secrets } from './compose-file.ts';

type Target = { readonly query: string; readonly resultFormat: string; readonly rawQuery: boolean };

export type Panel = {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly targets: readonly Target[];
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly fieldConfig: {
    readonly defaults: { readonly mappings?: readonly { readonly options: object }[] };
  };
};

type Variable = {
  readonly name: string;
  readonly type: string;
  readonly query: string;
  readonly options?: readonly { readonly value: string }[];
};

export type Dashboard = {
  readonly uid: string;
  readonly timezone: string;
  readonly templating: { readonly list: readonly Variable[] };
  readonly panels: readonly Panel[];
};

export function readDashboard(timezone = 'UTC'): Dashboard {
  const { content } = readCompose({ ...secrets, TZ: timezone }).configs['grafana-dashboard'] ?? {};
  return JSON.parse(content ?? '');
}

export type Shown = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly variables: Readonly<Record<string, string>>;
};

/** Macros and variables in the place of their names; what is not known is a mistake of the dashboard. */
export function filledIn(query: string, { fromMs, toMs, variables }: Shown): string {
  const words: Readonly<Record<string, string>> = {
    timeFilter: `time >= ${fromMs}ms and time <= ${toMs}ms`,
    __interval: '10m',
    __from: String(fromMs),
    __to: String(toMs),
    ...variables,
  };
  return query.replace(/\$(?:\{(\w+)\}|(\w+))/g, (written, braced, bare) => {
    const word = words[braced ?? bare];
    if (word === undefined) throw new Error(`${written} is neither a macro nor a variable`);
    return word;
  });
}
