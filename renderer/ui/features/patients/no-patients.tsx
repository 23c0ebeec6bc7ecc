import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Row } from '../../components/page/page';
import { goTo } from '../../route/route';

/** No snapshot and nobody added: says so, and offers both ways out. */
export function NoPatients({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation('patients');
  return (
    <EmptyState
      icon="bed"
      title={t('none.title')}
      action={
        <Row>
          <Button variant="filled" onClick={() => goTo('census')}>
            {t('none.import')}
          </Button>
          <Button onClick={onAdd}>{t('board.add')}</Button>
        </Row>
      }
    >
      {t('none.text')}
    </EmptyState>
  );
}
