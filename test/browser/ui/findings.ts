import axe from 'axe-core';

const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** What axe finds on the page, one line each, so that a failure names the place. */
export async function findings(except: readonly string[] = []): Promise<readonly string[]> {
  const rules = Object.fromEntries(except.map((id) => [id, { enabled: false }]));
  const { violations } = await axe.run(document, { ...RULES, rules });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
