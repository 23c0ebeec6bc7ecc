import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Row } from '../../components/page/page';
import type { Decisions } from './table-mappings';

const ASKED = ['dateOrder', 'twoDigitYears', 'nameOrder', 'sexCodes', 'excelDates'] as const;

/** What was answered in this sitting; each answer can be taken back, and is asked again. */
export function Decided({
  decisions,
  onChange,
}: {
  readonly decisions: Decisions;
  readonly onChange: (decisions: Decisions) => void;
}) {
  const { t } = useTranslation('census');
  const answers = Object.entries(decisions).flatMap(([file, mapping]) =>
    ASKED.filter((name) => mapping[name] !== undefined).map((name) => ({ file, name, mapping })),
  );
  if (answers.length === 0) return null;
  return (
    <Row>
      {answers.map(({ file, name, mapping }) => (
        <Button
          key={`${file}-${name}`}
          size="sm"
          onClick={() => {
            const { [name]: _answer, ...rest } = mapping;
            onChange({ ...decisions, [file]: rest });
          }}
        >
          {t('decided.takeBack', { what: t(`decided.${name}`) })}
        </Button>
      ))}
    </Row>
  );
}
