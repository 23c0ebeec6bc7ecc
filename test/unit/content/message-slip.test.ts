import { describe, expect, test } from 'vitest';
import { findUnits } from '../../../renderer/domain/form/back-entry-units';
import { enabledSlots } from '../../../renderer/domain/form/enabled';
import { treeOf } from '../../../renderer/domain/form/form-tree';
import { at, libraryForm, workedOut } from './worked-out';

const form = libraryForm('F26');
const ORDER = { 'order-drug': 'Furosemide', 'order-dose': '40 mg', 'order-route': 'IV', 'order-frequency': 'once' };

describe('a slip (F26)', () => {
  test('asks for the message, not for an order, when somebody called', async () => {
    const { wanting, broken } = await workedOut('F26', { kind: 'phone-message' });
    expect(wanting).toContain('content');
    expect(broken).toEqual([]);
  });

  test('asks for the order, not for a message, when it is a verbal order', async () => {
    const { wanting, broken } = await workedOut('F26', { kind: 'verbal-order' });
    expect(wanting).not.toContain('content');
    expect(broken).toEqual(['error other-order']);
  });

  test('gives a medicine to pharmacy and another order to the doctor', async () => {
    const { response, broken } = await workedOut(
      'F26',
      { kind: 'verbal-order', at: at('03:00'), 'other-order': 'Portable chest X-ray' },
      { 'medicine-orders': [ORDER] },
    );
    expect(broken).toEqual([]);
    const tree = treeOf(form, response);
    const owners = findUnits(tree, enabledSlots(tree)).map(({ key, backEntry }) => `${backEntry.owner} ${key}`);
    expect(owners.sort()).toEqual(['medical-records form', 'pharmacy medicine-orders-1', 'physician other-order']);
  });

  test('warns when it was not read back', async () => {
    expect((await workedOut('F26', { kind: 'consult', 'read-back': false })).broken).toEqual(['warning read-back']);
  });
});
