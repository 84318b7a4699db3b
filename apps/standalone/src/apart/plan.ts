import { existsSync } from 'node:fs';
import type { ApartOptions } from '#apps/standalone/src/options';
import { freePort } from '#home/free-port';
import { Trouble } from '#home/trouble';
import { isWanted, type Service } from '#installation/service';
import type { Environment } from '#platform/settings';
import { fileURLToPath } from 'node:url';

/** One process of a service: `casus 1`. */
export interface Planned {
  readonly service: Service;
  readonly label: string;
  readonly port: number;
}

/** Which processes there are to be, in the order in which they start, each with a port of its own. */
export async function planned(
  services: readonly Service[],
  { processes, port }: ApartOptions,
  environment: Environment,
): Promise<readonly Planned[]> {
  const plan: Planned[] = [];
  for (const service of services) {
    if (!isWanted(service, environment)) continue;
    for (let number = 1; number <= (processes[service.name] ?? 1); number++) {
      const own = port === 0 ? await freePort() : port + plan.length;
      plan.push({ service, label: `${service.name} ${number}`, port: own });
    }
  }
  return plan;
}

/** Where each service is reached, for those that call others: AANZET_CASUS_URL and so on. Of several, the first. */
export function addresses(plan: readonly Planned[], host: string): Record<string, string> {
  const named = [...plan].reverse().map(({ service, port }) => {
    const name = service.name.toUpperCase().replaceAll('-', '_');
    return [`AANZET_${name}_URL`, `http://${host.includes(':') ? `[${host}]` : host}:${port}`] as const;
  });
  return Object.fromEntries(named);
}

/** The program of a service, as it was built. */
export function mainOf({ name }: Service): string {
  const main = fileURLToPath(new URL(`../../../${name}/src/main.js`, import.meta.url));
  if (!existsSync(main)) throw new Trouble(`${name} is not built: run "npm run build"`);
  return main;
}
