import { Icon } from '../../components/icon/icon';
import styles from './setup.module.css';

/** Where the wizard stands, in words. */
export function StepDots({ labels, current }: { readonly labels: readonly string[]; readonly current: number }) {
  return (
    <ol className={styles.steps}>
      {labels.map((label, index) => (
        <li key={label} className={styles.step} aria-current={index === current ? 'step' : undefined}>
          <Icon name={index < current ? 'done' : index === current ? 'current' : 'open'} size={20} />
          {index + 1} {label}
        </li>
      ))}
    </ol>
  );
}
