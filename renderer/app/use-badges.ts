import { type Result, ok, refuse } from '../domain/basics/result';
import { WORKSTATION_BOOK } from '../domain/ledger/entry';
import { type Core, refusedBy } from './core';
import type { Refused } from './refusal';

/** Badges: a scan says whose PIN to ask for. */
export interface BadgeUse {
  /** Person id; undefined where nobody here has this badge. */
  ownerOf(code: string): Promise<string | undefined>;
  give(input: {
    readonly person: string;
    readonly badge: string;
  }): Promise<Result<{ readonly person: string }, Refused>>;
}

/** Makes the use-cases of badges. */
export function createBadgeUse(core: Core): BadgeUse {
  const { ports } = core;
  return {
    ownerOf: (code) => ports.vault.badges.ownerOf(code),
    async give(input) {
      const given = await ports.vault.badges.give(input);
      if (!given.ok) return refuse(refusedBy(given.error));
      const { person } = input;
      await core.run((_world, { by }) =>
        ok([{ book: WORKSTATION_BOOK, subject: person, by, type: 'badge.given', payload: { person } }]),
      );
      core.patch({ vault: await ports.vault.status() });
      return ok({ person });
    },
  };
}
