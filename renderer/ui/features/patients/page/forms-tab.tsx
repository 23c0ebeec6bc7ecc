import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { aboutWhom } from '../../../../domain/form/about-whom';
import type { BoardPatient } from '../../../../domain/patient/board';
import { useBoxState } from '../../../box/box-context';
import { Card } from '../../../components/card/card';
import { Icon } from '../../../components/icon/icon';
import { Row, Stack } from '../../../components/page/page';
import { goTo } from '../../../route/route';
import { FormRecords } from '../../forms/list/form-records';
import { newestForms } from '../../forms/list/newest-forms';

/** Forms of one patient: begun, signed, and a new one. */
export function FormsTab({ patient }: { readonly patient: BoardPatient }) {
  const { t } = useTranslation('patients');
  const library = useBoxState((state) => state.library.forms);
  const forms = useMemo(() => newestForms(library).filter((form) => aboutWhom(form) === 'patient'), [library]);
  return (
    <Stack>
      <Card title={t('forms.new')}>
        <Row>
          {forms.map((form) => (
            <Button
              key={form.id}
              leftSection={<Icon name="form" size={20} />}
              onClick={() => goTo('forms', ['new', form.id, patient.id])}
            >
              {`${form.id} ${form.title}`}
            </Button>
          ))}
        </Row>
      </Card>
      <FormRecords patient={patient.id} />
    </Stack>
  );
}
