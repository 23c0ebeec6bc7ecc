import type { IconName } from '../../components/icon/icon';

const ICONS: Readonly<Record<string, IconName>> = {
  'nurse-in-charge': 'star',
  nurse: 'nurse',
  doctor: 'doctor',
  clerk: 'call',
  pharmacist: 'pill',
  laboratory: 'flask',
  'blood-bank': 'droplet',
  imaging: 'scan',
  allied: 'lungs',
  supervisor: 'users',
  command: 'headset',
  records: 'archive',
  registration: 'identity',
  transport: 'walk',
};

/** The shape of a role; a role of the site's own gets the plain person. */
export function roleIcon(role: string): IconName {
  return ICONS[role] ?? 'user';
}
