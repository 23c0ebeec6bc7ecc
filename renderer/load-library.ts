import type { Library } from './app/library';
import { CHECKLISTS } from './content/checklists';
import { DIRECTORY } from './content/contacts';
import { PACKS } from './content/packs';
import { PARSED_FORMS } from './content/parsed-forms';
import { DEFAULT_POLICY, POLICIES } from './content/policies';
import { ESCALATION, PROBLEMS } from './content/problems';
import { RUNBOOKS } from './content/runbooks';
import { SOURCES } from './content/sources';
import { OUTAGE_PRESETS, SYSTEM_TEXTS } from './content/systems';

/** The library this version ships. Its shapes are checked at build (test/unit/content), so opening costs no check. */
export function shippedLibrary(): Library {
  return {
    checklists: CHECKLISTS,
    forms: PARSED_FORMS,
    runbooks: RUNBOOKS,
    problems: PROBLEMS,
    escalation: ESCALATION,
    directory: DIRECTORY,
    presets: OUTAGE_PRESETS,
    systems: SYSTEM_TEXTS,
    policies: POLICIES,
    defaultPolicy: DEFAULT_POLICY,
    packs: PACKS,
    sources: SOURCES.map((source) => ({ ...source })),
  };
}

/** A form of the library as its file, byte for byte; the files are loaded when somebody asks for one. */
export async function shippedFormText(id: string, version: string): Promise<string | undefined> {
  const { shippedForms } = await import('./content/forms');
  return shippedForms().find(({ definition }) => definition.id === id && definition.version === version)?.json;
}
