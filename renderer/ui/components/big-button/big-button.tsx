import { UnstyledButton } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { Icon, type IconName } from '../icon/icon';
import { Kbd } from '../kbd/kbd';
import styles from './big-button.module.css';

/** The 72 px button of a stress screen (20 mm: gloves). One filled one per screen; `plain` for what stands beside it. */
export function BigButton({
  ref,
  ...props
}: {
  readonly tone: 'brand' | 'critical' | 'plain';
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly icon?: IconName;
  readonly shortcut?: { readonly shown: string; readonly aria: string };
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <UnstyledButton
      ref={ref}
      className={styles.button}
      data-tone={props.tone}
      data-wide={props.wide || undefined}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
      {...(props.shortcut ? { 'aria-keyshortcuts': props.shortcut.aria } : {})}
    >
      {props.icon && <Icon name={props.icon} size={22} />}
      <span>{props.children}</span>
      {props.shortcut && <Kbd>{props.shortcut.shown}</Kbd>}
    </UnstyledButton>
  );
}
