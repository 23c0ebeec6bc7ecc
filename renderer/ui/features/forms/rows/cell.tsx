import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilledQuestion } from '../../../../domain/form/filled-form';
import { textOfAnswers } from '../../../../domain/form/text-of-answer';
import { useFiller, useLive } from '../fill/filler-context';
import { optionKey } from '../questions/choice-style';
import { cellText, readCell } from './cell-text';
import styles from './rows.module.css';

/** One cell: a native list for choices, else one line of text that is read by the column's type and keeps what was typed. */
export const Cell = memo(function Cell({ node, label }: { readonly node: FilledQuestion; readonly label: string }) {
  const { t } = useTranslation(['forms', 'common']);
  const id = useId();
  const filler = useFiller();
  const tried = useLive(filler.tried);
  const { item, answers, options, path } = node;
  const [answer] = answers;
  const [typed, setTyped] = useState<string>();
  const readOnly = item.readOnly || !node.enabled;
  if (readOnly) return <output className={styles.output}>{textOfAnswers(item, answers)}</output>;
  const wrong = node.findings.find((one) => tried || (one.code !== 'required' && one.code !== 'too-few'));
  const unreadable = typed !== undefined && typed.trim() !== '' && readCell(node, typed, filler.now()) === null;
  const message = unreadable ? t('rows.unreadable') : wrong?.message;
  const shared = {
    'aria-label': label,
    'aria-invalid': message ? true : undefined,
    'aria-describedby': message && typed === undefined ? id : undefined,
    'data-tone': wrong?.severity === 'soft' ? 'warning' : message ? 'critical' : undefined,
    onFocus: () => filler.at.set(node),
  } as const;
  const foot = message && typed === undefined && (
    <span id={id} className={styles.message} data-tone={wrong?.severity === 'soft' ? 'warning' : 'critical'}>
      {message}
      {wrong?.severity === 'soft' && (
        <button type="button" className={styles.accept} onClick={() => filler.session.accept(wrong)}>
          {t('soft.yesShort')}
        </button>
      )}
    </span>
  );
  if (item.type === 'boolean' || (item.type === 'choice' && options.length > 0)) {
    const isBoolean = item.type === 'boolean';
    const value = isBoolean
      ? answer?.valueBoolean === undefined
        ? ''
        : String(answer.valueBoolean)
      : (optionKey(options, answer) ?? '');
    const set = (key: string): void => {
      const chosen =
        key === '' ? undefined : isBoolean ? { valueBoolean: key === 'true' } : options[Number(key)]?.value;
      filler.session.setAnswers(path, chosen === undefined ? [] : [chosen]);
    };
    const choices = isBoolean
      ? ([
          ['true', t('common:yes')],
          ['false', t('common:no')],
        ] as const)
      : options.map((option, at) => [String(at), [option.prefix, option.label].filter(Boolean).join(' ')] as const);
    return (
      <>
        <select {...shared} className={styles.cell} value={value} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">{t('rows.choose')}</option>
          {choices.map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
        {foot}
      </>
    );
  }
  const change = (text: string): void => {
    setTyped(text);
    const read = text.trim() === '' ? undefined : readCell(node, text, filler.now());
    if (read === null) return;
    filler.session.setAnswers(path, read === undefined ? [] : [read]);
  };
  return (
    <>
      <input
        {...shared}
        className={styles.cell}
        autoComplete="off"
        spellCheck={false}
        list={options.length > 0 ? `${id}-list` : undefined}
        inputMode={item.type === 'integer' || item.type === 'decimal' ? 'decimal' : undefined}
        placeholder={
          item.type === 'dateTime' || item.type === 'time'
            ? t('rows.timeHint')
            : item.type === 'date'
              ? t('rows.dateHint')
              : undefined
        }
        value={typed ?? cellText(node, filler.now())}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => {
          // What cannot be read stays in sight until it is mended.
          if (!unreadable) setTyped(undefined);
        }}
      />
      {options.length > 0 && (
        <datalist id={`${id}-list`}>
          {options.map((option) => (
            <option key={option.label} value={option.label} />
          ))}
        </datalist>
      )}
      {unreadable && <span className={styles.message}>{message}</span>}
      {foot}
    </>
  );
});
