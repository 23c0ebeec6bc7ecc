import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const CUPSD = '/usr/sbin/cupsd';
const PDF_PRINTER = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';

/** Why no print server can be started here; undefined where it can. */
export function noCupsBecause(): string | undefined {
  if (!existsSync(CUPSD)) return `no ${CUPSD}: install the package cups`;
  if (!existsSync(PDF_PRINTER)) return 'no PDF printer: install the package printer-driver-cups-pdf';
  if (process.getuid?.() !== 0) return 'cupsd changes its user, which only root may do';
  return undefined;
}

/** A print server of its own on loopback, in a folder of its own. */
export interface CupsServer {
  /** For `CUPS_SERVER`. */
  readonly address: string;
  /** A queue whose paper is a file; PDF as the driver of a laser would get it. */
  addQueue(name: string): void;
  /** The queue still takes jobs but prints nothing: a printer that is switched off. */
  stop(name: string): void;
  resume(name: string): void;
  /** Jobs the queue holds and has not printed. */
  waiting(name: string): number;
  /** What came out of a queue last, as a PDF; undefined before the first page. */
  paper(name: string): string | undefined;
  end(): Promise<void>;
}

/** Starts cupsd with nothing of this machine's own set-up: other tests and the real queues never meet it. */
export async function startCups(): Promise<CupsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cups-test-'));
  const at = (...parts: readonly string[]): string => join(folder, ...parts);
  // cupsd runs its filters as `lp` and refuses folders anybody may write to, all but the last.
  chmodSync(folder, 0o755);
  for (const name of ['root', 'root/ppd', 'spool', 'cache', 'state', 'tmp', 'log', 'out']) mkdirSync(at(name));
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const open = (path: string): string => `<Location ${path}>\nOrder allow,deny\nAllow from 127.0.0.1\n</Location>\n`;
  writeFileSync(
    at('root', 'cupsd.conf'),
    `Listen ${address}\nLogLevel warn\nBrowsing No\nDefaultAuthType None\nPreserveJobFiles No\n${open('/')}${open('/admin')}` +
      '<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n',
  );
  writeFileSync(
    at('root', 'cups-files.conf'),
    `FileDevice Yes\nServerRoot ${at('root')}\nRequestRoot ${at('spool')}\nCacheDir ${at('cache')}\n` +
      `StateDir ${at('state')}\nTempDir ${at('tmp')}\nAccessLog ${at('log', 'access')}\nErrorLog ${at('log', 'error')}\n` +
      `PageLog ${at('log', 'page')}\nSystemGroup root\nUser lp\nGroup lp\n`,
  );
  spawnSync('chown', ['-R', 'root:lp', folder]);
  for (const name of ['spool', 'cache', 'state', 'tmp', 'log', 'out']) chmodSync(at(name), 0o770);
  const server = spawn(CUPSD, ['-f', '-c', at('root', 'cupsd.conf'), '-s', at('root', 'cups-files.conf')], {
    stdio: 'ignore',
  });
  const run = (command: string, ...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      encoding: 'utf8',
      timeout: 30_000,
      env: { ...process.env, CUPS_SERVER: address },
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const held = (name: string): number =>
    run('lpstat', '-W', 'not-completed', '-o', name).split('\n').filter(Boolean).length;
  await answering(server, () => run('lpstat', '-r').includes('is running'));
  return {
    address,
    addQueue: (name) => void run('lpadmin', '-p', name, '-E', '-v', `file:${at('out', name)}`, '-P', PDF_PRINTER),
    stop: (name) => void run('cupsdisable', name),
    resume: (name) => void run('cupsenable', name),
    waiting: held,
    paper(name) {
      // The driver writes PostScript, as for a laser; while the queue still holds the job the file has no end.
      const printed = readdirSync(at('out')).includes(name) && readFileSync(at('out', name)).length > 0;
      if (!printed || held(name) > 0) return undefined;
      run('gs', '-q', '-dSAFER', '-dBATCH', '-dNOPAUSE', '-sDEVICE=pdfwrite', '-o', at(`${name}.pdf`), at('out', name));
      return at(`${name}.pdf`);
    },
    async end() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await Promise.race([ended, wait(10_000)]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(server: ChildProcess, isUp: () => boolean): Promise<void> {
  for (let tries = 0; tries < 60 && server.exitCode === null; tries += 1) {
    await wait(500);
    try {
      if (isUp()) return;
    } catch {
      // Not there yet.
    }
  }
  throw new Error('cupsd does not answer');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const given = probe.address();
      const port = typeof given === 'object' && given ? given.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
