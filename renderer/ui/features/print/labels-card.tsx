import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelKind } from '../../../app/label-plan';
import { useBox, useBoxState } from '../../box/box-context';
import { Card } from '../../components/card/card';
import { NumberField } from '../../components/number-field/number-field';
import { RadioList } from './radio-list';
import styles from './print.module.css';
import type { Choices } from './use-choices';

const KINDS: readonly LabelKind[] = ['patient', 'specimen', 'wristband', 'medicine', 'document'];

/** Which labels, and where the sheet in the printer begins. */
export function LabelsCard({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation('print');
  const box = useBox();
  const nudge = useBoxState((state) => state.settings.labelNudge);
  const [nudgeText, setNudgeText] = useState({ x: String(nudge.x), y: String(nudge.y) });
  const title = t('labels.title');
  return (
    <Card title={title}>
      <div className={styles.list}>
        <RadioList
          label={title}
          groups={[{ title: '', items: KINDS.map((kind) => ({ value: kind, label: t(`labels.${kind}`) })) }]}
          value={choices.label}
          onChange={(value) => choices.setLabel(KINDS.find((kind) => kind === value) ?? 'patient')}
        />
        <NumberField
          label={t('labels.first', { last: choices.labelsOnSheet })}
          text={choices.firstText}
          onChange={choices.setFirstText}
          error={choices.missing === 'first' ? t('missing.first', { last: choices.labelsOnSheet }) : undefined}
        />
        <div className={styles.pair}>
          {(['x', 'y'] as const).map((axis) => (
            <NumberField
              key={axis}
              label={t(`labels.nudge.${axis}`)}
              text={nudgeText[axis]}
              onChange={(text, value) => {
                setNudgeText((before) => ({ ...before, [axis]: text }));
                if (value !== null && Math.abs(value) <= 10)
                  void box.saveSettings({ labelNudge: { ...nudge, [axis]: value } });
              }}
            />
          ))}
        </div>
        <p>{t('labels.stock', { paper: choices.paper })}</p>
      </div>
    </Card>
  );
}
