import type { Result } from '../domain/basics/result';
import { addRow, removeRow, setAnswers } from '../domain/form/edit-response';
import type { AcceptedFinding, SignatureMeaning } from '../domain/form/entries';
import type { Evaluate } from '../domain/form/expression-batch';
import type { ExpressionResults } from '../domain/form/expression-results';
import { fillForm } from '../domain/form/fill-form';
import type { FilledForm } from '../domain/form/filled-form';
import type { AnswerPath, Finding, FormDefinition } from '../domain/form/form';
import type { FormResponse, ResponseAnswer } from '../domain/form/response';
import { applyCalculated, settleForm } from '../domain/form/settle-form';
import { createLive, type Live } from './live';
import type { Draft, PortFailureCode } from './ports';
import { PortFailure } from './ports';
import type { Refused } from './refusal';

/** A form while somebody fills it. */
export interface FormSessionState {
  readonly definition: FormDefinition;
  /** `-` where the form is about a ward. */
  readonly patient: string;
  readonly ward: string | null;
  readonly response: FormResponse;
  readonly filled: FilledForm;
  readonly accepted: readonly AcceptedFinding[];
  /** When the draft was last safe on disk; null before the first key. */
  readonly savedAt: string | null;
  readonly saveFailure: PortFailureCode | null;
  /** Scores are being worked out; what is shown is of the answer before. */
  readonly calculating: boolean;
  readonly serial: string | null;
  /** Serial of the signed form that this session corrects. */
  readonly amends: string | null;
}

/** What a signature needs; the person is who is signed in. */
export interface SignInput {
  /** PIN or passphrase, asked again at each signature. */
  readonly secret: string;
  readonly meaning: SignatureMeaning;
  /** When it happened; now when left out. Differs in a late entry. */
  readonly occurredAt?: string;
  /** Needed for an amendment. */
  readonly reason?: string;
}

/** One open form. Each change is saved sealed within 300 ms; nothing is history before it is signed. */
export interface FormSession {
  readonly live: Live<FormSessionState>;
  setAnswers(path: AnswerPath, answers: readonly ResponseAnswer[]): void;
  addRow(path: AnswerPath): void;
  removeRow(path: AnswerPath): void;
  /** Yes, it is right: keeps an unusual value. */
  accept(finding: Finding): void;
  sign(input: SignInput): Promise<Result<{ readonly serial: string }, Refused>>;
  /** Saves what is pending. */
  flush(): Promise<void>;
  /** Throws the draft away on purpose. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

const SAVE_AFTER_MS = 300;

/** Opens a session over a draft. `keep` writes the draft, `drop` removes it, `signResponse` makes it history. */
export function createFormSession(input: {
  readonly definition: FormDefinition;
  readonly draft: Draft & { readonly response: FormResponse; readonly accepted?: readonly AcceptedFinding[] };
  readonly evaluate: Evaluate;
  /** Just begun: initial expressions run. */
  readonly fresh: boolean;
  readonly now: () => string;
  readonly keep: (draft: Draft) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
  readonly signResponse: (
    state: FormSessionState,
    sign: SignInput,
  ) => Promise<Result<{ readonly serial: string }, Refused>>;
}): FormSession {
  const { definition, draft } = input;
  let results: ExpressionResults | undefined;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const accepted = draft.accepted ?? [];
  const live = createLive<FormSessionState>({
    definition,
    patient: draft.patient,
    ward: draft.ward ?? null,
    response: draft.response,
    filled: fillForm({ definition, response: draft.response, accepted }),
    accepted,
    savedAt: null,
    saveFailure: null,
    calculating: false,
    serial: draft.serial ?? null,
    amends: draft.amends ?? null,
  });
  const patch = (part: Partial<FormSessionState>): void => live.set({ ...live.get(), ...part });

  const show = (response: FormResponse, keep: readonly AcceptedFinding[] = live.get().accepted): void => {
    const filled = fillForm({
      definition,
      response,
      ...(results === undefined ? {} : { expressionResults: results }),
      accepted: keep,
      previous: live.get().filled,
    });
    patch({ response, filled, accepted: keep });
  };

  const write = async (): Promise<void> => {
    if (closed) return;
    const { response, accepted: kept } = live.get();
    const now = input.now();
    try {
      await input.keep({ ...draft, updatedAt: now, response, accepted: kept });
      patch({ savedAt: now, saveFailure: null });
    } catch (cause) {
      if (!(cause instanceof PortFailure)) throw cause;
      patch({ saveFailure: cause.code });
    }
  };
  // One after the other, so that whoever waits for the last one has waited for all: a write that ended after the draft
  // was signed and dropped would bring it back.
  let saving: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    saving = saving.catch(() => undefined).then(write);
    return saving;
  };

  let pending = new Set<string>();
  let everything = true;
  let fresh = input.fresh;
  let running: Promise<void> | undefined;
  const settle = async (): Promise<void> => {
    patch({ calculating: true });
    while ((everything || pending.size > 0) && !closed) {
      const changed = everything ? 'everything' : pending;
      pending = new Set();
      everything = false;
      const { response } = live.get();
      const settled = await settleForm({
        definition,
        response,
        changed,
        fresh,
        evaluate: input.evaluate,
        ...(results === undefined ? {} : { results }),
      });
      fresh = false;
      results = settled.results;
      // Somebody typed meanwhile: what they typed stays, what was worked out is laid over it.
      show(
        live.get().response === response
          ? settled.response
          : applyCalculated(definition, live.get().response, settled.calculated),
      );
    }
    running = undefined;
    patch({ calculating: false });
  };
  const calculate = (linkId?: string): void => {
    if (linkId === undefined) everything = true;
    else pending.add(linkId);
    running ??= settle();
  };

  const changedTo = (response: FormResponse, linkId: string): void => {
    if (closed || response === live.get().response) return;
    show(response);
    clearTimeout(timer);
    timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    calculate(linkId);
  };
  const lastOf = (path: AnswerPath): string => path.at(-1)?.linkId ?? '*';

  calculate();
  return {
    live,
    setAnswers: (path, answers) => changedTo(setAnswers(definition, live.get().response, path, answers), lastOf(path)),
    addRow: (path) => changedTo(addRow(definition, live.get().response, path), lastOf(path)),
    removeRow: (path) => changedTo(removeRow(definition, live.get().response, path), lastOf(path)),
    accept(finding) {
      const { linkId, code, message } = finding;
      show(live.get().response, [...live.get().accepted, { linkId, code, message }]);
      clearTimeout(timer);
      timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    },
    async sign(sign) {
      await running;
      const signed = await input.signResponse(live.get(), sign);
      if (signed.ok) {
        closed = true;
        clearTimeout(timer);
        patch({ serial: signed.value.serial });
        await saving.catch(() => undefined);
        await input.drop(draft.id);
      }
      return signed;
    },
    flush: async () => {
      await running;
      await (timer === undefined ? saving : save());
    },
    async discard() {
      closed = true;
      clearTimeout(timer);
      await saving.catch(() => undefined);
      await input.drop(draft.id);
    },
    async close() {
      await (timer === undefined ? saving : save());
      closed = true;
    },
  };
}
