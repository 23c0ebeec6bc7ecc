import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../app/ports';
import { mayDo, standingOf } from '../../../domain/workstation/permissions';
import type { PersonRole } from '../../../domain/workstation/entries';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Row, Stack } from '../../components/page/page';
import { SecretField } from '../../components/secret-field/secret-field';
import { Select } from '../../components/select/select';
import { TextField } from '../../components/text-field/text-field';
import { useNotices } from '../../frame/notices/notices-context';
import { goTo } from '../../route/route';
import { BadgeCard } from './badge-card';
import { DiscardPins } from './discard-pins';
import styles from './manage.module.css';
import { RightsTable } from './rights-table';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly pin: string;
}

const ROLES: readonly PersonRole[] = [
  'nurse-in-charge',
  'nurse',
  'doctor',
  'clerk',
  'pharmacist',
  'records',
  'manager',
  'other',
];
const lineKey = (line: Line): string => line.id;

/** Who can sign in here, and adding somebody with a PIN of their own. */
export function People() {
  const { t } = useTranslation(['manage', 'session']);
  const people = useBoxState((state) => state.vault?.people ?? NOBODY);
  const standing = standingOf(useBoxState((state) => state.signedIn?.person));
  const lines = people
    .filter(({ breakGlass }) => !breakGlass)
    .map((person) => ({
      id: person.id,
      name: person.name,
      role: t(`session:role.${person.role}`),
      pin: t(opens(person)),
    }));
  const columns: readonly Column<Line>[] = [
    { key: 'name', head: t('people.name'), names: true, cell: (line) => line.name },
    { key: 'role', head: t('people.role'), cell: (line) => line.role },
    { key: 'pin', head: t('people.opens'), cell: (line) => line.pin },
  ];
  return (
    <Stack>
      <DataTable caption={t('people.caption')} columns={columns} rows={lines} rowKey={lineKey} />
      {mayDo(standing, 'give-a-pin') ? (
        <AddPerson />
      ) : (
        <EmptyState
          icon="lock"
          title={t(standing === 'nobody' ? 'people.lockedTitle' : 'people.managerTitle')}
          {...(standing === 'nobody'
            ? { action: <Button onClick={() => goTo('sign-in')}>{t('people.signIn')}</Button> }
            : {})}
        >
          {t('people.locked')}
        </EmptyState>
      )}
      {mayDo(standing, 'give-a-pin') && <BadgeCard />}
      <RightsTable />
    </Stack>
  );
}

const NOBODY: readonly never[] = [];

function opens({ hasPin, hasPassphrase }: Person): 'people.pin' | 'people.passphrase' | 'people.neither' {
  if (hasPin) return 'people.pin';
  return hasPassphrase === false ? 'people.neither' : 'people.passphrase';
}

function AddPerson() {
  const { t } = useTranslation(['manage', 'session']);
  const box = useBox();
  const { tell } = useNotices();
  const { run, error, refused, busy, clear } = useAction(box.enrol);
  const [name, setName] = useState('');
  const [role, setRole] = useState<PersonRole>('nurse');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const differs = again !== '' && pin !== again;
  const add = async (): Promise<void> => {
    if (busy || differs || name.trim() === '') return;
    const made = await run({ name: name.trim(), role, pin });
    if (!made) return;
    tell('info', t('people.added', { name: name.trim() }));
    setName('');
    setPin('');
    setAgain('');
  };
  return (
    <Card title={t('people.add')}>
      <div className={styles.form}>
        <TextField
          label={t('people.name')}
          hint={t('people.nameHint')}
          value={name}
          onChange={setName}
          maxLength={80}
        />
        <Select
          label={t('people.role')}
          value={role}
          onChange={setRole}
          options={ROLES.map((value) => ({ value, label: t(`session:role.${value}`) }))}
        />
        <SecretField
          label={t('people.newPin')}
          hint={t('people.pinHint')}
          value={pin}
          onChange={setPin}
          error={error}
        />
        <SecretField
          label={t('people.again')}
          value={again}
          onChange={setAgain}
          onEnter={() => void add()}
          error={differs ? t('people.differs') : undefined}
        />
        <Row>
          <Button
            variant="filled"
            disabled={busy || differs || name.trim() === '' || pin === '' || again === ''}
            onClick={() => void add()}
          >
            {t('people.save')}
          </Button>
          {refused?.code === 'device-secret-missing' && <DiscardPins onDone={clear} />}
        </Row>
      </div>
    </Card>
  );
}
