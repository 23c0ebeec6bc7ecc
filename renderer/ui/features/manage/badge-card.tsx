import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { Row, Stack } from '../../components/page/page';
import { Select } from '../../components/select/select';
import { TextField } from '../../components/text-field/text-field';
import { useNotices } from '../../frame/notices/notices-context';

/** Whose badge is whose: a scan then chooses the name, the PIN still proves it. */
export function BadgeCard() {
  const { t } = useTranslation('manage');
  const box = useBox();
  const { tell } = useNotices();
  const people = useBoxState((state) => state.vault?.people) ?? [];
  const { run, error, busy } = useAction(box.badges.give);
  const [person, setPerson] = useState<string | null>(null);
  const [badge, setBadge] = useState('');
  const give = async (): Promise<void> => {
    if (person === null || badge.trim() === '' || busy) return;
    if (!(await run({ person, badge }))) return;
    tell('info', t('badge.given', { name: people.find(({ id }) => id === person)?.name ?? '' }));
    setBadge('');
    setPerson(null);
  };
  return (
    <Card title={t('badge.title')}>
      <Stack>
        <Select
          label={t('badge.person')}
          empty={t('badge.choose')}
          value={person}
          onChange={setPerson}
          options={people.filter(({ hasPin }) => hasPin).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          label={t('badge.scan')}
          hint={t('badge.hint')}
          value={badge}
          onChange={setBadge}
          onEnter={() => void give()}
          maxLength={100}
          error={error}
        />
        <Row>
          <Button disabled={busy || person === null || badge.trim() === ''} onClick={() => void give()}>
            {t('badge.save')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
