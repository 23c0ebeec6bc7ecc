import type { Json } from '../basics/json';

/** A FHIR Coding, unknown members kept. */
export interface Coding {
  readonly system?: string;
  readonly version?: string;
  readonly code?: string;
  readonly display?: string;
  readonly [member: string]: Json | undefined;
}

/** A FHIR Quantity, unknown members kept. */
export interface Quantity {
  readonly value?: number;
  readonly comparator?: string;
  readonly unit?: string;
  readonly system?: string;
  readonly code?: string;
  readonly [member: string]: Json | undefined;
}

/** One answer as FHIR R4 QuestionnaireResponse.item.answer: exactly one value[x] (or none with only items). */
export interface ResponseAnswer {
  readonly valueBoolean?: boolean;
  readonly valueDecimal?: number;
  readonly valueInteger?: number;
  readonly valueDate?: string;
  readonly valueDateTime?: string;
  readonly valueTime?: string;
  readonly valueString?: string;
  readonly valueUri?: string;
  readonly valueAttachment?: { readonly [member: string]: Json };
  readonly valueCoding?: Coding;
  readonly valueQuantity?: Quantity;
  readonly valueReference?: { readonly [member: string]: Json };
  readonly item?: readonly ResponseItem[];
  readonly extension?: readonly { readonly [member: string]: Json }[];
}

/** One item of a response. A repeating group is several items with one linkId; a repeating question several answers. */
export interface ResponseItem {
  /** Element id; rows of repeating groups carry one, so that a row keeps its name when others go (back-entry). */
  readonly id?: string;
  readonly linkId: string;
  readonly text?: string;
  readonly definition?: string;
  readonly answer?: readonly ResponseAnswer[];
  readonly item?: readonly ResponseItem[];
  readonly extension?: readonly { readonly [member: string]: Json }[];
}

/** A FHIR R4 QuestionnaireResponse; the working form of answers from first key to export, unknown members kept. */
export interface FormResponse {
  readonly resourceType: 'QuestionnaireResponse';
  readonly questionnaire?: string;
  readonly status: 'in-progress' | 'completed' | 'amended' | 'entered-in-error' | 'stopped';
  readonly authored?: string;
  readonly item?: readonly ResponseItem[];
  readonly [member: string]: unknown;
}
