import type { AnswerOption, AnswerPath, Finding, FormItem, ScoreBand } from './form';
import type { ResponseAnswer } from './response';

interface FilledPlace {
  /** Unique in the form and stable while rows above stay: fit for React keys and element ids. */
  readonly key: string;
  readonly item: FormItem;
  readonly path: AnswerPath;
  /** False only for what R5 calls `protected`: shown, not to be filled. What is off is not in the tree. */
  readonly enabled: boolean;
  /** Findings at this very place, not of its children. */
  readonly findings: readonly Finding[];
}

/** A text of the form. */
export interface FilledDisplay extends FilledPlace {
  readonly kind: 'display';
}

/** A question with its answers; `path` is what setAnswers takes. */
export interface FilledQuestion extends FilledPlace {
  readonly kind: 'question';
  readonly answers: readonly ResponseAnswer[];
  /** What can be chosen now. */
  readonly options: readonly AnswerOption[];
  /** Items below its answers, in order; their paths tell below which. */
  readonly children: readonly FilledNode[];
  readonly score?: FilledScore;
}

/** A group that is there once. */
export interface FilledGroup extends FilledPlace {
  readonly kind: 'group';
  readonly children: readonly FilledNode[];
}

/** A repeating group: `path` is what addRow takes, a row's path what removeRow takes. */
export interface FilledRows extends FilledPlace {
  readonly kind: 'rows';
  readonly rows: readonly FilledRow[];
  readonly canAdd: boolean;
  readonly canRemove: boolean;
}

/** One row of a repeating group. */
export interface FilledRow {
  readonly key: string;
  readonly path: AnswerPath;
  readonly children: readonly FilledNode[];
}

/** One visible place of a form: screen, paper and text all walk this tree. */
export type FilledNode = FilledDisplay | FilledQuestion | FilledGroup | FilledRows;

/** A score: no value until every part is answered. */
export interface FilledScore {
  readonly key: string;
  readonly item: FormItem;
  readonly path: AnswerPath;
  readonly value?: number;
  /** What the value means; lifted by the score's trigger. */
  readonly band?: ScoreBand;
  readonly parts: number;
  readonly missing: readonly { readonly linkId: string; readonly label: string; readonly path: AnswerPath }[];
}

/** An answer kept though its question is off: to be cleared on purpose, and said. */
export interface HiddenAnswer {
  readonly linkId: string;
  readonly path: AnswerPath;
  readonly label: string;
  readonly text: string;
}

/** A form with its answers, as every face shows it. */
export interface FilledForm {
  readonly nodes: readonly FilledNode[];
  /** In the order of the form. Soft ones that were accepted are left out. */
  readonly findings: readonly Finding[];
  readonly scores: readonly FilledScore[];
  readonly hiddenAnswers: readonly HiddenAnswer[];
}

/** Every node below, in the order of the form, itself included. */
export function* everyNode(nodes: readonly FilledNode[]): Generator<FilledNode> {
  for (const node of nodes) {
    yield node;
    if (node.kind === 'rows') for (const row of node.rows) yield* everyNode(row.children);
    else if (node.kind !== 'display') yield* everyNode(node.children);
  }
}
