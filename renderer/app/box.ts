import type { Result } from '../domain/basics/result';
import type { Live } from './live';
import type { Refused } from './refusal';
import type { AuditUse } from './use-audit';
import type { BackEntryPaperUse } from './use-back-entry-paper';
import type { BackupUse } from './use-backup';
import type { BreakGlassUseCases } from './use-break-glass';
import type { CensusUse } from './use-census';
import type { BadgeUse } from './use-badges';
import type { RetentionUse } from './use-retention';
import type { ClockUse } from './use-clock';
import type { ChecklistUse } from './use-checklists';
import type { RunbookUse } from './use-runbooks';
import type { ProblemUse } from './use-problems';
import type { LibraryUse } from './use-library';
import type { ExportUse } from './use-export';
import type { FormUse } from './use-forms';
import type { FormVersionUse } from './use-form-versions';
import type { PrintUse } from './use-print';
import type { ReconcileUse } from './use-reconcile';
import type { RecoveryUse } from './use-recovery';
import type { ReturnedPaperUse } from './use-returned-paper';
import type { IntakeUse } from './use-intake';
import type { SecondPlaceUse } from './use-second-place';
import type { SendingUse } from './use-sending';
import type { ReportUse } from './use-report';
import type { OutageUse } from './use-outage';
import type { PatientUse } from './use-patients';
import type { TrackingUse } from './use-tracking';
import type { BoxState } from './box-state';
import type { Clock, HeadFound, SignedIn, Vault, VerifyReport } from './ports';
import type { Settings } from './settings';

export type { BoxState } from './box-state';

/** The running app: what screens and batch commands may do. Refusals are values; outside failures become notices. */
export interface Box {
  readonly state: Live<BoxState>;
  readonly clock: Clock;
  setUp(
    input: Parameters<Vault['create']>[0],
  ): Promise<Result<{ readonly vault: string; readonly recoveryCode: string }, Refused>>;
  enrol(input: Parameters<Vault['enrol']>[0]): Promise<Result<{ readonly person: string }, Refused>>;
  /** Takes every PIN away, for a PC that lost the secret behind them; answers how many. */
  discardPins(): Promise<Result<number, Refused>>;
  signIn(input: Parameters<Vault['unlock']>[0]): Promise<Result<SignedIn, Refused>>;
  /** Saves drafts, drops the keys and lets the shell start a fresh renderer. */
  lock(): Promise<void>;
  saveSettings(patch: Partial<Settings>): Promise<void>;
  verify(): Promise<VerifyReport>;
  /** Where in this record the ledger code of a paper stands. */
  findHead(code: string): Promise<readonly HeadFound[]>;
  /** SHA-256 as lower-case hex. */
  sha256(bytes: Uint8Array): Promise<string>;
  readonly clockUse: ClockUse;
  readonly retention: RetentionUse;
  readonly badges: BadgeUse;
  readonly breakGlass: BreakGlassUseCases;
  readonly outage: OutageUse;
  readonly checklists: ChecklistUse;
  readonly runbooks: RunbookUse;
  readonly problems: ProblemUse;
  readonly libraryUse: LibraryUse;
  readonly formVersions: FormVersionUse;
  readonly census: CensusUse;
  readonly patients: PatientUse;
  readonly forms: FormUse;
  readonly tracking: TrackingUse;
  readonly print: PrintUse;
  readonly reports: ReportUse;
  readonly reconcile: ReconcileUse;
  readonly returnedPaper: ReturnedPaperUse;
  readonly backEntryPaper: BackEntryPaperUse;
  readonly exports: ExportUse;
  readonly sending: SendingUse;
  readonly audit: AuditUse;
  readonly backup: BackupUse;
  readonly recovery: RecoveryUse;
  readonly secondPlace: SecondPlaceUse;
  readonly intake: IntakeUse;
}
