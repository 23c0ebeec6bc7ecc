import type { BatchCommand } from '../command';
import { declare, end, outageStatus } from './outage';
import { init, status, verify } from './workstation';

/** THE list of batch commands; `--help` reads it. */
export const batchCommands: readonly BatchCommand[] = [init, status, verify, declare, end, outageStatus];
