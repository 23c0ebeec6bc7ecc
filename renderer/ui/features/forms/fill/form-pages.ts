import type { FilledForm, FilledNode } from '../../../../domain/form/filled-form';
import { type FormSection, sectionsOf } from '../../../../domain/form/form-sections';
import type { AnswerPath } from '../../../../domain/form/form';

/** The last page of every form: what is missing, and the signature. */
export const SIGN = 'sign';

/** One page of the filler: a section of the form, or the questions that stand outside of any. */
export interface FormPage {
  readonly key: string;
  readonly section: FormSection | undefined;
  readonly nodes: readonly FilledNode[];
}

/** Cuts a form into pages in paper order: each outermost group is one, loose questions between two groups are one. */
export function pagesOf(filled: FilledForm): readonly FormPage[] {
  const sections = new Map(sectionsOf(filled).map((section) => [section.key, section]));
  const pages: { key: string; section: FormSection | undefined; nodes: FilledNode[] }[] = [];
  for (const node of filled.nodes) {
    const section = sections.get(node.key);
    const last = pages.at(-1);
    if (section) pages.push({ key: node.key, section, nodes: node.kind === 'group' ? [...node.children] : [node] });
    else if (last && !last.section) last.nodes.push(node);
    else pages.push({ key: `loose:${node.key}`, section: undefined, nodes: [node] });
  }
  return pages;
}

/** The page a path leads to. */
export function pageOfPath(pages: readonly FormPage[], path: AnswerPath): FormPage | undefined {
  const [first] = path;
  return pages.find(
    (page) => page.section?.key === first?.linkId || page.nodes.some((node) => node.item.linkId === first?.linkId),
  );
}
