import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everyNode } from '../../../../domain/form/filled-form';
import type { Finding } from '../../../../domain/form/form';
import { placeKey } from '../../../../domain/form/fill-form';
import type { BoardPatient } from '../../../../domain/patient/board';
import { NodeList } from '../questions/node-list';
import { NodeListProvider } from '../questions/node-list-context';
import styles from './fill.module.css';
import { FillerAside } from './filler-aside';
import { FillerSide } from './filler-side';
import { useFiller, useLive } from './filler-context';
import { focusPlace } from './focus-place';
import { pageOfPath, pagesOf, SIGN } from './form-pages';
import { HiddenAnswers } from './hidden-answers';
import { shownScores } from './shown-scores';
import { PageActions } from './page-actions';
import { SignPage } from './sign-page';

/** Sections down the left, one of them open, scores beside. Ctrl+Enter goes on; Enter never submits. */
export function FillerBody({ patient }: { readonly patient: BoardPatient | undefined }) {
  const { t } = useTranslation('forms');
  const filler = useFiller();
  const { filled, definition, amends } = useLive(filler.session.live);
  const pages = useMemo(() => pagesOf(filled), [filled]);
  const [chosen, setChosen] = useState<string>();
  const current = chosen === SIGN ? SIGN : ((pages.find((page) => page.key === chosen) ?? pages[0])?.key ?? SIGN);
  const at = pages.findIndex((page) => page.key === current);
  const page = pages[at];
  const next = current === SIGN ? undefined : (pages[at + 1]?.key ?? SIGN);
  const heading = useRef<HTMLHeadingElement>(null);
  const goTo = useCallback((key: string): void => {
    setChosen(key);
    requestAnimationFrame(() => {
      heading.current?.focus();
      heading.current?.scrollIntoView({ block: 'nearest' });
    });
  }, []);
  useCtrlEnter(() => next !== undefined && goTo(next));
  const goToFinding = useCallback(
    (finding: Finding): void => {
      const target = pageOfPath(pages, finding.path);
      if (target) setChosen(target.key);
      requestAnimationFrame(() =>
        requestAnimationFrame(() => focusPlace(placeKey(finding.path)) || heading.current?.focus()),
      );
    },
    [pages],
  );
  const titleOf = (key: string | undefined): string =>
    key === SIGN ? t('fill.sign') : (pages.find((one) => one.key === key)?.section?.label ?? t('fill.questions'));
  const hasAside =
    shownScores(filled.scores).length > 0 ||
    [...everyNode(page?.nodes ?? [])].some((node) => node.kind === 'question' && filler.past(node).length > 1);
  return (
    <div className={styles.page} data-aside={hasAside || undefined}>
      <FillerSide definition={definition} pages={pages} current={current} onChoose={goTo} amends={amends} />
      <div className={styles.main}>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {titleOf(current)}
        </h2>
        {page ? (
          <>
            <NodeListProvider value={NodeList}>
              <NodeList key={page.key} nodes={page.nodes} level={3} />
            </NodeListProvider>
            <HiddenAnswers />
            <PageActions patient={patient} nextLabel={titleOf(next)} onNext={() => next !== undefined && goTo(next)} />
          </>
        ) : (
          <SignPage patient={patient} onFinding={goToFinding} />
        )}
      </div>
      {hasAside && <FillerAside patient={patient} onMissing={goToFinding} />}
    </div>
  );
}

function useCtrlEnter(action: () => void): void {
  const go = useEffectEvent(action);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      go();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
