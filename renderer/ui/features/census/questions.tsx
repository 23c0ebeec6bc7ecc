import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CensusQuestion } from '../../../app/use-census';
import { Card } from '../../components/card/card';
import { Row, Stack } from '../../components/page/page';

/** What only a person can know: asked with a value beside it, never guessed. */
export function Questions({
  questions,
  onAnswer,
}: {
  readonly questions: readonly CensusQuestion[];
  readonly onAnswer: (file: string, answer: Readonly<Record<string, unknown>>) => void;
}) {
  const { t } = useTranslation('census');
  if (questions.length === 0) return null;
  return (
    <Card title={t('questions')}>
      <Stack>
        {questions.map((question) => (
          <div key={`${question.file} ${question.column} ${question.code}`}>
            <p>
              {t(`question.${question.code}`, { column: question.column, example: question.example })} {t('waiting', { count: question.rows })}
            </p>
            <Row>
              {question.choices.map((choice) => (
                <Button key={choice.label} onClick={() => onAnswer(question.file, { ...choice.answer })}>
                  {choice.label}
                </Button>
              ))}
            </Row>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
