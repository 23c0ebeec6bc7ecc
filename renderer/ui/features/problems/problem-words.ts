import type { TFunction } from 'i18next';
import type { Contact } from '../../../app/library';
import type { KnownProblem, ProblemCall, ProblemLevel, ProblemLimit } from '../../../domain/runbook/known-problem';
import { endOf, lastCall, liveActs, nextFix, type OpenProblem } from '../../../domain/runbook/open-problem';
import { clockOf } from '../../strings/time-words';

/** `10 min: drug charts not at the bedside yet`, or the event that sets the time. */
export function limitText(limit: ProblemLimit, t: TFunction<'problems'>): string {
  const time = 'until' in limit ? limit.until : t(`limit.${limit.unit}`, { value: limit.value });
  return limit.when === undefined ? time : t('limit.when', { time, when: limit.when });
}

/** Levels to choose from: the page's own with its reasons, and the plain middle one where the page leaves a gap. */
export function levelChoices(
  { levels }: KnownProblem,
  t: TFunction<'problems'>,
): readonly { readonly level: ProblemLevel; readonly label: string }[] {
  const rest = levels.some(({ when }) => when === undefined) || levels.some(({ level }) => level === 2);
  const all = rest ? levels : [...levels, { level: 2 as const }];
  return all.map(({ level, when }) => ({
    level,
    label: when === undefined ? t(`level.${level}`) : t('level.because', { level: t(`level.${level}`), when }),
  }));
}

/** The line of the directory somebody is called by. */
export function contactOf(call: Pick<ProblemCall, 'contact'>, contacts: readonly Contact[]): Contact | undefined {
  return call.contact === undefined ? undefined : contacts.find((one) => one.id === call.contact);
}

/** Where a problem stands, in a few words. */
export function stateText(problem: KnownProblem, open: OpenProblem, t: TFunction<'problems'>): string {
  const end = endOf(open);
  if (end) return t(end.kind === 'tried' ? 'end.head.tried' : `end.head.${end.outcome}`, { time: clockOf(end.at) });
  const last = lastCall(open);
  if (last?.taken) return t('open.state.taken', { who: last.call.to });
  if (last) return t('open.state.asked', { who: last.call.to, time: clockOf(last.call.at) });
  const fix = nextFix(problem, open);
  if (!fix) return t('open.state.asking');
  return t('open.state.trying', { at: problem.fixes.indexOf(fix) + 1, of: problem.fixes.length });
}

/** How often somebody of the plan was asked since it came, and when last. */
export function askedAt(open: OpenProblem | undefined, who: string): string | undefined {
  if (!open) return undefined;
  const asked = liveActs(open).findLast((act) => act.kind === 'escalated' && act.to === who);
  return asked && clockOf(asked.at);
}
