import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryImport, LibraryProblem } from '../../../app/use-library';
import { useBox, useNow } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { Row, Stack } from '../../components/page/page';
import { useNotices } from '../../frame/notices/notices-context';
import { useTimeWords } from '../../strings/time-words';

/** How many problems are listed: the first ones say what is wrong with a folder full. */
const MOST_SHOWN = 20;

/** Takes forms and packs in, saves a pack; what was refused stands here with its file and place. */
export function ImportForms() {
  const { t } = useTranslation('library');
  const box = useBox();
  const words = useTimeWords();
  const today = useNow().slice(0, 10);
  const { tell } = useNotices();
  const [result, setResult] = useState<LibraryImport>();
  const taking = useAction(box.libraryUse.choose);
  const packing = useAction(box.formVersions.savePack);
  const take = async (): Promise<void> => {
    const done = await taking.run();
    if (!done) return;
    setResult(done);
    if (done.imported.length > 0) tell('info', t('taken', { count: done.imported.length }));
  };
  const pack = async (): Promise<void> => {
    const made = await packing.run(t('packName', { date: words.date(today) }));
    if (made?.saved) tell('info', t('packed', { count: made.manifest.forms.length, fingerprint: made.fingerprint }));
  };
  return (
    <Stack gap={3}>
      <Row>
        <Button disabled={taking.busy} onClick={() => void take()}>
          {t('import')}
        </Button>
        <Button disabled={packing.busy} onClick={() => void pack()}>
          {t('pack')}
        </Button>
      </Row>
      {(taking.error ?? packing.error) && <p role="alert">{taking.error ?? packing.error}</p>}
      {result && result.refused.length > 0 && (
        <Refused problems={result.refused} none={result.imported.length === 0} onTrusted={() => setResult(undefined)} />
      )}
    </Stack>
  );
}

function Refused({
  problems,
  none,
  onTrusted,
}: {
  readonly problems: readonly LibraryProblem[];
  readonly none: boolean;
  readonly onTrusted: () => void;
}) {
  const { t } = useTranslation('library');
  const box = useBox();
  const { tell } = useNotices();
  const { run, error } = useAction(box.formVersions.trustSigner);
  const stranger = problems.find(({ code }) => code === 'pack-unknown-signer');
  const fingerprint = /[0-9A-F]{4}(?:-[0-9A-F]{4}){4}/.exec(stranger?.message ?? '')?.[0];
  const trust = async (): Promise<void> => {
    if (fingerprint === undefined || (await run(fingerprint, stranger?.file ?? '')) === undefined) return;
    tell('info', t('trusted'));
    onTrusted();
  };
  return (
    <Banner
      tone="warning"
      live="alert"
      actions={fingerprint && <Button onClick={() => void trust()}>{t('trust', { fingerprint })}</Button>}
    >
      <b>{t('refused', { count: problems.length })}</b>
      {none && <p>{t('nothing')}</p>}
      <ul>
        {problems.slice(0, MOST_SHOWN).map((problem) => (
          <li key={`${problem.file} ${problem.where} ${problem.code}`}>
            {t(problem.where === '' ? 'problemWhole' : 'problem', { ...problem })}
          </li>
        ))}
      </ul>
      {error && <p>{error}</p>}
    </Banner>
  );
}
