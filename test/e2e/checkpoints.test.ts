import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBatchWard, SET_UP } from '../support/batch-ward';

const LONGEST_MS = 3 * 60_000;

test(
  'verify tells that the record ends before what was signed when database and journal were both rolled back',
  async () => {
    const ward = openBatchWard();
    onTestFinished(() => ward.remove());
    const inProfile = (name: string): string => join(ward.profile, name);
    const copied = ['journal', 'browser'];
    await ward.run(...SET_UP);
    for (const name of copied) cpSync(inProfile(name), ward.out(`older-${name}`), { recursive: true });
    await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr');
    const person = ward.given('unknown.json', { alias: 'Unknown', sex: 'female' });
    expect((await ward.run('patient', 'add', '--file', person)).exit).toBe(0);

    const before = await ward.run('verify');
    const [{ device, entries: signedTo, head } = { device: '', entries: 0, head: '' }] = before.json.devices;
    const printed = `${head.slice(0, 4)}-${head.slice(4, 8)}`;
    expect(before.exit).toBe(0);
    expect(before.json.checkpoints).toMatchObject({ state: 'good', unknownKey: 0, last: { device, seq: signedTo } });
    const found = await ward.run('verify', '--code', printed);
    expect([found.exit, found.json.paper.found]).toMatchObject([0, [{ device, seq: signedTo, newest: true }]]);
    expect((await ward.run('verify', '--code', 'here')).exit).toBe(3);

    for (const name of copied) {
      rmSync(inProfile(name), { recursive: true });
      cpSync(ward.out(`older-${name}`), inProfile(name), { recursive: true });
    }

    const after = await ward.run('verify', '--code', printed);
    const lastSeq = after.json.entries;
    expect(lastSeq).toBeLessThan(signedTo);
    expect(after.exit).toBe(5);
    expect(after.json).toMatchObject({
      chain: 'whole',
      copies: 'equal',
      checkpoints: { state: 'ends-before', wrong: { device, seq: signedTo, lastSeq } },
      paper: { found: [] },
    });
  },
  LONGEST_MS,
);

test(
  'verify names the place when the journal alone was edited, and the signed list when that was',
  async () => {
    const ward = openBatchWard();
    onTestFinished(() => ward.remove());
    await ward.run(...SET_UP);
    await ward.run('outage', 'declare', '--kind', 'unplanned', '--systems', 'ehr');
    const journal = join(ward.profile, 'journal');
    const [name = ''] = readdirSync(journal);
    const file = join(journal, name);
    const [header, first = '', ...rest] = readFileSync(file, 'utf8').split('\n');
    const changed = first.replace(/"ct":"(.)/u, (_, letter: string) => `"ct":"${letter === 'A' ? 'B' : 'A'}`);
    writeFileSync(file, [header, changed, ...rest].join('\n'));

    const edited = await ward.run('verify');
    expect(edited.exit).toBe(5);
    expect(edited.json.journalDamage).toMatchObject([{ file: name, line: 2, why: 'wrong-hash' }]);
    expect(edited.json.checkpoints).toMatchObject({ state: 'good' });

    appendFileSync(join(ward.profile, 'checkpoints', 'signed.jsonl'), '{}\n');
    const list = await ward.run('verify');
    expect([list.exit, list.json.checkpoints.state]).toEqual([5, 'list-changed']);
  },
  LONGEST_MS,
);

test(
  'the audit trail names who listed the patients, as a table and as AuditEvents, and its own export afterwards',
  async () => {
    const ward = openBatchWard();
    onTestFinished(() => ward.remove());
    await ward.run(...SET_UP);
    const person = ward.given('unknown.json', { alias: 'Unknown', sex: 'female' });
    await ward.run('patient', 'add', '--file', person);
    await ward.run('census', 'list');

    const table = await ward.run('audit', 'export', '--format', 'csv', '--out', ward.out('csv'));
    expect(table.exit).toBe(0);
    const lines = readFileSync(join(ward.out('csv'), 'audit.csv'), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(table.json.events + 1);
    expect(lines.filter((line) => /patients\.listed.*Mary Manager/u.test(line))).toHaveLength(1);

    const bundle = await ward.run('audit', 'export', '--format', 'fhir', '--out', ward.out('fhir'));
    expect(bundle.json.events).toBe(table.json.events + 1);
    expect(readFileSync(join(ward.out('fhir'), 'audit-001.fhir.json'), 'utf8')).toContain('IHE.BasicAudit.Query');
    expect((await ward.locked('audit', 'export', '--format', 'csv', '--out', ward.out('no'))).exit).toBe(2);
  },
  LONGEST_MS,
);
