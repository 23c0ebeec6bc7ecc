import type { Result } from '../domain/basics/result';

/** Why a badge was not written down. */
export type BadgeRefusal =
  | { readonly code: 'locked' }
  | { readonly code: 'not-manager' }
  | { readonly code: 'badge-too-short'; readonly min: number }
  | { readonly code: 'badge-taken'; readonly name: string };

/** Badges say who somebody claims to be, never that they are: the cheap ones can be copied from a pocket (security.md 6). */
export interface Badges {
  /** The person of a scanned badge; undefined where nobody here has it. */
  ownerOf(code: string): Promise<string | undefined>;
  /** Replaces the badge the person had. Managers only. */
  give(input: { readonly person: string; readonly badge: string }): Promise<Result<null, BadgeRefusal>>;
}
