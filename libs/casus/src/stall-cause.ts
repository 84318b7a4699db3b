export const BUILDING_BLOCKS = ['ambition', 'interests', 'relation', 'organisation', 'process'] as const;
export type BuildingBlock = (typeof BUILDING_BLOCKS)[number];

/** A cause that people can name for a stall: its Dutch label and the building block of collaboration it belongs to. */
export interface StallCause {
  readonly label: string;
  readonly block: BuildingBlock | null;
}

const cause = (label: string, block: BuildingBlock | null): StallCause => ({ label, block });

/** The taxonomy of causes; docs/explanation/domain.md, "Naming the cause". */
export const STALL_CAUSES = {
  EIGEN_REGELGEVING: cause('Eigen wet- en regelgeving', 'process'),
  FINANCIERINGSSTROOM: cause('Financieringsstromen', 'process'),
  KOSTEN_BATEN_ELDERS: cause('Kosten hier, baten elders', 'interests'),
  RISICO_ARGUMENT: cause('Altijd een argument of risico', 'interests'),
  TE_DRUK: cause('Te druk', 'process'),
  ORGANISATIEGEWOONTE: cause('Organisatiegewoonten', 'organisation'),
  BELANGEN_NIET_HERKEND: cause('Belangen onvoldoende herkend', 'interests'),
  GEEN_GEBORGDE_AFSPRAKEN: cause('Geen geborgde afspraken', 'organisation'),
  START_ONVOLDOENDE: cause('Samenwerking niet goed opgestart', 'process'),
  GEEN_MIDDELEN: cause('Geen middelen voor afstemming', 'organisation'),
  KERNTAAK: cause('Focus op eigen kerntaak', 'interests'),
  HULP_SLUIT_NIET_AAN: cause('Hulpaanbod sluit niet aan', 'process'),
  VERSNIPPERING: cause('Versnippering', 'organisation'),
  CULTUURVERSCHIL: cause('Cultuurverschillen', 'relation'),
  LANGS_ELKAAR_HEEN: cause('Langs elkaar heen praten', 'relation'),
  ROL_ONDUIDELIJK: cause('Rollen of verwachtingen onduidelijk', 'organisation'),
  TIJDSHORIZON: cause('Tijdshorizon wonen en zorg verschilt', 'process'),
  ZEGGENSCHAP_VASTGOED: cause('Zekerheid over vastgoed', 'interests'),
  POLITIEKE_KEUZE: cause('Politieke keuzes', 'ambition'),
  INTERN_GEMEENTE: cause('Afstemming binnen de gemeente', 'organisation'),
  VERANTWOORDING: cause('Verantwoordingseisen', 'process'),
  GEEN_AANBOD: cause('Geen woning of plek beschikbaar', null),
  WACHT_OP_INWONER: cause('Wacht op inwoner', null),
  WACHT_OP_AFHANKELIJKHEID: cause('Wacht op andere stap', null),
  TOESTEMMING_ONTBREEKT: cause('Toestemming ontbreekt', 'relation'),
  ONBEKEND: cause('Nog onbekend', null),
} as const satisfies Record<string, StallCause>;

export type StallCauseCode = keyof typeof STALL_CAUSES;

export const STALL_CAUSE_CODES = Object.keys(STALL_CAUSES) as readonly StallCauseCode[];

/** Whether a text is the code of a cause in the taxonomy. */
export const isStallCause = (code: string): code is StallCauseCode => Object.hasOwn(STALL_CAUSES, code);
