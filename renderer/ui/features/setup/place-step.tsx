import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '../../components/big-button/big-button';
import { Card } from '../../components/card/card';
import { Row } from '../../components/page/page';
import { TextField } from '../../components/text-field/text-field';
import styles from './setup.module.css';

/** Where this PC stands. */
export interface Place {
  readonly site: string;
  readonly ward: string;
  readonly workstation: string;
}

const FIELDS = ['site', 'ward', 'workstation'] as const;

/** Hospital, ward and the PC's own name. */
export function PlaceStep({
  place,
  onChange,
  onNext,
}: {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
  readonly onNext: () => void;
}) {
  const { t } = useTranslation(['setup', 'common']);
  const [asked, setAsked] = useState(false);
  const missing = FIELDS.filter((name) => place[name].trim() === '');
  const next = (): void => (missing.length > 0 ? setAsked(true) : onNext());
  return (
    <Card title={t('place.title')}>
      <div className={styles.form}>
        {FIELDS.map((name) => (
          <TextField
            key={name}
            label={t(`place.${name}`)}
            hint={t(`place.${name}Hint`)}
            value={place[name]}
            error={asked && missing.includes(name) ? t(`place.${name}Missing`) : undefined}
            onChange={(value) => onChange({ ...place, [name]: value })}
            onEnter={next}
            maxLength={80}
          />
        ))}
        <Row>
          <BigButton tone="brand" onClick={next}>
            {t('common:next')}
          </BigButton>
        </Row>
      </div>
    </Card>
  );
}
