import type { Library } from '../../../app/library';
import type { StepNeed } from '../../../domain/checklist/checklist';
import { hrefTo } from '../../route/route';
import { SCREEN_NAMES, type ScreenName } from '../../route/screen-names';

/** A need this version can open. */
export interface NeedLink {
  readonly kind: StepNeed['kind'];
  readonly id: string;
  readonly href: string;
  /** Title from the library; for paper and screens the id names a text of ours. */
  readonly name: string;
}

/** Paper the print centre makes for a whole ward. */
const PACKS: Readonly<Record<string, readonly string[]>> = { 'ward-pack': ['patients'], 'blank-forms': ['blank'] };

/** What a step needs: what opens here, and what is only on paper (a form, labels) and is said as words. */
export function needLinks(
  needs: readonly StepNeed[],
  library: Library,
  exists: (screen: ScreenName) => boolean,
): { readonly links: readonly NeedLink[]; readonly onPaper: readonly string[] } {
  const links: NeedLink[] = [];
  const onPaper: string[] = [];
  for (const need of needs) {
    const link = linkOf(need, library);
    if (link && exists(link.screen)) links.push({ kind: need.kind, id: need.id, ...link });
    else if (need.kind === 'form') onPaper.push(need.id);
  }
  return { links, onPaper };
}

function linkOf(
  { kind, id }: StepNeed,
  library: Library,
): { readonly screen: ScreenName; readonly href: string; readonly name: string } | undefined {
  switch (kind) {
    case 'form': {
      const form = library.forms.findLast((one) => one.id === id);
      return form && { screen: 'forms', href: hrefTo('forms', id), name: `${id} ${form.title}` };
    }
    case 'print':
      return PACKS[id] && { screen: 'print', href: hrefTo('print', ...PACKS[id]), name: id };
    case 'runbook': {
      const runbook = library.runbooks.find((one) => one.id === id);
      return runbook && { screen: 'runbooks', href: hrefTo('runbooks', id), name: runbook.title };
    }
    case 'contact': {
      const contact = library.directory.contacts.find((one) => one.id === id);
      return contact && { screen: 'contacts', href: hrefTo('contacts', id), name: `${contact.role} ${contact.phone}` };
    }
    case 'screen': {
      const screen = SCREEN_NAMES.find((one) => one === id);
      return screen && { screen, href: hrefTo(screen), name: id };
    }
  }
}
