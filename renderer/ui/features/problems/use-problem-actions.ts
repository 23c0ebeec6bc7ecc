import { useTranslation } from 'react-i18next';
import type { KnownProblem, ProblemFix } from '../../../domain/runbook/known-problem';
import type { OpenProblem } from '../../../domain/runbook/open-problem';
import type { ProblemOutcome } from '../../../domain/runbook/problem-entries';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { useUndo } from '../../frame/undo/undo-context';

/** What can be done about a problem in work; each act can be taken back for ten seconds, and later in the list. */
export interface ProblemActions {
  readonly tried: (fix: ProblemFix, worked: boolean) => Promise<void>;
  /** True when it was written down. */
  readonly ask: (who: string) => Promise<boolean>;
  readonly taken: (who: string) => Promise<void>;
  readonly end: (outcome: ProblemOutcome) => Promise<void>;
  readonly reopen: () => Promise<void>;
  readonly takeBack: (entry: string) => void;
  readonly error: string | undefined;
  readonly busy: boolean;
}

/** Binds the use-cases to one problem in work. */
export function useProblemActions(problem: KnownProblem, open: OpenProblem): ProblemActions {
  const { t } = useTranslation('problems');
  const box = useBox();
  const { offerUndo } = useUndo();
  const tryFix = useAction(box.problems.tryFix);
  const escalate = useAction(box.problems.escalate);
  const take = useAction(box.problems.take);
  const close = useAction(box.problems.close);
  const reopen = useAction(box.problems.reopen);
  const undo = useAction(box.problems.undo);
  const { id } = open;
  const done = (written: readonly { readonly id: string }[] | undefined, text: string): boolean => {
    const entry = written?.[0]?.id;
    if (entry === undefined) return false;
    offerUndo(text, () => void undo.run({ id, entry }));
    return true;
  };
  const all = [tryFix, escalate, take, close, reopen, undo];
  return {
    async tried(fix, worked) {
      const number = problem.fixes.indexOf(fix) + 1;
      done(await tryFix.run({ id, fix: fix.id, worked }), t('try.undone', { number }));
    },
    ask: async (who) => done(await escalate.run({ id, to: who }), t('call.undo', { who })),
    async taken(who) {
      done(await take.run({ id }), t('taken.undo', { who }));
    },
    async end(outcome) {
      done(await close.run({ id, outcome }), t('end.undo', { title: problem.title }));
    },
    async reopen() {
      await reopen.run({ id, since: box.clock.now() });
    },
    takeBack: (entry) => void undo.run({ id, entry }),
    error: all.find((action) => action.error !== undefined)?.error,
    busy: all.some((action) => action.busy),
  };
}
