import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat, ExportMade } from '../../../app/use-export';
import type { Instant } from '../../../domain/basics/time';
import { useBox, useBoxState } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { Row, Stack } from '../../components/page/page';
import { clockOf } from '../../strings/time-words';
import { MadeFiles } from './made-files';

/** First the files, so that what cannot go out is read before anything leaves; then the folder. */
export function MakeAndSave({
  format,
  since,
  zipPassword,
}: {
  readonly format: ExportFormat;
  readonly since: string | undefined;
  readonly zipPassword: string | undefined;
}) {
  const { t } = useTranslation('export');
  const box = useBox();
  const entries = useBoxState((state) => state.world.entries);
  const [made, setMade] = useState<{ readonly files: ExportMade; readonly of: typeof entries }>();
  const [saved, setSaved] = useState<Instant>();
  const making = useAction(box.exports.make);
  const saving = useAction(box.exports.save);
  // Somebody signed something while the list was read: these files would leave it out.
  const stale = made !== undefined && saved === undefined && made.of !== entries;

  const make = async (): Promise<void> => {
    const of = box.state.get().world.entries;
    const files = await making.run({
      format,
      ...(since === undefined ? {} : { since }),
      ...(zipPassword === undefined ? {} : { zipPassword }),
    });
    setSaved(undefined);
    setMade(files && { files, of });
  };
  const save = async (): Promise<void> => {
    const at = box.clock.now();
    if (made && (await saving.run(made.files))?.saved) setSaved(at);
  };

  const error = making.error ?? saving.error;
  return (
    <Stack>
      {made && <MadeFiles made={made.files} />}
      {stale && <Banner tone="warning">{t('stale')}</Banner>}
      {made && saved !== undefined && (
        <Banner tone="info" icon="saved" live="status">
          <b>{t('saved', { count: made.files.files.length, time: clockOf(saved) })}</b> {t('noted')}
        </Banner>
      )}
      {error && (
        <Banner tone="critical" live="alert">
          {error}
        </Banner>
      )}
      <Row>
        {made && saved === undefined && !stale ? (
          <BigButton tone="brand" icon="download" disabled={saving.busy} onClick={() => void save()}>
            {t('save', { count: made.files.files.length })}
          </BigButton>
        ) : (
          <BigButton
            tone={saved === undefined ? 'brand' : 'plain'}
            icon="pages"
            disabled={making.busy}
            onClick={() => void make()}
          >
            {making.busy ? t('making') : t(made ? 'makeAgain' : 'make')}
          </BigButton>
        )}
      </Row>
    </Stack>
  );
}
