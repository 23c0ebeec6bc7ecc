import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepRef } from '../../../app/use-checklists';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { useUndo } from '../../frame/undo/undo-context';
import type { TickPace } from './use-tick-pace';

/** What can be done with the step on screen. */
export interface StepActions {
  readonly done: () => Promise<void>;
  readonly notApplicable: (reason: string) => Promise<boolean>;
  readonly undo: (entry?: string) => void;
  readonly busy: boolean;
  readonly error: string | undefined;
}

/** Answers of a step: each goes to the ledger, offers ten seconds of undo and moves on to the next open step. */
export function useStepActions({
  reference,
  label,
  completes,
  evidence,
  pace,
  onNext,
}: {
  readonly reference: StepRef;
  readonly label: string;
  /** The phase this answer completes: said with it, as a checklist is called complete aloud. */
  readonly completes: string | undefined;
  readonly evidence: string;
  /** Of the card; outlives the step. */
  readonly pace: TickPace;
  readonly onNext: () => void;
}): StepActions {
  const { t } = useTranslation('checklist');
  const box = useBox();
  const { offerUndo } = useUndo();
  const complete = useAction(box.checklists.complete);
  const skip = useAction(box.checklists.markNotApplicable);
  const undoing = useAction(box.checklists.undo);
  const running = useRef(false);
  const undo = (entry?: string): void => void undoing.run({ ...reference, ...(entry === undefined ? {} : { entry }) });
  const said = (text: string): string =>
    completes === undefined ? text : `${text} · ${t('phase.completed', { phase: completes })}`;
  const offer = (text: string, entry: string | undefined): void => offerUndo(text, () => undo(entry));
  return {
    async done() {
      if (running.current || pace.tooSoon()) return;
      running.current = true;
      const shown = evidence.trim();
      const written = await complete.run({ ...reference, ...(shown === '' ? {} : { evidence: shown }) });
      running.current = false;
      if (!written) return;
      pace.ticked();
      offer(said(t('undo.done', { step: label })), written[0]?.id);
      onNext();
    },
    async notApplicable(reason) {
      const written = await skip.run({ ...reference, reason });
      if (!written) return false;
      offer(said(t('undo.notApplicable', { step: label })), written[0]?.id);
      onNext();
      return true;
    },
    undo,
    busy: complete.busy || skip.busy || undoing.busy,
    error: complete.error ?? skip.error ?? undoing.error,
  };
}
