import { existsSync } from 'node:fs';
import { allocationService } from '#apps/allocation/src/service';
import { insightService } from '#apps/insight/src/service';
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

const nameOfAddress = ({ name }: Service): string => `AANZET_${name.toUpperCase().replaceAll('-', '_')}_URL`;

/** Where each service is reached, for those that call others: AANZET_CASUS_URL and so on. Of several, the first. */
export function addresses(plan: readonly Planned[], host: string): Record<string, string> {
  const named = [...plan].reverse().map(({ service, port }) => {
    return [nameOfAddress(service), `http://${host.includes(':') ? `[${host}]` : host}:${port}`] as const;
  });
  return Object.fromEntries(named);
}

/**
 * Where the public events of a service point, out of the addresses of all: homes are asked of allocation, everything else
 * of insight. With no door before them there is no one address for both.
 */
export const pointsTo = (service: Service, all: Readonly<Record<string, string>>): string | undefined =>
  all[nameOfAddress(service === allocationService ? service : insightService)];

/** The program of a service, as it was built. */
export function mainOf({ name }: Service): string {
  const main = fileURLToPath(new URL(`../../../${name}/src/main.js`, import.meta.url));
  if (!existsSync(main)) throw new Trouble(`${name} is not built: run "npm run build"`);
  return main;
}
