/** What the shell answers instead of a result; the page has a sentence for each. */
export type ShellCode =
  | 'bad-argument'
  | 'not-allowed'
  | 'not-found'
  | 'too-large'
  | 'disk-full'
  | 'not-writable'
  | 'damaged'
  | 'newer-version'
  | 'out-of-order'
  | 'device-secret-missing'
  | 'printer-failed';

/** An outside failure with a code that may cross to the page; the cause stays here. */
export class ShellFailure extends Error {
  override readonly name = 'ShellFailure';
  constructor(
    readonly code: ShellCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

const codeOfErrno: Readonly<Record<string, ShellCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  EIO: 'not-writable',
  EBUSY: 'not-writable',
  EISDIR: 'not-writable',
  ENOTDIR: 'not-writable',
  EEXIST: 'not-writable',
  ENAMETOOLONG: 'not-writable',
  ENODEV: 'not-writable',
  ENXIO: 'not-writable',
};

/** The errno of a file system error, such as ENOSPC. */
export function errnoOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** A failed write as a ShellFailure; anything that is no disk trouble stays what it was. */
export function asWriteFailure(error: unknown, what: string): unknown {
  if (error instanceof ShellFailure) return error;
  const code = codeOfErrno[errnoOf(error) ?? ''];
  return code ? new ShellFailure(code, what, { cause: error }) : error;
}
