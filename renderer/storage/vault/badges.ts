import type { Badges } from '../../app/ports';
import { ok, refuse } from '../../domain/basics/result';
import { sha256Hex } from '../seal';
import { isManager } from './enrolment';
import type { VaultFile } from './vault-file';
import type { VaultShelf } from './vault-shelf';

const SHORTEST = 4;

/** Badges in the vault file. */
export function createBadges(shelf: VaultShelf, signedInAs: () => string | undefined): Badges {
  return {
    async ownerOf(code) {
      const file = await shelf.load();
      if (!file) return undefined;
      const mark = await markOf(file, code);
      return file.people.find(({ badge }) => badge !== undefined && badge === mark)?.id;
    },
    async give({ person, badge }) {
      const file = await shelf.load();
      const by = signedInAs();
      if (!file || by === undefined) return refuse({ code: 'locked' });
      if (!isManager(file, by)) return refuse({ code: 'not-manager' });
      if (normal(badge).length < SHORTEST) return refuse({ code: 'badge-too-short', min: SHORTEST });
      const mark = await markOf(file, badge);
      const taken = file.people.find((one) => one.badge === mark);
      if (taken && taken.id !== person) return refuse({ code: 'badge-taken', name: taken.name });
      const people = file.people.map((one) => (one.id === person ? { ...one, badge: mark } : one));
      await shelf.store({ ...file, people });
      return ok(null);
    },
  };
}

// Not the number itself: whoever reads this file must not be able to print the badges of a ward.
function markOf({ vault }: VaultFile, code: string): Promise<string> {
  return sha256Hex(`downtime-box/badge/${vault}/${normal(code)}`);
}

function normal(code: string): string {
  return code.normalize('NFKC').trim().toUpperCase();
}
