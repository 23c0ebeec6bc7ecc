import type { SystemName } from '../domain/outage/entries';
import type { BoxState } from './box-state';

/** Systems in the ward's words. */
export function systemNames({ library }: BoxState): ReadonlyMap<SystemName, string> {
  return new Map(library.systems.map(({ id, title }) => [id, title]));
}

/** Names of those who can sign in here, by user id. */
export function peopleNames({ vault }: BoxState): ReadonlyMap<string, string> {
  return new Map((vault?.people ?? []).map(({ id, name }) => [id, name]));
}
