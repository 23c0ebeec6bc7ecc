import type { Box } from '../../box';
import type { CheckpointReport } from '../../ports';
import { type BatchCommand, EXIT, refusedInput } from '../command';

/** Chain, both copies, every entry opens and folds, and the record is all that this PC signed of it. */
export const verify: BatchCommand = {
  words: ['verify'],
  about: 'checks the chain, both copies, the signed checkpoints, and that every entry opens and folds',
  options: {
    code: {
      value: 'CODE',
      about: 'the ledger code at the foot of a printed page: says at which entry it was the head',
    },
  },
  needs: 'vault',
  json:
    '{entries, devices, chain, firstBroken?:{device, seq, why}, copies, journalDamage:[{file, line, why, mended}], recovered, ' +
    'checkpoints:{state, signed, last, wrong?:{device, seq, at, lastSeq}}, paper?:{code, found:[{device, seq, at, type, newest}]}, quarantined:[…]}',
  async run({ box, option }) {
    const code = option('code');
    const paper = code === undefined ? undefined : await paperOf(box, code);
    const report = await box.verify();
    const { chain, copies, quarantined, journalDamage = [], checkpoints } = report;
    const sound =
      chain === 'whole' &&
      copies === 'equal' &&
      quarantined.length === 0 &&
      journalDamage.length === 0 &&
      isSound(checkpoints) &&
      paper?.found.length !== 0;
    const recovered = box.state.get().storage?.recovered;
    return {
      exit: sound ? EXIT.done : EXIT.damaged,
      json: { ...report, recovered: recovered ?? null, ...(paper && { paper }) },
    };
  },
};

async function paperOf(box: Box, code: string) {
  if (!/^[0-9a-z]{4}[\s-]?[0-9a-z]{4}$/iu.test(code.trim()))
    throw refusedInput({ code: 'not-a-ledger-code', where: '--code' }, 'a ledger code looks like 3F7A-91C2');
  return { code, found: await box.findHead(code) };
}

function isSound(checkpoints: CheckpointReport | undefined): boolean {
  return checkpoints === undefined || checkpoints.state === 'good' || checkpoints.state === 'none';
}
