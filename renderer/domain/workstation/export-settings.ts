import { ok, refuse, type Result } from '../basics/result';

/** Versions of HL7 v2 that can be written. */
export const HL7_VERSIONS = ['2.3', '2.3.1', '2.4', '2.5', '2.5.1', '2.6', '2.7', '2.8'] as const;

/** A version of HL7 v2. */
export type Hl7Version = (typeof HL7_VERSIONS)[number];

/** The dictionaries of a site. */
export const DICTIONARIES = ['locations', 'providers', 'tests', 'units'] as const;

/** Which dictionary a word is looked up in. */
export type DictionaryName = (typeof DICTIONARIES)[number];

/** What the EHR calls something. */
export interface SiteCode {
  readonly code: string;
  readonly display?: string;
  /** FHIR: URI of the code system; HL7 v2: its short name in the third component. */
  readonly system?: string;
}

/** The ward's word -> the EHR's code. */
export type SiteDictionary = Readonly<Record<string, SiteCode>>;

/** How this site's systems want an export. All optional: without them it goes out under our own names. */
export interface ExportSettings {
  /** Identifier system of MRNs, as the EHR's FHIR API knows it. */
  readonly mrnSystem?: string;
  /** HL7 v2: assigning authority of MRNs (PID-3.4). */
  readonly mrnAuthority?: string;
  /** MSH-3 and MSH-4. */
  readonly sender?: Application;
  /** MSH-5 and MSH-6. */
  readonly receiver?: Application;
  readonly hl7Version?: Hl7Version;
  /** Test messages: MSH-11 T instead of P; a drill always sends T. */
  readonly test?: boolean;
  readonly csvBom?: boolean;
  /** PDF of each patient inside FHIR (DocumentReference) and HL7 v2 (MDM); true unless said otherwise. */
  readonly documents?: boolean;
  /** DFT^P03 for doses and tests. Off: most EHRs charge what is entered by themselves, and would charge twice. */
  readonly charges?: boolean;
  readonly dictionaries?: Readonly<Partial<Record<DictionaryName, SiteDictionary>>>;
}

/** An application and its facility in MSH. */
export interface Application {
  readonly application: string;
  readonly facility: string;
}

/** A member that is not understood. `where` is its path. */
export interface SettingsProblem {
  readonly where: string;
  readonly message: string;
}

type Check = (value: unknown, where: string) => SettingsProblem[];

const text: Check = (value, where) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 500 && !/[\r\n]/.test(value)
    ? []
    : [{ where, message: 'must be a text of one line' }];

const flag: Check = (value, where) => (typeof value === 'boolean' ? [] : [{ where, message: 'must be true or false' }]);

const application: Check = (value, where) =>
  members(value, where, { application: text, facility: text }, ['application', 'facility']);

const dictionary: Check = (value, where) => {
  if (!isObject(value)) return [{ where, message: 'must be an object: your word -> {"code": …}' }];
  return Object.entries(value).flatMap(([word, code]) =>
    members(code, `${where}.${word}`, { code: text, display: text, system: text }, ['code']),
  );
};

const CHECKS: Readonly<Record<keyof ExportSettings, Check>> = {
  mrnSystem: (value, where) =>
    typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value)
      ? []
      : [{ where, message: 'must be a URI, such as urn:oid:1.2.3 or https://…' }],
  mrnAuthority: text,
  sender: application,
  receiver: application,
  hl7Version: (value, where) =>
    HL7_VERSIONS.some((one) => one === value)
      ? []
      : [{ where, message: `must be one of ${HL7_VERSIONS.join(', ')}, as text` }],
  test: flag,
  csvBom: flag,
  documents: flag,
  charges: flag,
  dictionaries: (value, where) =>
    members(value, where, { locations: dictionary, providers: dictionary, tests: dictionary, units: dictionary }, []),
};

/** Settings out of a file or a stored fact. One wrong member refuses all: half a set of codes sends wrong messages. */
export function parseExportSettings(value: unknown): Result<ExportSettings, readonly SettingsProblem[]> {
  const problems = members(value, '', CHECKS, []);
  return problems.length > 0 ? refuse(problems) : ok(value as ExportSettings);
}

function members(
  value: unknown,
  where: string,
  checks: Readonly<Record<string, Check>>,
  required: readonly string[],
): SettingsProblem[] {
  if (!isObject(value)) return [{ where, message: 'must be an object' }];
  const path = (name: string): string => (where === '' ? name : `${where}.${name}`);
  return [
    ...required
      .filter((name) => value[name] === undefined)
      .map((name) => ({ where: path(name), message: 'is missing' })),
    ...Object.entries(value).flatMap(([name, one]) => {
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (check === undefined)
        return [{ where: path(name), message: `is not known; there are ${Object.keys(checks).join(', ')}` }];
      return one === undefined ? [] : check(one, path(name));
    }),
  ];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
