import { countByOwner } from '../../../domain/reconciliation/queue';
import { BACK_ENTRY_PAPERS, type BackEntryPaper } from '../../use-back-entry-paper';
import { type BatchCommand, type BatchContext, done, EXIT, BatchRefusal, refusedInput } from '../command';
import { signer } from './form';

const BY = { by: { value: 'U', required: true, about: 'who does it: name or id' } } as const;

const MESSAGES: Readonly<Record<string, string>> = {
  'no-outage': 'there is no outage to reconcile',
  'still-down': 'the outage has not ended: nothing is closed before the official all-clear (outage end)',
  'unknown-policy': 'no such rule; reconcile status lists all',
  'unknown-ward': 'this ward took no part',
  'not-ready-to-close': 'critical lines are open or not checked by a second person; reconcile status counts them',
  'ward-not-signed-off': 'each ward signs off first: reconcile sign-off',
  'already-signed-off': 'this ward is signed off already',
  'nothing-to-print': 'there is nothing to print',
};

function refused<R extends { readonly code: string }>(error: R, where: string): BatchRefusal {
  return refusedInput({ where, ...error }, MESSAGES[error.code]);
}

/** How far the back-entry is. */
export const reconcileStatus: BatchCommand = {
  words: ['reconcile', 'status'],
  about: 'counters per owner and ward, burn-down, what stops closing, which rule counts',
  options: {},
  needs: 'vault',
  json: '{policy, policies:[…], owners:[{owner, total, settled, verified, waiting, toEnter, oldestOpen}], wards:[…], burnDown, close}',
  run({ box }) {
    const view = box.reconcile.view();
    if (!view) throw refused({ code: 'no-outage' }, '');
    return Promise.resolve(
      done({
        policy: box.reconcile.policy()?.id ?? null,
        policies: box.state.get().library.policies.map(({ id, title }) => ({ id, title })),
        owners: countByOwner(view),
        wards: box.reconcile.wards(),
        burnDown: box.reconcile.burnDown() ?? null,
        close: box.reconcile.closeCheck() ?? null,
      }),
    );
  },
};

/** What does not add up. */
export const reconcileAudit: BatchCommand = {
  words: ['reconcile', 'audit'],
  about: 'orders without result, doses without order, pages not seen, drafts nobody signed',
  options: {},
  needs: 'vault',
  json: '{findings:[{code, patient, serial, form, text, pages}]}',
  async run({ box }) {
    const numbers = new Map(box.patients.board().map((one) => [one.id, one.mrn ?? one.downtimeNumber ?? null]));
    const findings = await box.reconcile.audit();
    return done({
      findings: findings.map(({ patient, ...finding }) => ({
        ...finding,
        patient: numbers.get(patient ?? '') ?? null,
      })),
    });
  },
};

/** Which preset says what is entered. */
export const reconcilePolicy: BatchCommand = {
  words: ['reconcile', 'policy'],
  about: 'chooses the rule of what is entered and what is scanned',
  positionals: { name: 'ID', min: 1, max: 1 },
  options: BY,
  needs: 'vault',
  json: '{policy}',
  async run(context) {
    const [id = ''] = context.positionals;
    const chosen = await context.box.reconcile.choosePolicy(id, signer(context, 'by').person);
    if (!chosen.ok) throw refused(chosen.error, 'ID');
    return done({ policy: id });
  },
};

/** Scanned paper. */
export const reconcileScan: BatchCommand = {
  words: ['reconcile', 'scan'],
  about:
    'reads scanned PDF, TIFF, PNG and JPEG files or folders; pages are filed by their code, others lie in the tray',
  positionals: { name: 'FILE', min: 1, max: 1000 },
  options: { ...BY, confirm: { value: '', flag: true, about: 'marks sheets whose every page came back as scanned' } },
  needs: 'vault',
  json: '{pages, filed, tray, again, cover, confirmed, refused:[{file, where, code}], missing:[{serial, form, pages, missing}]}',
  async run(context) {
    const by = signer(context, 'by').person;
    const files = (await Promise.all(context.positionals.map((path) => context.readInput(path)))).flat();
    const read = await context.box.returnedPaper.scan(files, by);
    if (!read.ok) throw refused(read.error, '');
    const confirmed = context.flag('confirm') ? await context.box.returnedPaper.confirm(by) : 0;
    const missing = context.box.returnedPaper
      .missing()
      .map(({ serial, form, pages, missing: of }) => ({ serial, form, pages, missing: of }));
    const json = { ...read.value, confirmed, missing };
    return read.value.refused.length > 0 ? { exit: EXIT.refused, json } : done(json);
  },
};

/** A ward says that its back-entry is whole. */
export const reconcileSignOff: BatchCommand = {
  words: ['reconcile', 'sign-off'],
  about: 'signs a ward off; critical lines stop it',
  options: {
    ...BY,
    ward: { value: 'W', required: true, about: 'ward' },
    note: { value: 'TEXT', about: 'for the record' },
  },
  needs: 'vault',
  json: '{wards:[{ward, total, open, criticalOpen, signOff}]}',
  async run(context) {
    const ward = context.option('ward') ?? '';
    const signed = await context.box.reconcile.signOff({ ward, ...noteOf(context) }, signer(context, 'by').person);
    if (!signed.ok) throw refused(signed.error, '--ward');
    return done({ wards: context.box.reconcile.wards() });
  },
};

/** Signs the event off; retention starts. */
export const reconcileClose: BatchCommand = {
  words: ['reconcile', 'close'],
  about: 'closes the outage: no critical line open, every ward signed off',
  options: { ...BY, note: { value: 'TEXT', about: 'for the record' } },
  needs: 'vault',
  json: '{closedAt, items, entered, scanned, notNeeded, verified, openItems, wards}',
  async run(context) {
    const closed = await context.box.reconcile.close(noteOf(context), signer(context, 'by').person);
    if (!closed.ok) throw refused(closed.error, '');
    const entry = closed.value.find(({ type }) => type === 'reconciliation.closed');
    return done({ ...entry?.payload });
  },
};

/** Paper of the time after. */
export const reconcilePaper: BatchCommand = {
  words: ['reconcile', 'paper'],
  about: 'doses already given, control sheets F28, cover sheets or the certificate as PDF',
  positionals: { name: BACK_ENTRY_PAPERS.join('|'), min: 1, max: 1 },
  options: { out: { value: 'FILE.pdf', required: true, about: 'where to' } },
  needs: 'vault',
  json: '{file, pages}',
  async run(context) {
    const [kind = ''] = context.positionals;
    if (!BACK_ENTRY_PAPERS.some((one) => one === kind))
      throw refusedInput({ code: 'unknown-paper', where: 'KIND' }, `one of ${BACK_ENTRY_PAPERS.join(', ')}`);
    const made = await context.box.backEntryPaper.toPdf(kind as BackEntryPaper);
    if (!made.ok) throw refusedInput({ where: 'KIND', ...made.error }, MESSAGES[made.error.code]);
    const file = await context.writeOutput(null, made.value.pdf);
    return done({ file, pages: made.value.pages });
  },
};

const noteOf = (context: BatchContext): { readonly note?: string } => {
  const note = context.option('note');
  return note === undefined ? {} : { note };
};
