import type { BackEntryOwner } from '../../../domain/form/form';
import { OWNERS, type QueueItem } from '../../../domain/reconciliation/queue';
import { type BatchCommand, type BatchContext, done, refusedInput, usage } from '../command';
import { signer } from './form';

const MESSAGES: Readonly<Record<string, string>> = {
  'no-outage': 'there is no outage to reconcile',
  'still-down': 'the outage has not ended: nothing is entered before the official all-clear (outage end)',
  'unknown-item': 'no such item; reconcile list shows all',
  'waits-for': 'another item must be entered first',
  'already-marked': 'it is marked already',
  'same-person': 'a second person verifies: this one marked it',
  'not-marked': 'it is not marked yet',
  'reason-missing': '--reason TEXT is needed for not-needed',
  'claimed-by-other': 'somebody else is at it',
};

/** The queues. */
export const reconcileList: BatchCommand = {
  words: ['reconcile', 'list'],
  about: 'what the EHR must learn, by owner, in order of entry',
  options: { owner: { value: 'O', oneOf: OWNERS, about: `one of ${OWNERS.join(', ')}` } },
  needs: 'vault',
  json: '{items:[{serial, item, owner, priority, state, label, disposition, patient, ward, values, waitsFor}]}',
  run({ box, option }) {
    const owner = option('owner') as BackEntryOwner | undefined;
    const items = (box.reconcile.view()?.items ?? []).filter((item) => owner === undefined || item.owner === owner);
    const numbers = new Map(box.patients.board().map((one) => [one.id, one.mrn ?? one.downtimeNumber ?? null]));
    return Promise.resolve(
      done({
        items: items.map((item) => ({
          ...line(item),
          patient: numbers.get(item.patient) ?? null,
          ward: item.ward ?? null,
        })),
      }),
    );
  },
};

function line(item: QueueItem): Readonly<Record<string, unknown>> {
  return {
    serial: item.serial,
    item: item.item,
    owner: item.owner,
    priority: item.priority,
    state: item.state,
    label: item.label,
    disposition: item.disposition,
    form: item.form,
    occurredAt: item.occurredAt,
    values: item.values,
    waitsFor: item.waitingFor,
    mark: item.mark
      ? {
          as: item.mark.as,
          by: item.mark.by,
          at: item.mark.at,
          ref: item.mark.ref ?? null,
          reason: item.mark.reason ?? null,
        }
      : null,
    verifiedBy: item.check?.by ?? null,
  };
}

const KEY = {
  serial: { value: 'S', required: true, about: 'serial of the form' },
  item: { value: 'I', required: true, about: 'item of the form, from reconcile list' },
} as const;

/** An item was entered, scanned, or needs nothing. */
export const reconcileMark: BatchCommand = {
  words: ['reconcile', 'mark'],
  about: 'marks an item entered, scanned or not needed',
  options: {
    ...KEY,
    as: {
      value: 'A',
      required: true,
      oneOf: ['entered', 'scanned', 'not-needed'],
      about: 'entered, scanned or not-needed',
    },
    by: { value: 'U', required: true, about: 'who did it: name or id' },
    ref: { value: 'R', about: "the EHR's own order or accession number" },
    reason: { value: 'TEXT', about: 'needed for not-needed' },
  },
  needs: 'vault',
  json: '{serial, item, state}',
  async run(context) {
    const ref = context.option('ref');
    const reason = context.option('reason');
    const as = context.option('as') as 'entered' | 'scanned' | 'not-needed';
    if (as === 'not-needed' && !reason?.trim()) throw usage(MESSAGES['reason-missing'] ?? '', '--reason');
    const marked = await context.box.reconcile.mark(
      { ...keyOf(context), as, ...(ref === undefined ? {} : { ref }), ...(reason === undefined ? {} : { reason }) },
      signer(context, 'by').person,
    );
    if (!marked.ok) throw refusedInput({ ...marked.error, where: '--item' }, MESSAGES[marked.error.code]);
    return stateOf(context);
  },
};

/** A second person looked at it in the EHR. */
export const reconcileVerify: BatchCommand = {
  words: ['reconcile', 'verify'],
  about: 'a second person confirms a marked item',
  options: { ...KEY, by: { value: 'U', required: true, about: 'the second person: name or id' } },
  needs: 'vault',
  json: '{serial, item, state}',
  async run(context) {
    const verified = await context.box.reconcile.verify(keyOf(context), signer(context, 'by').person);
    if (!verified.ok)
      throw refusedInput(
        { ...verified.error, where: verified.error.code === 'same-person' ? '--by' : '--item' },
        MESSAGES[verified.error.code],
      );
    return stateOf(context);
  },
};

const keyOf = (context: BatchContext): { serial: string; item: string } => ({
  serial: context.option('serial') ?? '',
  item: context.option('item') ?? '',
});

function stateOf(context: BatchContext) {
  const { serial, item } = keyOf(context);
  const found = context.box.reconcile.view()?.items.find((one) => one.serial === serial && one.item === item);
  return done({ serial, item, state: found?.state ?? null });
}
