import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon/icon';
import { Field } from '../../../components/field/field';
import type { ControlProps } from './control-props';
import styles from './questions.module.css';

const MOST_BYTES = 10_000_000;

/** A file or photograph taken into the form; it is sealed with the answers and never lies beside them. */
export function AttachmentControl({ node, label, answer, onAnswer, hint, error }: ControlProps) {
  const { t } = useTranslation('forms');
  const [refused, setRefused] = useState<string>();
  const title = answer?.valueAttachment?.['title'];
  const limit = node.item.maxSizeBytes ?? MOST_BYTES;
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > limit) {
      setRefused(t('question.fileTooLarge', { megabytes: (limit / 1_000_000).toFixed(1) }));
      return;
    }
    setRefused(undefined);
    onAnswer({
      valueAttachment: {
        contentType: file.type || 'application/octet-stream',
        title: file.name,
        size: file.size,
        data: base64Of(new Uint8Array(await file.arrayBuffer())),
      },
    });
  };
  if (typeof title === 'string') {
    return (
      <div className={styles.file}>
        <span className={styles.fileLabel}>{label}</span>
        <span>
          <Icon name="pages" size={20} /> <b>{title}</b>
        </span>
        <Button onClick={() => onAnswer(undefined)}>{t('question.takeFileOut')}</Button>
      </div>
    );
  }
  return (
    <Field label={label} hint={hint} error={refused ?? error}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={node.item.mimeTypes.join(',') || undefined}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      )}
    </Field>
  );
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
