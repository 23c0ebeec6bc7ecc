import { useTranslation } from 'react-i18next';
import { useBox } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { CheckList } from '../../components/check-list/check-list';
import { NumberField } from '../../components/number-field/number-field';
import { Select } from '../../components/select/select';
import { LabelPrinter } from './label-printer';
import { PackField } from './pack-field';
import { PrinterField } from './printer-field';
import { forPatients } from './print-place';
import styles from './print.module.css';
import type { Choices } from './use-choices';
import type { Printers } from './use-printers';
import { WhoField } from './who-field';

const COPIES = { blank: 'copiesOfEach', patients: 'copies', labels: 'labels.each', other: 'copies' } as const;

/** For whom or how many, on which paper, with which printer. */
export function PaperCard({ choices, printers }: { readonly choices: Choices; readonly printers: Printers }) {
  const { t } = useTranslation('print');
  const box = useBox();
  return (
    <Card>
      <div className={styles.settings}>
        {forPatients(choices.tile) && <WhoField choices={choices} />}
        {choices.tile === 'blank' && choices.packs.length > 0 && <PackField choices={choices} />}
        <div className={styles.pair}>
          <Select
            label={t('paper')}
            value={choices.paper}
            options={[
              { value: 'A4', label: 'A4' },
              { value: 'Letter', label: 'Letter' },
            ]}
            onChange={(paper) => void box.saveSettings({ paper })}
          />
          {choices.tile !== 'patients' && !(choices.tile === 'blank' && choices.pack) && (
            <NumberField
              label={t(COPIES[choices.tile])}
              text={choices.copiesText}
              onChange={choices.setCopiesText}
              error={choices.missing === 'copies' ? t('missing.copies') : undefined}
            />
          )}
          <PrinterField printers={printers} />
        </div>
        {choices.tile === 'labels' && <LabelPrinter choices={choices} />}
        {choices.mayCover && (
          <CheckList
            label={t('cover.label')}
            hideLabel
            items={[{ value: 'cover', label: t('cover.label') }]}
            value={choices.cover ? ['cover'] : []}
            onChange={(value) => choices.setCover(value.length > 0)}
          />
        )}
      </div>
    </Card>
  );
}
