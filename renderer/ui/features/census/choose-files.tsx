import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CensusFile } from '../../../app/use-census';
import { BigButton } from '../../components/big-button/big-button';
import { Icon } from '../../components/icon/icon';
import styles from './census.module.css';

/** Where the list comes in: by the system's dialog, or dropped here. Says which kinds are read. */
export function ChooseFiles({
  onChoose,
  onFiles,
}: {
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly CensusFile[]) => void;
}) {
  const { t } = useTranslation('census');
  const [over, setOver] = useState(false);
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    const dropped = [...event.dataTransfer.files];
    onFiles(
      await Promise.all(
        dropped.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      ),
    );
  };
  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <BigButton tone="brand" icon="upload" wide onClick={onChoose}>
        {t('choose.do')}
      </BigButton>
      <p>{t('choose.drop')}</p>
      <ul className={styles.kinds}>
        {(['table', 'fhir', 'hl7'] as const).map((kind) => (
          <li key={kind}>
            <Icon name="list" size={20} />
            <span>
              <b>{t(`choose.kind.${kind}`)}</b> {t(`choose.about.${kind}`)}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('choose.safe')}</p>
    </div>
  );
}
