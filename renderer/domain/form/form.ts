import type { JsonObject } from '../basics/json';
import type { Coding, Quantity, ResponseAnswer } from './response';

/** FHIR R4 item types; R5's `coding` is read as choice or open-choice. */
export type ItemType =
  | 'group'
  | 'display'
  | 'boolean'
  | 'decimal'
  | 'integer'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'string'
  | 'text'
  | 'url'
  | 'choice'
  | 'open-choice'
  | 'attachment'
  | 'reference'
  | 'quantity';

/** How an item asks, from the itemControl extension; what we do not know falls back to the type's own control. */
export type ItemControl =
  | 'drop-down'
  | 'radio-button'
  | 'check-box'
  | 'autocomplete'
  | 'gtable'
  | 'table'
  | 'htable'
  | 'grid'
  | 'slider'
  | 'unit'
  | 'help'
  | 'flyover'
  | 'prompt'
  | 'page'
  | 'header'
  | 'footer'
  | 'tab-container';

/** One allowed answer. */
export interface AnswerOption {
  /** The answer as it is stored. */
  readonly value: ResponseAnswer;
  /** What the user reads. */
  readonly label: string;
  readonly prefix?: string;
  readonly exclusive: boolean;
  readonly initialSelected: boolean;
  /** ordinalValue / itemWeight. */
  readonly score?: number;
}

/** enableWhen of one item. */
export interface EnableCondition {
  readonly question: string;
  readonly operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
  /** answer[x] as a response answer; for `exists` a valueBoolean. */
  readonly answer: ResponseAnswer;
}

/** A FHIRPath expression of the form. */
export interface FormExpression {
  readonly expression: string;
  readonly name?: string;
}

/** targetConstraint / questionnaire-constraint: what must hold, and where the message belongs. */
export interface FormConstraint {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  readonly expression: string;
  readonly human: string;
  /** linkIds the message is shown at; empty: the item that carries it. */
  readonly locations: readonly string[];
}

/** Who enters an item back, and how: our extension, from forms.md "Back-entry box". */
export interface BackEntry {
  readonly owner: BackEntryOwner;
  readonly disposition: 'enter' | 'scan' | 'enter-and-scan' | 'not-needed';
  /** practice.md D4: identity, allergies, orders, doses, results, then the rest. Lower first. */
  readonly priority: number;
  /** Row of the "what is entered, what is scanned" table (reconciliation/back-entry-item DATA_CLASSES). */
  readonly dataClass?: string;
  /** Other questions of the form whose answers are shown with the item, in this order (collection time of a test …). */
  readonly with?: readonly string[];
  /** The question that says when it happened; missing: the time the form was signed for. */
  readonly occurred?: string;
}

/** The owners of back-entry queues (practice.md finding 5). */
export type BackEntryOwner =
  | 'registration'
  | 'pharmacy'
  | 'laboratory'
  | 'blood-bank'
  | 'imaging'
  | 'nursing'
  | 'physician'
  | 'medical-records';

/** Hints for paper, our extension (see renderer/content/README.md). All optional; the print engine has defaults. */
export interface PaperHints {
  /** Empty writing rows of a table or writing lines of a text on a blank form. */
  readonly rows?: number;
  /** How many options or fields stand side by side. */
  readonly columns?: number;
  /** Character boxes for hand-written letters or digits. */
  readonly boxes?: number;
  /** Share of the line, 1-12. */
  readonly width?: number;
  /** Start a new page before. */
  readonly newPage?: boolean;
  /** Left out on paper (calculated helpers) or on the blank form only. */
  readonly leaveOut?: 'always' | 'blank';
  /** Label on paper when it must be shorter or longer than on screen. */
  readonly label?: string;
  /** Landscape page for wide tables. */
  readonly landscape?: boolean;
  /**
   * On a form or group: the blank page is a chart, one row per question and this many columns for repeated sets
   * (observation chart). Filled sets of the same form take the first columns, in time order.
   */
  readonly sets?: number;
  /** Small print beside the label on paper, e.g. the points of a score: the key belongs next to its row (ux.md 4.1). */
  readonly note?: string;
}

/** One item, parsed: nothing of the source is lost (FormDefinition.source keeps it byte for byte). */
export interface FormItem {
  readonly linkId: string;
  readonly type: ItemType;
  readonly text: string;
  /** A shorter label for table heads (sdc-questionnaire-shortText). */
  readonly shortText?: string;
  /** Sanitisable markdown of the text (rendering-markdown), when given. */
  readonly markdown?: string;
  readonly prefix?: string;
  readonly code: readonly Coding[];
  readonly control?: ItemControl;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly readOnly: boolean;
  readonly hidden: boolean;
  readonly minOccurs?: number;
  readonly maxOccurs?: number;
  readonly options: readonly AnswerOption[];
  /** The options are proposals, another answer of the item's type is right too (R5 answerConstraint optionsOrType). */
  readonly optionsAreSuggestions?: boolean;
  /** What the free-text choice of an open-choice is called. */
  readonly openLabel?: string;
  /** Canonical of a value set that could not be resolved offline: the item takes text or stays unanswered, and says so. */
  readonly unresolvedValueSet?: string;
  readonly unit?: Coding;
  readonly unitOptions: readonly Coding[];
  readonly minValue?: ResponseAnswer;
  readonly maxValue?: ResponseAnswer;
  readonly minQuantity?: Quantity;
  readonly maxQuantity?: Quantity;
  /** Outside asks "is that right?", never blocks. Our extension (forms.md: entry-sanity limits). */
  readonly softMin?: number;
  readonly softMax?: number;
  readonly maxDecimalPlaces?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly regex?: string;
  readonly entryFormat?: string;
  readonly choiceOrientation?: 'horizontal' | 'vertical';
  readonly displayCategory?: string;
  readonly enableWhen: readonly EnableCondition[];
  readonly enableBehavior: 'all' | 'any';
  readonly enableWhenExpression?: FormExpression;
  /** R5: `protected` is shown but not editable while disabled; missing: hidden. */
  readonly disabledDisplay?: 'hidden' | 'protected';
  readonly calculated?: FormExpression;
  readonly initialExpression?: FormExpression;
  readonly answerExpression?: FormExpression;
  readonly variables: readonly FormExpression[];
  readonly constraints: readonly FormConstraint[];
  readonly initial: readonly ResponseAnswer[];
  readonly maxSizeBytes?: number;
  readonly mimeTypes: readonly string[];
  /** Help texts: children with control help/flyover, moved here. */
  readonly help: readonly string[];
  readonly backEntry?: BackEntry;
  /** Which fact of the patient or snapshot is written in at the start, see prefill.ts. Our extension. */
  readonly prefill?: string;
  readonly paper: PaperHints;
  /** A score: shown only when every part it is made of is answered (standards.md 1.5: empty propagates silently). */
  readonly score?: {
    readonly parts: readonly string[];
    readonly bands: readonly ScoreBand[];
    /** A boolean item that lifts the band when true, whatever the sum (NEWS2: 3 points in one part). */
    readonly trigger?: { readonly linkId: string; readonly text: string; readonly level: ScoreBand['level'] };
  };
  readonly items: readonly FormItem[];
}

/** What a score means, e.g. NEWS2 5-6 "Urgent response". */
export interface ScoreBand {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly level: 'none' | 'warning' | 'critical';
}

/** A whole form. */
export interface FormDefinition {
  /** Library id, e.g. F10. */
  readonly id: string;
  readonly url?: string;
  readonly version: string;
  readonly title: string;
  readonly description?: string;
  /** FHIR publication status; `draft` until a hospital approves it, printed as such. */
  readonly status: 'draft' | 'active' | 'retired' | 'unknown';
  readonly owner?: string;
  readonly reviewDate?: string;
  /** Where the content comes from, and notices that must be shown or printed (LOINC, NEWS2). */
  readonly copyright?: string;
  readonly code: readonly Coding[];
  readonly variables: readonly FormExpression[];
  readonly constraints: readonly FormConstraint[];
  readonly backEntry?: BackEntry;
  readonly paper: PaperHints;
  readonly items: readonly FormItem[];
  /** What the user should know: unresolved value sets, CQL kept but not run, R5/STU3 parts that do not map. */
  readonly warnings: readonly FormProblem[];
  /** The Questionnaire as it came, every member kept for export. */
  readonly source: JsonObject;
}

/** A problem of a form file. `where` is a JSON path such as `item[3].enableWhen[0]`. */
export interface FormProblem {
  readonly code: string;
  readonly message: string;
  readonly where: string;
}

/** A problem of an answer. `path` leads to the control; `severity` soft asks, error stops signing. */
export interface Finding {
  readonly linkId: string;
  readonly path: AnswerPath;
  readonly code:
    | 'required'
    | 'wrong-type'
    | 'unknown-item'
    | 'not-an-option'
    | 'exclusive'
    | 'below-min'
    | 'above-max'
    | 'too-many-decimals'
    | 'too-long'
    | 'too-short'
    | 'pattern'
    | 'too-few'
    | 'too-many'
    | 'bad-unit'
    | 'bad-date'
    | 'attachment-type'
    | 'attachment-size'
    | 'constraint'
    | 'unusual'
    | 'unsafe-text'
    | 'not-enabled';
  readonly severity: 'error' | 'warning' | 'soft';
  /** Plain words, the field's own label in it, what to do. English; `code` is the key for other languages. */
  readonly message: string;
}

/** Where an answer lies: from the root, each step an item and which occurrence (row of a group, answer of a question). */
export type AnswerPath = readonly { readonly linkId: string; readonly index: number }[];
