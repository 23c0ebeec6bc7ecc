import type { FilledNode, FilledQuestion, FilledRow, FilledScore } from './filled-form';
import type { AnswerOption, Finding } from './form';

/** The old node when nothing in it changed, so that a screen of 800 fields draws one again and not all. */
export function reusedNode(node: FilledNode, old: FilledNode | undefined): FilledNode {
  // The same key is the same place, hence the same path.
  if (
    old === undefined ||
    old.item !== node.item ||
    old.enabled !== node.enabled ||
    !sameFindings(old.findings, node.findings)
  )
    return node;
  if (node.kind === 'display' && old.kind === 'display') return old;
  if (node.kind === 'group' && old.kind === 'group') return sameList(node.children, old.children) ? old : node;
  if (node.kind === 'question' && old.kind === 'question') return sameQuestion(node, old) ? old : node;
  if (node.kind === 'rows' && old.kind === 'rows') {
    return node.canAdd === old.canAdd && node.canRemove === old.canRemove && sameList(node.rows, old.rows) ? old : node;
  }
  return node;
}

/** The old row when nothing in it changed. */
export function reusedRow(row: FilledRow, old: FilledRow | undefined): FilledRow {
  return old !== undefined && old.key === row.key && sameList(row.children, old.children) ? old : row;
}

function sameQuestion(a: FilledQuestion, b: FilledQuestion): boolean {
  return (
    (a.answers === b.answers || (a.answers.length === 0 && b.answers.length === 0)) &&
    (a.options === b.options || sameOptions(a.options, b.options)) &&
    sameList(a.children, b.children) &&
    sameScore(a.score, b.score)
  );
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((each, at) => each === b[at]));
}

function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (each, at) =>
        each.code === b[at]?.code &&
        each.message === b[at].message &&
        each.severity === b[at].severity &&
        each.path.at(-1)?.index === b[at].path.at(-1)?.index,
    )
  );
}

/** Options from an expression are made anew each time; they are few. */
function sameOptions(a: readonly AnswerOption[], b: readonly AnswerOption[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

function sameScore(a: FilledScore | undefined, b: FilledScore | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.value === b.value &&
    a.band?.text === b.band?.text &&
    a.missing.length === b.missing.length &&
    a.missing.every((part, at) => part.linkId === b.missing[at]?.linkId)
  );
}
