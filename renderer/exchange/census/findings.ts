import type { InputProblem, Place } from '../problem';
import type { CensusQuestion } from './census';

/** Collects what was refused, what somebody should know and what only a person can decide, while files are read. */
export class Findings {
  readonly refused: InputProblem[] = [];
  readonly questions: CensusQuestion[] = [];
  readonly #warnings = new Map<string, { problem: InputProblem; count: number }>();

  refuse(code: string, where: Place, message: string, count?: number): void {
    this.refused.push({ code, message, where, ...(count === undefined || count === 1 ? {} : { count }) });
  }

  /** The same warning about one column or file is kept once, with the first place and how often. */
  warn(code: string, where: Place, message: string, count = 1): void {
    // Something about a member of records (PID-3, Patient.gender) is one warning for the whole import.
    const member = where.path?.replace(/\[\d+\]/g, '');
    const key = member === undefined ? `${code}\n${where.file}\n${where.column ?? ''}` : `${code}\n${member}`;
    const known = this.#warnings.get(key);
    if (known === undefined) this.#warnings.set(key, { problem: { code, message, where }, count });
    else known.count += count;
  }

  ask(question: CensusQuestion): void {
    this.questions.push(question);
  }

  get warnings(): readonly InputProblem[] {
    return [...this.#warnings.values()].map(({ problem, count }) => (count === 1 ? problem : { ...problem, count }));
  }
}
