import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreakGlassRole } from '../../../domain/workstation/entries';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { Row, Stack } from '../../components/page/page';
import { Select } from '../../components/select/select';
import { TextField } from '../../components/text-field/text-field';

const ROLES: readonly BreakGlassRole[] = [
  'nurse-in-charge',
  'nurse',
  'doctor',
  'pharmacist',
  'clerk',
  'records',
  'other',
];

/** The way in for somebody who has no other: a code from an envelope, and who, as what and why. */
export function BreakGlassForm({ onEntered }: { readonly onEntered: () => void }) {
  const { t } = useTranslation('session');
  const box = useBox();
  const { run, error, busy } = useAction(box.breakGlass.open);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<BreakGlassRole | null>(null);
  const [reason, setReason] = useState('');
  const whole = role !== null && [code, name, reason].every((text) => text.trim() !== '');
  const open = async (): Promise<void> => {
    if (!whole || busy) return;
    if (await run({ code, name, role, reason })) onEntered();
  };
  return (
    <Card title={t('breakGlass.title')}>
      <Stack>
        <p>{t('breakGlass.lead')}</p>
        <TextField
          label={t('breakGlass.code')}
          hint={t('breakGlass.codeHint')}
          value={code}
          onChange={setCode}
          error={error}
        />
        <TextField label={t('breakGlass.name')} value={name} onChange={setName} maxLength={80} />
        <Select
          label={t('breakGlass.role')}
          empty={t('breakGlass.chooseRole')}
          value={role}
          onChange={setRole}
          options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <TextField
          label={t('breakGlass.reason')}
          hint={t('breakGlass.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={300}
          onEnter={() => void open()}
        />
        <p>{t('breakGlass.keep')}</p>
        <Row>
          <Button variant="filled" disabled={busy || !whole} onClick={() => void open()}>
            {t('breakGlass.open')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
