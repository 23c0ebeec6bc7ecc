import { type Result, ok, refuse } from '../domain/basics/result';
import { WORKSTATION_BOOK } from '../domain/ledger/entry';
import { reviewUse } from '../domain/workstation/break-glass';
import { type Core, refusedBy } from './core';
import type { SignedIn, Vault } from './ports';
import type { Refused } from './refusal';

/** One-time codes: made, used, looked at. */
export interface BreakGlassUseCases {
  /** Codes to be printed now: they are answered once and kept nowhere. */
  make(count: number): Promise<Result<readonly string[], Refused>>;
  /** Signs in with a code; who, as what and why is in the ledger before anything is on the screen. */
  open(input: Parameters<Vault['breakGlass']>[0]): Promise<Result<SignedIn, Refused>>;
  review(use: string): Promise<Result<{ readonly use: string }, Refused>>;
}

export function createBreakGlassUse(core: Core, enter: (signedIn: SignedIn) => Promise<void>): BreakGlassUseCases {
  const { ports, state, patch } = core;
  return {
    async make(count) {
      const made = await ports.vault.makeBreakGlass(count);
      if (!made.ok) return refuse(refusedBy(made.error));
      patch({ vault: await ports.vault.status() });
      await core.run((_world, { by }) =>
        ok([{ book: WORKSTATION_BOOK, subject: 'workstation', by, type: 'break-glass.made', payload: { count } }]),
      );
      return made;
    },
    async open(input) {
      const opened = await ports.vault.breakGlass(input);
      if (!opened.ok) return refuse(refusedBy(opened.error));
      const person = opened.value;
      const payload = { name: person.name, role: input.role, reason: input.reason.trim() };
      try {
        await core.run(() =>
          ok([{ book: WORKSTATION_BOOK, subject: person.id, by: person.id, type: 'break-glass.used', payload }]),
        );
      } catch (cause) {
        // Nobody is in without the entry that says so.
        ports.vault.lock();
        throw cause;
      }
      const signedIn: SignedIn = { person, with: 'break-glass', since: ports.clock.now() };
      await enter(signedIn);
      return ok(signedIn);
    },
    async review(use) {
      if (state.get().signedIn?.person.role !== 'manager') return refuse({ code: 'not-manager' });
      const done = await core.run((world, { by }) => reviewUse(world.entries, use, by));
      return done.ok ? ok({ use }) : refuse(refusedBy(done.error));
    },
  };
}
