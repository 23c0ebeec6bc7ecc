import type { OutageState } from '../domain/outage/outage';

/** The ward this workstation works for in an event: its own, or the one somebody on loan declared from here. */
export function wardHere(event: OutageState, home: string | undefined): string {
  return home !== undefined && event.wards.some((one) => one.ward === home) ? home : event.ward;
}
