import type { Intake, IntakeItem, IntakeReport, IntakeState } from '../../renderer/app/intake-port';

/** An intake in memory; a test puts items in and sees what was settled. */
export interface MemoryIntake extends Intake {
  items: IntakeItem[];
  settled: number;
  kept: readonly IntakeReport[];
  now: IntakeState;
}

/** Makes an intake into which nothing comes. */
export function createMemoryIntake(): MemoryIntake {
  const intake: MemoryIntake = {
    items: [],
    settled: 0,
    kept: [],
    now: { keyed: true, waiting: 0, lastAt: null, folder: null, feed: null },
    state: async () => ({ ...intake.now, waiting: intake.items.length }),
    ready: async () => undefined,
    next: async () => intake.items.slice(0, 100),
    settle: async (n) => {
      intake.settled = n;
      intake.items = intake.items.filter((item) => item.n > n);
    },
    reports: async () => intake.kept,
    keepReports: async (reports) => void (intake.kept = reports),
    onChange: () => () => undefined,
  };
  return intake;
}
