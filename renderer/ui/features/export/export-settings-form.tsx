import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Application,
  DICTIONARIES,
  type DictionaryName,
  type ExportSettings,
  HL7_VERSIONS,
  type Hl7Version,
} from '../../../domain/workstation/export-settings';
import { useBox } from '../../box/box-context';
import { useAction } from '../../box/use-action';
import { Banner } from '../../components/banner/banner';
import { BigButton } from '../../components/big-button/big-button';
import { Card } from '../../components/card/card';
import { CheckList } from '../../components/check-list/check-list';
import { Columns, Row, Stack } from '../../components/page/page';
import { Select } from '../../components/select/select';
import { TextField } from '../../components/text-field/text-field';
import { dictionaryOfLines, linesOfDictionary } from './dictionary-lines';

const FLAGS = ['documents', 'charges', 'csvBom', 'test'] as const;

/** How this site wants its exports. Saved whole, as a fact with who and when. */
export function ExportSettingsForm() {
  const { t } = useTranslation('export');
  const box = useBox();
  const [start] = useState(() => box.exports.settings());
  const [mrnSystem, setMrnSystem] = useState(start.mrnSystem ?? '');
  const [mrnAuthority, setMrnAuthority] = useState(start.mrnAuthority ?? '');
  const [sender, setSender] = useState(textOf(start.sender));
  const [receiver, setReceiver] = useState(textOf(start.receiver));
  const [version, setVersion] = useState<Hl7Version>(start.hl7Version ?? '2.5.1');
  const [flags, setFlags] = useState<readonly (typeof FLAGS)[number][]>(
    FLAGS.filter((name) => (name === 'documents' ? start.documents !== false : start[name] === true)),
  );
  const [lines, setLines] = useState<Readonly<Record<DictionaryName, string>>>({
    locations: linesOfDictionary(start.dictionaries?.locations),
    providers: linesOfDictionary(start.dictionaries?.providers),
    tests: linesOfDictionary(start.dictionaries?.tests),
    units: linesOfDictionary(start.dictionaries?.units),
  });
  const [isSaved, setSaved] = useState(false);
  const saving = useAction(box.exports.configure);
  const wrong = (name: DictionaryName): string | undefined => {
    const at = dictionaryOfLines(lines[name]).wrong;
    return at.length === 0 ? undefined : t('settings.wrongLines', { lines: at.join(', ') });
  };

  const save = async (): Promise<void> => {
    setSaved(false);
    if (DICTIONARIES.some((name) => wrong(name) !== undefined)) return;
    const settings: ExportSettings = {
      ...(mrnSystem.trim() === '' ? {} : { mrnSystem: mrnSystem.trim() }),
      ...(mrnAuthority.trim() === '' ? {} : { mrnAuthority: mrnAuthority.trim() }),
      ...application('sender', sender),
      ...application('receiver', receiver),
      hl7Version: version,
      documents: flags.includes('documents'),
      charges: flags.includes('charges'),
      csvBom: flags.includes('csvBom'),
      test: flags.includes('test'),
      dictionaries: Object.fromEntries(DICTIONARIES.map((name) => [name, dictionaryOfLines(lines[name]).dictionary])),
    };
    if ((await saving.run(settings)) !== undefined) setSaved(true);
  };

  return (
    <Stack>
      <Columns kind="wide-narrow">
        <Card title={t('settings.ehr')}>
          <Stack gap={3}>
            <TextField
              label={t('settings.mrnSystem')}
              hint={t('settings.mrnSystemHint')}
              value={mrnSystem}
              onChange={setMrnSystem}
            />
            <TextField label={t('settings.mrnAuthority')} value={mrnAuthority} onChange={setMrnAuthority} />
            <TextField
              label={t('settings.sender')}
              hint={t('settings.applicationHint')}
              value={sender}
              onChange={setSender}
            />
            <TextField
              label={t('settings.receiver')}
              hint={t('settings.applicationHint')}
              value={receiver}
              onChange={setReceiver}
            />
          </Stack>
        </Card>
        <Card title={t('settings.how')}>
          <Stack gap={3}>
            <Select
              label={t('settings.version')}
              value={version}
              onChange={setVersion}
              options={HL7_VERSIONS.map((value) => ({ value, label: value }))}
            />
            <CheckList
              label={t('settings.parts')}
              items={FLAGS.map((value) => ({ value, label: t(`settings.${value}`) }))}
              value={flags}
              onChange={setFlags}
            />
          </Stack>
        </Card>
      </Columns>
      <Card title={t('settings.dictionaries')}>
        <Stack gap={3}>
          <p>{t('settings.dictionariesText')}</p>
          {DICTIONARIES.map((name) => (
            <TextField
              key={name}
              label={t(`settings.${name}`)}
              rows={4}
              value={lines[name]}
              error={wrong(name)}
              onChange={(value) => setLines({ ...lines, [name]: value })}
            />
          ))}
        </Stack>
      </Card>
      {isSaved && (
        <Banner tone="info" icon="saved" live="status">
          {t('settings.saved')}
        </Banner>
      )}
      {saving.error && (
        <Banner tone="critical" live="alert">
          {saving.error}
        </Banner>
      )}
      <Row>
        <BigButton tone="brand" icon="saved" disabled={saving.busy} onClick={() => void save()}>
          {t('settings.save')}
        </BigButton>
      </Row>
    </Stack>
  );
}

function textOf(one: Application | undefined): string {
  return one === undefined ? '' : `${one.application} | ${one.facility}`;
}

/** `application | facility`; the settings' own check says what is missing. */
function application(name: 'sender' | 'receiver', text: string): Partial<ExportSettings> {
  if (text.trim() === '') return {};
  const [first = '', facility = ''] = text.split('|').map((part) => part.trim());
  return { [name]: { application: first, facility } };
}
