import { useTranslation } from 'react-i18next';
import type { MarkedText, Runbook } from '../../../domain/runbook/runbook';
import { useBoxState } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { Card } from '../../components/card/card';
import { Stack } from '../../components/page/page';
import { hrefTo } from '../../route/route';
import { ContactList } from '../contacts/contact-list';
import { en } from '../../strings/en';
import { Prose } from './prose';
import { SourceLine } from './source-line';
import styles from './about-page.module.css';

/** When to use it, what to have ready, whom to call, what goes wrong, what is entered back. */
export function AboutPage({ runbook }: { readonly runbook: Runbook }) {
  const { t } = useTranslation('runbook');
  const contacts = useBoxState((state) => state.library.directory.contacts);
  // Codes of the runbooks in words; anything else is said as it stands.
  const roleOf = (who: string): string => (who in en.runbook.role ? t(`role.${who as 'CN'}`) : who);
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
      {runbook.knownProblems.length > 0 && (
        <Card title={t('about.problems')}>
          <ul className={styles.lines}>
            {runbook.knownProblems.map((problem) => (
              <li key={problem.id} className={styles.line}>
                <KnownProblemLink problem={problem} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('about.backEntry')}>
        <ol className={styles.lines}>
          {runbook.backEntry.map((row) => (
            <li key={row.order} className={styles.line}>
              <b>{row.what}</b> ·{' '}
              {t(row.verifiedBy === '' ? 'about.enteredByOnly' : 'about.enteredBy', {
                who: row.who.map(roleOf).join(', '),
                verifiedBy: row.verifiedBy,
              })}
              {row.provenance && <SourceLine provenance={row.provenance} />}
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
          <SourceLine provenance={provenance} />
        </li>
      ))}
    </ul>
  );
}

/** The page with fixes, owner and time limits; a problem of this runbook alone stands here in full. */
function KnownProblemLink({ problem }: { readonly problem: Runbook['knownProblems'][number] }) {
  const { t } = useTranslation('runbook');
  const page = useBoxState((state) => state.library.problems.find((one) => one.code === problem.id));
  if (page) {
    return (
      <a className={styles.problem} href={hrefTo('problems', page.id)}>
        <b>{problem.title}</b> <span className={styles.hint}>{problem.symptoms.join(', ')}</span>
      </a>
    );
  }
  return (
    <details className={styles.fold}>
      <summary>
        <b>{problem.title}</b> <span className={styles.hint}>{problem.symptoms.join(', ')}</span>
      </summary>
      <Lines texts={problem.fix} />
      <p>{t('about.callNext', { who: problem.callNext.join(', ') })}</p>
    </details>
  );
}
