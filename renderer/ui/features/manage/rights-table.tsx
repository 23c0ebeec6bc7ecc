import { useTranslation } from 'react-i18next';
import { type Act, mayDo, PERMISSIONS, STANDINGS } from '../../../domain/workstation/permissions';
import { type Column, DataTable } from '../../components/data-table/data-table';

const ACTS = Object.keys(PERMISSIONS) as Act[];
const actKey = (act: Act): string => act;

/** Who may do what at this PC, as the code asks it. */
export function RightsTable() {
  const { t } = useTranslation('manage');
  const columns: readonly Column<Act>[] = [
    { key: 'act', head: t('rights.act'), names: true, cell: (act) => t(`rights.acts.${act}`) },
    ...STANDINGS.map((standing) => ({
      key: standing,
      head: t(`rights.${standing}`),
      cell: (act: Act) => t(mayDo(standing, act) ? 'rights.yes' : 'rights.no'),
    })),
  ];
  return <DataTable caption={t('rights.title')} columns={columns} rows={ACTS} rowKey={actKey} />;
}
