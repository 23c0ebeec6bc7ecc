import type { Checklist } from '../domain/checklist/checklist';
import type { FormDefinition } from '../domain/form/form';
import { versionsInUse } from '../domain/library/form-versions';
import type { OutageKind, SystemName } from '../domain/outage/entries';
import type { Pack } from '../domain/paper/pack';
import type { Policy } from '../domain/reconciliation/policy';
import type { Escalation } from '../domain/runbook/escalation';
import type { KnownProblem } from '../domain/runbook/known-problem';
import type { Runbook } from '../domain/runbook/runbook';

/** One line of the directory. */
export interface Contact {
  readonly id: string;
  readonly role: string;
  readonly phone: string;
  readonly alternative: string;
  readonly location: string;
  readonly worksWithoutNetwork: boolean;
  /** Heading it stands under, in the order of the file. */
  readonly group?: string;
  readonly note?: string;
}

/** A site's directory; `sample`: invented numbers, the notice is shown above them until a site replaces them. */
export interface Directory {
  readonly title: string;
  readonly version: string;
  readonly notice: string;
  readonly sample: boolean;
  readonly contacts: readonly Contact[];
}

/** One card of "What is down?": what a person sees, and what it comes to. */
export interface OutagePreset {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly kind: OutageKind;
  readonly systems: readonly SystemName[];
}

/** A system in the ward's words. */
export interface SystemText {
  readonly id: SystemName;
  readonly title: string;
  readonly short: string;
}

/** A public source that a step names by its key. */
export interface Source {
  readonly key: string;
  readonly [member: string]: unknown;
}

/** The library as the box holds it: versioned content, no patient in it, readable without a sign-in. */
export interface Library {
  readonly checklists: readonly Checklist[];
  /** Shipped and imported, by id, older versions before newer ones. */
  readonly forms: readonly FormDefinition[];
  readonly runbooks: readonly Runbook[];
  readonly problems: readonly KnownProblem[];
  /** Null where the library has none: problems then name their own calls only. */
  readonly escalation: Escalation | null;
  readonly directory: Directory;
  readonly presets: readonly OutagePreset[];
  readonly systems: readonly SystemText[];
  readonly policies: readonly Policy[];
  readonly defaultPolicy: string;
  readonly sources: readonly Source[];
  /** Blank forms a ward or a role keeps; where left out there are none to choose. */
  readonly packs?: readonly Pack[];
}

/** Before anything is loaded. */
export const NO_LIBRARY: Library = {
  checklists: [],
  forms: [],
  runbooks: [],
  problems: [],
  escalation: null,
  directory: { title: '', version: '', notice: '', sample: true, contacts: [] },
  presets: [],
  systems: [],
  policies: [],
  defaultPolicy: '',
  sources: [],
};

/** A form by id, and by version where an answered form names one; the version in use when none is named. */
export function formOf(library: Library, id: string, version?: string): FormDefinition | undefined {
  const versions = library.forms.filter((form) => form.id === id);
  return version === undefined ? versionsInUse(versions).get(id) : versions.find((form) => form.version === version);
}
