import { bytesOf, read } from '../census/reading';

/** Reads one JSON file. */
export const json = (value: unknown, name = 'bundle.json', extra: Parameters<typeof read>[1] = {}) =>
  read([{ name, bytes: bytesOf(JSON.stringify(value)) }], extra);
/** A collection of resources. */
export const bundle = (...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  timestamp: '2026-11-22T05:00:00+01:00',
  entry: resources.map((resource) => ({ resource })),
});
/** The patient the others are about. */
export const patient = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ value: 'A1' }],
  name: [{ family: 'Doe', given: ['Jane'] }],
};
/** A resource about that patient. */
export const about = (type: string, rest: object) => ({
  resourceType: type,
  subject: { reference: 'Patient/p1' },
  patient: { reference: 'Patient/p1' },
  ...rest,
});
