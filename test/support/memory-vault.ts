import type { Person, Vault, VaultStatus } from '../../renderer/app/ports';

/** What a vault in memory knows; a test may look and change. */
export interface MemoryVault {
  vault: { site: string; ward: string; workstation: string } | null;
  readonly people: Person[];
  readonly secrets: Map<string, string>;
  readonly badges: Map<string, string>;
  readonly breakGlassCodes: string[];
}

/** A vault without a key: people, secrets and codes as they were given. */
export function createMemoryVault(of: () => MemoryVault, nextPerson: () => string): Vault {
  const status = (): VaultStatus => ({
    exists: of().vault !== null,
    ...(of().vault ? { ...of().vault, vaultId: 'vault-1', device: 'WS-7B-02' } : {}),
    people: of().people,
    breakGlassCodes: of().breakGlassCodes.length,
    unlocked: false,
    keyring: 'gnome_libsecret',
    keyringSafe: true,
  });
  return {
    status: async () => status(),
    openWorkstation: async () => true,
    async create({ site, ward, workstation, managerName, passphrase }) {
      if (of().vault) return { ok: false, error: { code: 'vault-exists' } };
      if (passphrase.length < 12) return { ok: false, error: { code: 'passphrase-too-short', min: 12 } };
      of().vault = { site, ward, workstation };
      const person: Person = { id: nextPerson(), name: managerName, role: 'manager', hasPin: false };
      of().people.push(person);
      of().secrets.set(person.id, passphrase);
      return { ok: true, value: { vault: 'vault-1', recoveryCode: '7K3M-QX9F-2WTA-RC5H-8JND-VE4P', person } };
    },
    async enrol({ name, role, pin }) {
      if (pin.length < 6) return { ok: false, error: { code: 'pin-too-short', min: 6 } };
      const person: Person = { id: nextPerson(), name, role, hasPin: true };
      of().people.push(person);
      of().secrets.set(person.id, pin);
      return { ok: true, value: person };
    },
    badges: {
      ownerOf: async (code) => of().badges.get(code),
      give: async ({ person, badge }) => {
        of().badges.set(badge, person);
        return { ok: true, value: null };
      },
    },
    async makeBreakGlass(count) {
      const codes = Array.from({ length: count }, (_, at) => `K7QF2-M9CXW-TR5H8-JNDVE-4P00${at}-X`);
      of().breakGlassCodes.push(...codes);
      return { ok: true, value: codes };
    },
    async breakGlass({ code, name, role }) {
      const at = of().breakGlassCodes.indexOf(code);
      if (at < 0) return { ok: false, error: { code: 'wrong-code' } };
      of().breakGlassCodes.splice(at, 1);
      const person: Person = {
        id: nextPerson(),
        name,
        role,
        hasPin: false,
        hasPassphrase: false,
        breakGlass: true,
      };
      of().people.push(person);
      return { ok: true, value: person };
    },
    discardPins: async () => ({ ok: true, value: 0 }),
    async unlock({ person, secret }) {
      const found = of().people.find((one) => (person ? one.id === person : of().secrets.get(one.id) === secret));
      if (!found || of().secrets.get(found.id) !== secret)
        return { ok: false, error: { code: 'wrong-secret', strikesLeft: 4, waitMs: 0 } };
      return { ok: true, value: found };
    },
    async prove({ person, secret }) {
      return of().secrets.get(person) === secret
        ? { ok: true, value: { with: 'pin' } }
        : { ok: false, error: { code: 'wrong-secret', strikesLeft: 4, waitMs: 0 } };
    },
    lock: () => undefined,
  };
}
