import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { source } from '#tests/architecture/sources';

/** One alert as it is looked at. */
export interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** One panel of the dashboard. */
export interface Panel {
  readonly id: number;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly expr: string }[];
}

export function alerts(): readonly Alert[] {
  const file = parse(source('deploy/prometheus/alerts.yaml').text) as {
    readonly groups: readonly { readonly rules: readonly Alert[] }[];
  };
  return file.groups.flatMap(({ rules }) => rules);
}

export const panels = (): readonly Panel[] =>
  (JSON.parse(source('deploy/grafana/aanzet.json').text) as { panels: readonly Panel[] }).panels;

/** The names under which Prometheus looks for services, where no operator tells it. */
export function scraped(): readonly string[] {
  const jobs = parse(source('deploy/prometheus/scrape.yaml').text) as {
    readonly dns_sd_configs: readonly { readonly names: readonly string[] }[];
  }[];
  return jobs.flatMap(({ dns_sd_configs }) => dns_sd_configs.flatMap(({ names }) => names));
}

/** The metrics that an expression names. Throws on one that Prometheus would not take. */
export function metricsIn(expression: string): readonly string[] {
  const names: string[] = [];
  parser.parse(expression).iterate({
    enter({ type, from, to }) {
      if (type.isError) throw new SyntaxError(`not PromQL at ${from}: ${expression}`);
      if (type.name === 'Identifier') names.push(expression.slice(from, to));
    },
  });
  return names;
}

/** Every metric of our own that alerts and dashboard name; `up` is made by Prometheus itself. */
export const metricsNamed = (): ReadonlySet<string> =>
  new Set(
    [...alerts().map(({ expr }) => expr), ...panels().flatMap(({ targets }) => targets.map(({ expr }) => expr))]
      .flatMap(metricsIn)
      .filter((name) => name !== 'up'),
  );
