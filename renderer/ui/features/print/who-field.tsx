import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoxState } from '../../box/box-context';
import { Chip } from '../../components/chip/chip';
import { Icon } from '../../components/icon/icon';
import { goTo } from '../../route/route';
import { clockOf } from '../../strings/time-words';
import styles from './print.module.css';
import type { Choices } from './use-choices';
import { useWardPatients } from './use-ward-patients';
import type { WhoChoice } from './who';

/** For whom; before a sign-in it says what to do, because names are behind a PIN. */
export function WhoField({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation('print');
  const id = useId();
  const asOf = useBoxState((state) => state.snapshot?.asOf);
  const { patients, ward } = useWardPatients();
  const wordOf = ({ who, bay, ids }: WhoChoice): string => {
    const count = ids.length;
    if (who === 'all') return t('who.all', { count });
    if (who === 'chosen') return t('who.chosen', { count });
    if (who === 'arrived') return t('who.arrived', { count, time: asOf ? clockOf(asOf) : '' });
    return t('who.bay', { bay: bay ?? '', count });
  };
  return (
    <div role="group" aria-labelledby={id} className={styles.who}>
      <h2 id={id}>{ward === undefined ? t('who.title') : t('who.titleWard', { ward })}</h2>
      {choices.missing === 'sign-in' ? (
        <div className={styles.ask}>
          <p>{t('who.signIn')}</p>
          <Button leftSection={<Icon name="key" size={20} />} onClick={() => goTo('sign-in')}>
            {t('who.signInDo')}
          </Button>
        </div>
      ) : patients.length === 0 ? (
        <p>{t('who.nobody')}</p>
      ) : (
        <div className={styles.chips}>
          {choices.whos.map((one) => (
            <Chip key={one.who} pressed={one.who === choices.who?.who} onClick={() => choices.setWho(one.who)}>
              {wordOf(one)}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}
