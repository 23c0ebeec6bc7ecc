import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkedText, Runbook } from '../../../domain/runbook/runbook';
import { useBoxState } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Stack } from '../../components/page/page';
import { ContactList } from '../contacts/contact-list';
import { Prose } from './prose';
import styles from './about-page.module.css';

/** When to use it, what to have ready, whom to call, what goes wrong, what is entered back. */
export function AboutPage({ runbook }: { readonly runbook: Runbook }) {
  const { t } = useTranslation('runbook');
  const contacts = useBoxState((state) => state.library.directory.contacts);
  const called = contacts.filter((contact) => runbook.before.contacts.includes(contact.id));
  return (
    <Stack>
      <Banner tone="warning">{runbook.notice}</Banner>
      <Card title={t('about.when')}>
        <Prose>{runbook.whenToUse}</Prose>
        <Prose>{runbook.purpose}</Prose>
      </Card>
      {called.length > 0 && (
        <section aria-label={t('about.contacts')}>
          <ContactList contacts={called} />
        </section>
      )}
      <Card title={t('about.before')}>
        <Lines texts={[...runbook.before.equipment, ...runbook.before.notes]} />
        <p className={styles.forms}>{t('about.forms', { forms: runbook.before.forms.join(', ') })}</p>
      </Card>
      {runbook.warnings.length > 0 && (
        <Card title={t('about.warnings')}>
          <Lines texts={runbook.warnings} />
        </Card>
      )}
      {(runbook.cards ?? []).map((card) => (
        <Card key={card.id} title={card.title}>
          <Lines texts={card.lines} />
        </Card>
      ))}
      {runbook.knownProblems.map((problem) => (
        <Fold key={problem.id} title={problem.title} hint={problem.symptoms.join(' · ')}>
          <Lines texts={problem.fix} />
          <p>{t('about.callNext', { who: problem.callNext.join(', ') })}</p>
        </Fold>
      ))}
      <Card title={t('about.backEntry')}>
        <ol className={styles.lines}>
          {runbook.backEntry.map((row) => (
            <li key={row.order} className={styles.line}>
              <b>{row.what}</b> ·{' '}
              {t(row.verifiedBy === '' ? 'about.enteredByOnly' : 'about.enteredBy', {
                who: row.who.join(', '),
                verifiedBy: row.verifiedBy,
              })}
              {row.provenance && <Mark provenance={row.provenance} />}
            </li>
          ))}
        </ol>
        <Lines texts={runbook.paperKept} />
      </Card>
    </Stack>
  );
}

function Lines({ texts }: { readonly texts: readonly MarkedText[] }) {
  return (
    <ul className={styles.lines}>
      {texts.map(({ text, provenance }) => (
        <li key={text} className={styles.line}>
          <Prose>{text}</Prose>
          <Mark provenance={provenance} />
        </li>
      ))}
    </ul>
  );
}

function Mark({ provenance }: { readonly provenance: MarkedText['provenance'] }) {
  const { t } = useTranslation('runbook');
  return <span className={styles.mark}>{[t(`mark.${provenance.mark}`), ...provenance.sources].join(' · ')}</span>;
}

function Fold({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}) {
  return (
    <details className={styles.fold}>
      <summary>
        <b>{title}</b> <span className={styles.hint}>{hint}</span>
      </summary>
      {children}
    </details>
  );
}
