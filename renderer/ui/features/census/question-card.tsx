import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CensusQuestion } from '../../../app/use-census';
import type { Sex } from '../../../domain/patient/patient';
import { Banner } from '../../components/banner/banner';
import { Select } from '../../components/select/select';
import styles from './census.module.css';

type Answer = CensusQuestion['choices'][number]['answer'];

/** Something only a person can decide, with a value of the file beside the choices. A date order is never guessed. */
export function QuestionCard({
  question,
  withFile,
  onAnswer,
}: {
  readonly question: CensusQuestion;
  readonly withFile: boolean;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const { t } = useTranslation('census');
  return (
    <Banner
      tone={question.blocking ? 'warning' : 'info'}
      icon="help"
      actions={
        question.code === 'sex-codes' ? (
          <SexCodes codes={question.example.split(/,\s*/)} onAnswer={(sexCodes) => onAnswer({ sexCodes })} />
        ) : (
          question.choices.map((choice) => (
            <Button key={choice.label} onClick={() => onAnswer(choice.answer)}>
              {choice.label}
            </Button>
          ))
        )
      }
    >
      <b>{t(`question.${question.code}`, { column: question.column })}</b>{' '}
      {question.code !== 'sex-codes' && t('question.example', { example: question.example })}{' '}
      <span className={styles.quiet}>
        {withFile && `${question.file}: `}
        {t(question.blocking ? 'question.waiting' : 'question.rows', { count: question.rows })}
      </span>
    </Banner>
  );
}

const SEXES: readonly Sex[] = ['female', 'male', 'other', 'unknown'];

function SexCodes({
  codes,
  onAnswer,
}: {
  readonly codes: readonly string[];
  readonly onAnswer: (codes: Readonly<Record<string, Sex>>) => void;
}) {
  const { t } = useTranslation(['census', 'patients']);
  const [chosen, setChosen] = useState<Readonly<Record<string, Sex>>>({});
  return (
    <>
      {codes.map((code) => (
        <Select<Sex>
          key={code}
          label={t('census:question.code', { code })}
          value={chosen[code] ?? null}
          empty={t('census:question.choose')}
          options={SEXES.map((sex) => ({ value: sex, label: t(`patients:sex.${sex}`) }))}
          onChange={(sex) => setChosen({ ...chosen, [code]: sex })}
        />
      ))}
      <Button disabled={Object.keys(chosen).length === 0} onClick={() => onAnswer(chosen)}>
        {t('census:question.codesSave')}
      </Button>
    </>
  );
}
