import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/basics/time';
import { datePartsOf, type DateParts, readDate } from '../date-field/read-date';
import { FieldFoot } from '../field/field';
import fieldStyles from '../field/field.module.css';
import { readTime } from '../time-field/read-time';
import styles from './date-time-field.module.css';
import { instantOfMoment, likelyDay } from './zoned-moment';

interface Typed extends DateParts {
  readonly time: string;
}

/**
 * When something happened: the time first (that is what a nurse knows), the day filled in by itself and open to
 * correction. Emits an instant; a day without a time only where `dateOnly` allows it.
 */
export function DateTimeField({
  label,
  value,
  onChange,
  now,
  past = false,
  dateOnly = false,
  required,
  hint,
  error,
  onBlur,
  id: ownId,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly now: () => Instant;
  /** The moment lies behind us: 23:50 typed at 00:10 was yesterday. */
  readonly past?: boolean;
  readonly dateOnly?: boolean;
  readonly required?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly id?: string | undefined;
}) {
  const { t } = useTranslation(['forms', 'components']);
  const fallback = useId();
  const id = ownId ?? fallback;
  const [shown, setShown] = useState<{ readonly value: string | null; readonly typed: Typed }>(() => ({
    value,
    typed: typedOf(value),
  }));
  const [left, setLeft] = useState(false);
  // A value from outside (prefill, "Now") replaces what stands there; our own echo does not, or half a time would vanish.
  const typed = shown.value === value ? shown.typed : typedOf(value);
  const change = (part: Partial<Typed>): void => {
    let next = { ...typed, ...part };
    const time = readTime(next.time);
    if (part.time !== undefined && time !== null && next.day + next.month + next.year === '')
      next = { ...next, ...datePartsOf(likelyDay(time, now(), past)) };
    const read = readMoment(next, dateOnly, now());
    setShown({ value: read.value, typed: next });
    if (read.value !== value) onChange(read.value);
  };
  const own = ownError(typed, dateOnly, left);
  const shownError = error ?? (own && t(`components:${own}`));
  return (
    <fieldset
      className={fieldStyles.field}
      data-error={Boolean(shownError) || undefined}
      aria-describedby={[hint && `${id}-hint`, shownError && `${id}-error`].filter(Boolean).join(' ') || undefined}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setLeft(true);
        onBlur?.();
      }}
    >
      <legend className={fieldStyles.label}>{label}</legend>
      <div className={styles.boxes}>
        <input
          id={id}
          className={fieldStyles.input}
          data-part="time"
          aria-label={t('forms:when.time')}
          aria-required={required}
          inputMode="numeric"
          autoComplete="off"
          placeholder="hh:mm"
          maxLength={5}
          value={typed.time}
          onChange={(event) => change({ time: event.currentTarget.value })}
          onBlur={() => change({ time: readTime(typed.time) ?? typed.time })}
        />
        {(['day', 'month', 'year'] as const).map((part) => (
          <input
            key={part}
            className={fieldStyles.input}
            data-part={part}
            aria-label={t(`components:date.${part}`)}
            inputMode="numeric"
            autoComplete="off"
            placeholder={t(`forms:when.${part}`)}
            maxLength={part === 'year' ? 4 : 2}
            value={typed[part]}
            onChange={(event) => change({ [part]: event.currentTarget.value })}
          />
        ))}
        <Button
          className={styles.now}
          onClick={() => change({ time: now().slice(11, 16), ...datePartsOf(now().slice(0, 10)) })}
        >
          {t('forms:when.now')}
        </Button>
      </div>
      <FieldFoot id={id} hint={hint} error={shownError} />
    </fieldset>
  );
}

function typedOf(value: string | null): Typed {
  const [date = '', time = ''] = (value ?? '').split('T');
  return { ...datePartsOf(date === '' ? null : date), time: time.slice(0, 5) };
}

function readMoment(typed: Typed, dateOnly: boolean, now: Instant): { readonly value: string | null } {
  const date = readDate(typed, dateOnly);
  const time = readTime(typed.time);
  if (date.state !== 'date') return { value: null };
  if (time === null) return { value: dateOnly && typed.time.trim() === '' ? date.date : null };
  return { value: date.date.length === 10 ? instantOfMoment({ date: date.date, time }, now) : null };
}

function ownError(
  typed: Typed,
  dateOnly: boolean,
  left: boolean,
): 'date.impossible' | 'date.incomplete' | 'timeOfDay.impossible' | undefined {
  const date = readDate(typed, dateOnly);
  if (date.state === 'impossible') return 'date.impossible';
  const time = typed.time.trim();
  if (time !== '' && readTime(time) === null && (left || time.length >= 4)) return 'timeOfDay.impossible';
  return left && date.state === 'incomplete' ? 'date.incomplete' : undefined;
}
