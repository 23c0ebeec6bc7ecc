import type { OutageKind, SystemName } from '../domain/outage/entries';
import file from './library/systems/systems.json';

/** A system in the ward's words. */
export interface SystemText {
  readonly id: SystemName;
  readonly title: string;
  readonly short: string;
}

/** One card of "What is down?": what a person sees, and what it comes to. */
export interface OutagePreset {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly kind: OutageKind;
  readonly systems: readonly SystemName[];
}

/** Every system of the scope matrix; checked against SYSTEMS at build. */
export const SYSTEM_TEXTS = file.systems as readonly SystemText[];

/** The cards of the start page. */
export const OUTAGE_PRESETS = file.presets as readonly OutagePreset[];
