import { type BatchCommand, done, EXIT, refusedInput } from '../command';

/** Everything the library holds. */
export const libraryList: BatchCommand = {
  words: ['library', 'list'],
  about: 'forms, checklists and runbooks with version and state',
  options: {},
  needs: 'nothing',
  json: '{items:[{kind, id, version, title, state, reviewDate, overdue}]}',
  run({ box }) {
    const { library } = box.state.get();
    const items = [
      ...box.formVersions.states().map(({ definition: { id, version, title }, state, reviewDate, overdue }) => ({
        kind: 'form',
        id,
        version,
        title,
        state,
        ...(reviewDate === undefined ? {} : { reviewDate, overdue }),
      })),
      ...library.checklists.map((card) => ({
        kind: 'checklist',
        id: card.id,
        version: card.version,
        title: card.title,
        state: card.status,
      })),
      ...library.runbooks.map((book) => ({
        kind: 'runbook',
        id: book.id,
        version: book.version,
        title: book.title,
        state: book.status,
      })),
    ];
    return Promise.resolve(done({ items }));
  },
};

/** Takes forms in; each whole or not at all. */
export const libraryImport: BatchCommand = {
  words: ['library', 'import'],
  about: 'takes FHIR Questionnaires and signed packs in, from files or folders',
  positionals: { name: 'PATH...', min: 1, max: 10_000 },
  options: { trust: { value: 'FINGERPRINT', about: 'the key of a pack from elsewhere, compared with its sender' } },
  needs: 'nothing',
  json: '{imported, refused:[{file, code, message, where}], warnings:[…], items:[{file, kind, id, version, title}]}',
  async run(context) {
    const files = (await Promise.all(context.positionals.map((path) => context.readInput(path)))).flat();
    const json = files
      .map((file) => ({ name: file.path, bytes: file.bytes }))
      .filter((file) => files.length === 1 || /\.json$/i.test(file.name));
    if (json.length === 0)
      throw refusedInput({ code: 'no-files', where: context.positionals.join(' ') }, 'no .json file there');
    context.progress(`${json.length} files`);
    const { imported, refused, warnings } = await context.box.libraryUse.import(json, context.option('trust'));
    return {
      exit: refused.length > 0 ? EXIT.refused : EXIT.done,
      json: { imported: imported.length, refused, warnings, items: imported },
    };
  },
};

/** Writes a form as it came in. */
export const libraryExport: BatchCommand = {
  words: ['library', 'export'],
  about: 'writes a form as it came in, nothing lost',
  positionals: { name: 'ID', min: 1, max: 1 },
  options: {
    out: { value: 'FILE', required: true, about: 'where to' },
    version: { value: 'V', about: 'the newest when left out' },
  },
  needs: 'nothing',
  json: '{file, sha256}',
  async run(context) {
    const [id = ''] = context.positionals;
    const text = await context.box.libraryUse.textOf(id, context.option('version'));
    if (text === undefined)
      throw refusedInput({ code: 'unknown-form', where: id }, `no form ${id} in the library; library list shows all`);
    const bytes = new TextEncoder().encode(text);
    const file = await context.writeOutput(null, bytes);
    return done({ file, sha256: await context.box.sha256(bytes) });
  },
};
