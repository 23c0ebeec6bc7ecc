import type { Person } from '../../ports';
import type { Refused } from '../../refusal';
import { type BatchCommand, type BatchContext, done, refusedInput } from '../command';

const MESSAGES: Readonly<Record<string, string>> = {
  'unknown-form': 'no such form or version; library list shows all',
  'already-in-review': 'it waits for a second person already',
  'already-approved': 'it is approved and its next review is not near',
  'not-in-review': 'nobody handed it in for review (library submit)',
  'same-person': 'who handed it in cannot approve it',
  'content-changed': 'the content is not what was handed in; import it as a new version',
  'bad-review-date': '--review-date must be a day after today, YYYY-MM-DD',
  'not-manager': 'only a manager of this workstation approves, returns or retires',
  'not-own-name': '--by must be a person of this workstation',
  'version-retired': 'this version is retired',
  'reason-missing': '--reason TEXT is needed',
};

const by = {
  value: 'NAME',
  required: true,
  about: 'who does it: a person of this workstation, by name or id',
} as const;
const version = { value: 'V', about: 'the newest when left out' } as const;

/** What lies between two versions, in words. */
export const libraryDiff: BatchCommand = {
  words: ['library', 'diff'],
  about: 'what differs between two versions of a form, in words',
  positionals: { name: 'ID', min: 1, max: 1 },
  options: {
    from: { value: 'V', required: true, about: 'the older version' },
    to: { value: 'V', required: true, about: 'the newer version' },
  },
  needs: 'nothing',
  json: '{form, from, to, changes:[{kind, linkId, label, words}]}',
  run({ box, positionals: [form = ''], option }) {
    const [from = '', to = ''] = [option('from'), option('to')];
    const found = box.formVersions.compare(form, from, to);
    if (!found.ok) throw refused(found.error, `${form} ${from} ${to}`);
    return Promise.resolve(done({ form, from, to, changes: found.value }));
  },
};

/** Hands a version in. */
export const librarySubmit: BatchCommand = {
  words: ['library', 'submit'],
  about: 'hands a form in, for a second person to read',
  positionals: { name: 'ID', min: 1, max: 1 },
  options: { by, version },
  needs: 'vault',
  json: '{form, version, state}',
  run: (context) => moved(context, (input) => context.box.formVersions.submit(input)),
};

/** Lets a version into use. */
export const libraryApprove: BatchCommand = {
  words: ['library', 'approve'],
  about: 'approves a form somebody else handed in; from then on it never changes',
  positionals: { name: 'ID', min: 1, max: 1 },
  options: {
    by,
    version,
    'review-date': { value: 'DATE', required: true, about: 'when it must be read again, YYYY-MM-DD' },
  },
  needs: 'vault',
  json: '{form, version, state}',
  run: (context) =>
    moved(context, (input) =>
      context.box.formVersions.approve({ ...input, reviewDate: context.option('review-date') ?? '' }),
    ),
};

/** Sends a version back. */
export const libraryReturn: BatchCommand = {
  words: ['library', 'return'],
  about: 'sends a form that was handed in back, with the reason',
  positionals: { name: 'ID', min: 1, max: 1 },
  options: { by, version, reason: { value: 'TEXT', required: true, about: 'what must change' } },
  needs: 'vault',
  json: '{form, version, state}',
  run: (context) =>
    moved(context, (input) => context.box.formVersions.giveBack({ ...input, reason: context.option('reason') ?? '' })),
};

/** Takes a version out of use. */
export const libraryRetire: BatchCommand = {
  words: ['library', 'retire'],
  about: 'takes a version out of use; what was answered with it stays',
  positionals: { name: 'ID', min: 1, max: 1 },
  options: { by, version, reason: { value: 'TEXT', required: true, about: 'why' } },
  needs: 'vault',
  json: '{form, version, state}',
  run: (context) =>
    moved(context, (input) => context.box.formVersions.retire({ ...input, reason: context.option('reason') ?? '' })),
};

/** Forms as one signed file. */
export const libraryPack: BatchCommand = {
  words: ['library', 'pack'],
  about: 'writes forms in use as one signed pack; all when none is named',
  positionals: { name: '[ID...]', min: 0, max: 10_000 },
  options: {
    out: { value: 'FILE', required: true, about: 'where to' },
    name: { value: 'TEXT', about: 'what the pack is called' },
  },
  needs: 'vault',
  json: '{file, sha256, forms, fingerprint}',
  async run(context) {
    const { box, positionals } = context;
    const made = await box.formVersions.makePack(
      context.option('name') ?? 'forms',
      positionals.length > 0 ? positionals : undefined,
    );
    if (!made.ok) throw refused(made.error, positionals.join(' '));
    const file = await context.writeOutput(null, made.value.bytes);
    const { manifest, fingerprint } = made.value;
    return done({ file, sha256: await box.sha256(made.value.bytes), forms: manifest.forms.length, fingerprint });
  },
};

async function moved(
  context: BatchContext,
  act: (input: { form: string; version: string; as: Person }) => Promise<{ ok: true } | { ok: false; error: Refused }>,
) {
  const { box } = context;
  const [form = ''] = context.positionals;
  const { library } = box.state.get();
  const chosen = context.option('version') ?? library.forms.findLast(({ id }) => id === form)?.version ?? '';
  const result = await act({ form, version: chosen, as: personNamed(context) });
  if (!result.ok) throw refused(result.error, `${form} ${chosen}`.trim());
  const state = box.formVersions.states().find(({ definition: { id, version: of } }) => id === form && of === chosen);
  return done({ form, version: chosen, state: state?.state ?? null });
}

/** Approval needs two people this workstation knows: a name anybody could type proves nobody. */
function personNamed(context: BatchContext): Person {
  const named = (context.option('by') ?? '').trim();
  const people = context.box.state.get().vault?.people ?? [];
  const person = people.find((one) => one.id === named || one.name.toLowerCase() === named.toLowerCase());
  if (!person) throw refused({ code: 'not-own-name' }, '--by');
  return person;
}

function refused(refusal: Refused, where: string) {
  return refusedInput({ where, ...refusal }, MESSAGES[refusal.code]);
}
