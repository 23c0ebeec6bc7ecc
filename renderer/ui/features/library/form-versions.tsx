import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormVersionLine } from '../../../domain/library/version-lines';
import { useBoxState } from '../../box/box-context';
import { Banner } from '../../components/banner/banner';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { Stack } from '../../components/page/page';
import { StatusWord } from '../../components/status-word/status-word';
import { goTo } from '../../route/route';
import { useTimeWords } from '../../strings/time-words';
import { ImportForms } from './import-forms';
import { StateWord } from './state-word';
import { useVersionLines } from './use-version-lines';
import { VersionPage } from './version-page';

const lineKey = ({ definition: { id, version } }: FormVersionLine): string => `${id}|${version}`;
const openLine = ({ definition: { id, version } }: FormVersionLine): void => goTo('manage', ['forms', id, version]);
const toneOf = ({ overdue, contentChanged }: FormVersionLine): 'warning' | undefined =>
  overdue || contentChanged ? 'warning' : undefined;

/** The forms of this hospital by version; `rest`: form and version of the one to show. */
export function FormVersions({ rest: [form, version] }: { readonly rest: readonly string[] }) {
  const { t } = useTranslation('library');
  const words = useTimeWords();
  const lines = useVersionLines();
  const signedIn = useBoxState((state) => state.signedIn !== null);
  const columns = useMemo<readonly Column<FormVersionLine>[]>(() => {
    const state = (line: FormVersionLine) => <StateWord state={line.state} />;
    const review = ({ reviewDate, overdue }: FormVersionLine) => {
      if (reviewDate === undefined) return t('noReview');
      const date = words.date(reviewDate);
      return overdue ? <StatusWord tone="warning">{t('overdue', { date })}</StatusWord> : date;
    };
    return [
      {
        key: 'form',
        head: t('form'),
        names: true,
        cell: ({ definition: { id, title } }) => t('open', { form: id, title }),
      },
      { key: 'version', head: t('version'), cell: ({ definition }) => definition.version },
      { key: 'state', head: t('where'), cell: state },
      { key: 'review', head: t('review'), cell: review },
      { key: 'use', head: t('use'), cell: ({ inUse }) => t(inUse ? 'inUse' : 'notUsed') },
    ];
  }, [t, words]);
  const shown = lines.find(({ definition }) => definition.id === form && definition.version === version);
  if (shown) return <VersionPage key={lineKey(shown)} line={shown} lines={lines} />;
  return (
    <Stack>
      <p>{t('lead')}</p>
      {signedIn ? (
        <ImportForms />
      ) : (
        <Banner tone="quiet" icon="lock" actions={<Button onClick={() => goTo('sign-in')}>{t('signIn')}</Button>}>
          {t('locked')}
        </Banner>
      )}
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={lines}
        rowKey={lineKey}
        onOpen={openLine}
        tone={toneOf}
      />
    </Stack>
  );
}
