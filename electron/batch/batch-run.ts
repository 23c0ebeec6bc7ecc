import type { BatchRequest } from '../ipc/contract';
import { ShellFailure } from '../disk/shell-failure';
import { namedPath, readInput, writeOutput } from './batch-files';
import { refusalJson, writeStdout } from './stdout';

const silenceLimitMs = 10 * 60_000;
const crashedExitCode = 1;

/** One command without a window: hands the page its request, and ends the app with one JSON object. */
export class BatchRun {
  #finished = false;
  #silence: NodeJS.Timeout | undefined;

  constructor(
    readonly request: BatchRequest,
    private readonly cwd: string,
    private readonly exit: (code: number) => void,
  ) {
    this.heard();
  }

  /** Called at each sign of life; ten minutes without one end the run. */
  heard(): void {
    clearTimeout(this.#silence);
    if (!this.#finished) this.#silence = setTimeout(() => this.fail('no answer for ten minutes'), silenceLimitMs);
  }

  readInput(path: string) {
    return readInput(this.request, path, this.cwd);
  }

  writeOutput(name: string | undefined, bytes: Uint8Array) {
    return writeOutput(this.request, name, bytes, this.cwd);
  }

  /** A path that stands on the command line, as an absolute one. */
  namedPath(path: string): string {
    return namedPath(this.request, path, this.cwd);
  }

  progress(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  finish(json: string, exitCode: number): void {
    if (this.#finished) throw new ShellFailure('not-allowed', 'finished already');
    this.#end(`${json.trim()}\n`, exitCode);
  }

  /** The page died or went silent. */
  fail(message: string): void {
    if (!this.#finished) this.#end(refusalJson('internal', message, null), crashedExitCode);
  }

  #end(output: string, exitCode: number): void {
    this.#finished = true;
    clearTimeout(this.#silence);
    writeStdout(output);
    this.exit(exitCode);
  }
}
