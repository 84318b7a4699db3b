import type { PartnerCommandFields, PartnerCommandName } from '#partners/partner-commands';
import type { CommandBody } from '#commands/body/command-body';
import { EmptyBody } from '#commands/body/command-body';
import {
  PlanAbsenceBody,
  RegisterPartnerBody,
  RenamePartnerBody,
  SetClosingDaysBody,
  SetNormBody,
  SetOpeningHoursBody,
} from '#commands/body/partner-bodies';
import type { BodyClass } from '#commands/form/form';
import type { CommandLine, FittingBody } from '#commands/table/command-line';

const line = <N extends PartnerCommandName, const Path extends string, Body extends CommandBody>(
  name: N,
  path: Path,
  body: BodyClass<Body> & BodyClass<FittingBody<PartnerCommandFields[N], Path, 'at' | 'partner', Body>>,
  summary: string,
  creates?: string,
): CommandLine<N> => ({ do: name, path, body, summary, ...(creates && { creates }) });

const P = 'partners/{partner}' as const;

/** Every command of the partner directory, a line each. */
export const PARTNER_TABLE = [
  line('register-partner', 'partners', RegisterPartnerBody, 'Enters a partner in the directory', 'partner'),
  line('rename-partner', `${P}/rename`, RenamePartnerBody, 'Gives a partner another name'),
  line('set-norm', `${P}/norms`, SetNormBody, 'Sets within how many working days a partner answers'),
  line('set-opening-hours', `${P}/opening-hours`, SetOpeningHoursBody, 'Sets when a partner works'),
  line('set-closing-days', `${P}/closing-days`, SetClosingDaysBody, 'Sets the days on which a partner is closed'),
  line('plan-absence', `${P}/absences`, PlanAbsenceBody, 'Says that a person of the partner is away', 'absence'),
  line('withdraw-absence', `${P}/absences/{absence}/withdraw`, EmptyBody, 'Withdraws an absence'),
] as const;

type Listed = (typeof PARTNER_TABLE)[number]['do'];

/** Does not compile as long as a command of the directory has no line. */
const lines: readonly CommandLine<Exclude<PartnerCommandName, Listed> extends never ? PartnerCommandName : never>[] =
  PARTNER_TABLE;

const byName: ReadonlyMap<string, CommandLine<PartnerCommandName>> = new Map(lines.map((line) => [line.do, line]));

/** The line of a command; undefined when there is no such command. */
export const partnerLineOf = (name: string): CommandLine<PartnerCommandName> | undefined => byName.get(name);
