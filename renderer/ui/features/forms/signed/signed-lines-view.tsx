import { useTranslation } from 'react-i18next';
import type { FormVersion } from '../../../../domain/form/forms-state';
import { Icon } from '../../../components/icon/icon';
import type { SignedLine } from './signed-lines';
import styles from './signed.module.css';

/** The answers as a table: one column per version, a changed line marked by word and shape. */
export function SignedLines({
  lines,
  versions,
  struck,
}: {
  readonly lines: readonly SignedLine[];
  readonly versions: readonly FormVersion[];
  readonly struck: boolean;
}) {
  const { t } = useTranslation('forms');
  const several = versions.length > 1;
  return (
    <div className={styles.frame} data-struck={struck || undefined}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('signed.answers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('signed.question')}</th>
            {versions.map((version, at) => (
              <th key={version.entry} scope="col">
                {several
                  ? at === 0
                    ? t('signed.original')
                    : t('signed.correction', { number: at })
                  : t('signed.answer')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) =>
            line.heading ? (
              <tr key={line.key} className={styles.heading} data-depth={Math.min(line.depth, 3)}>
                <th scope="rowgroup" colSpan={versions.length + 1}>
                  {line.label}
                </th>
              </tr>
            ) : (
              <tr key={line.key} data-differs={line.differs || undefined}>
                <th scope="row" style={{ paddingInlineStart: 12 + 14 * Math.min(line.depth, 4) }}>
                  {line.label}
                  {line.differs && (
                    <span className={styles.changed}>
                      <Icon name="edit" size={16} /> {t('signed.changed')}
                    </span>
                  )}
                </th>
                {line.texts.map((text, at) => (
                  <td
                    key={versions[at]?.entry}
                    data-old={(several && line.differs && at < versions.length - 1) || undefined}
                  >
                    {text ?? <span className={styles.none}>{t('signed.notAnswered')}</span>}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
