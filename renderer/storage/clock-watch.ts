import type { ClockWatch } from '../app/ports';
import type { ClockReading } from '../domain/workstation/clock-changes';
import type { Shell } from './shell';

const NOTE = 'clock.json';

/** The shell's counter with this page's time zone; the last look lies beside the journal, open text without a patient. */
export function createClockWatch(
  shell: Shell,
  zoneOf: (ms: number) => { readonly zone: string; readonly offsetMinutes: number } = zoneHere,
): ClockWatch {
  return {
    async read() {
      const reading = await shell.call('clock.read');
      return { ...reading, ...zoneOf(reading.wallMs) };
    },
    async last() {
      const { bytes } = await shell.call('blob.read', { name: NOTE });
      return bytes === null ? undefined : readNote(new TextDecoder().decode(bytes));
    },
    async keep(reading) {
      await shell.call('blob.write', { name: NOTE, bytes: new TextEncoder().encode(JSON.stringify(reading)) });
    },
  };
}

function zoneHere(ms: number): { readonly zone: string; readonly offsetMinutes: number } {
  return {
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    offsetMinutes: -new Date(ms).getTimezoneOffset(),
  };
}

// A note that cannot be read is no note: the newest entry still tells a clock that went back.
function readNote(text: string): ClockReading | undefined {
  try {
    const { wallMs, uptimeMs, boot, zone, offsetMinutes } = JSON.parse(text) as ClockReading;
    const whole = [wallMs, uptimeMs, offsetMinutes].every(Number.isFinite) && typeof zone === 'string';
    if (!whole || (boot !== null && typeof boot !== 'string')) return undefined;
    return { wallMs, uptimeMs, boot, zone, offsetMinutes };
  } catch {
    return undefined;
  }
}
