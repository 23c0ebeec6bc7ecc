import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareForms, type FormChange } from '../../../domain/library/compare-forms';
import type { FormVersionLine } from '../../../domain/library/version-lines';
import { Card } from '../../components/card/card';
import { type Column, DataTable } from '../../components/data-table/data-table';
import { Stack } from '../../components/page/page';
import { Select } from '../../components/select/select';

const changeKey = ({ kind, linkId, words }: FormChange): string => `${kind} ${linkId} ${words}`;

/** What a version differs in from another one, in words. */
export function VersionCompare({
  line: { definition },
  lines,
}: {
  readonly line: FormVersionLine;
  readonly lines: readonly FormVersionLine[];
}) {
  const { t } = useTranslation('library');
  const others = lines.map((one) => one.definition).filter(({ id }) => id === definition.id);
  const at = others.indexOf(definition);
  const [chosen, setChosen] = useState((others[at - 1] ?? others[at + 1])?.version ?? null);
  const other = others.find(({ version }) => version === chosen);
  const changes = useMemo(() => {
    if (!other) return undefined;
    // The older one first, whichever of the two is open.
    return others.indexOf(other) < at ? compareForms(other, definition) : compareForms(definition, other);
  }, [other, others, at, definition]);
  const columns: readonly Column<FormChange>[] = [
    { key: 'kind', head: t('compare'), cell: ({ kind }) => t(`change.${kind}`) },
    { key: 'label', head: t('form'), names: true, cell: ({ label }) => label },
    { key: 'words', head: t('change.changed'), cell: ({ words }) => words },
  ];
  return (
    <Card title={t('compare')}>
      {others.length < 2 ? (
        <p>{t('noOther')}</p>
      ) : (
        <Stack gap={3}>
          <Select
            label={t('compareWith')}
            value={chosen}
            onChange={setChosen}
            options={others
              .filter((one) => one !== definition)
              .map(({ version }) => ({ value: version, label: version }))}
          />
          {changes?.length === 0 && <p>{t('same')}</p>}
          {changes && changes.length > 0 && (
            <DataTable caption={t('changes')} columns={columns} rows={changes} rowKey={changeKey} />
          )}
        </Stack>
      )}
    </Card>
  );
}
