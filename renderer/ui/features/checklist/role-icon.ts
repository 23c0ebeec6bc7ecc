import type { IconName } from '../../components/icon/icon';

const ICONS: Readonly<Record<string, IconName>> = {
  'nurse-in-charge': 'star',
  'bedside-nurse': 'nurse',
  nurse: 'nurse',
  doctor: 'doctor',
  prescriber: 'doctor',
  physician: 'doctor',
  'ward-clerk': 'call',
  clerk: 'call',
  pharmacy: 'pill',
  laboratory: 'flask',
  'blood-bank': 'droplet',
};

/** The shape of a role; a role of the site's own gets the plain person. */
export function roleIcon(role: string): IconName {
  return ICONS[role] ?? 'user';
}
