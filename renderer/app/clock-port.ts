import type { ClockReading } from '../domain/workstation/clock-changes';

/** The clock of this PC beside a counter nobody can set, and what it was when somebody last looked. */
export interface ClockWatch {
  read(): Promise<ClockReading>;
  /** Undefined before the first look, or where the note cannot be read. */
  last(): Promise<ClockReading | undefined>;
  /** Kept over restarts. Throws PortFailure where the disk takes nothing. */
  keep(reading: ClockReading): Promise<void>;
}
