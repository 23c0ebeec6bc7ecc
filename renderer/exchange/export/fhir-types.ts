// The part of FHIR R4 that we write. @types/fhir 3.x describes STU3, whose Encounter and MedicationRequest differ.

export interface Coding {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}
export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}
export interface Identifier {
  readonly use?: 'usual' | 'official' | 'temp' | 'secondary' | 'old';
  readonly type?: CodeableConcept;
  readonly system?: string;
  readonly value?: string;
}
export interface Reference {
  readonly type?: string;
  readonly reference?: string;
  readonly identifier?: Identifier;
  readonly display?: string;
}
export interface Period {
  readonly start?: string;
  readonly end?: string;
}
export interface Quantity {
  readonly value?: number;
  readonly comparator?: '<' | '<=' | '>=' | '>';
  readonly unit?: string;
  readonly system?: string;
  readonly code?: string;
}
export interface Annotation {
  readonly time?: string;
  readonly text: string;
}
export interface HumanName {
  readonly use?: 'usual' | 'official' | 'temp';
  readonly text?: string;
  readonly family?: string;
  readonly given?: readonly string[];
}

interface Value {
  readonly valueQuantity?: Quantity;
  readonly valueInteger?: number;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueString?: string;
  readonly valueBoolean?: boolean;
  readonly valueDateTime?: string;
  readonly valueTime?: string;
  readonly dataAbsentReason?: CodeableConcept;
}

export interface Patient {
  readonly resourceType: 'Patient';
  readonly identifier: readonly Identifier[];
  readonly name: readonly HumanName[];
  readonly gender?: 'male' | 'female' | 'other' | 'unknown';
  readonly birthDate?: string;
  readonly deceasedBoolean?: boolean;
  readonly deceasedDateTime?: string;
}
export interface EncounterLocation {
  readonly location: Reference;
  readonly status?: 'planned' | 'active' | 'reserved' | 'completed';
  readonly period?: Period;
}
export interface Encounter {
  readonly resourceType: 'Encounter';
  readonly identifier: readonly Identifier[];
  readonly status: 'in-progress' | 'onleave' | 'finished';
  readonly class: Coding;
  readonly subject: Reference;
  readonly period?: Period;
  readonly location?: readonly EncounterLocation[];
  readonly hospitalization?: { readonly dischargeDisposition?: CodeableConcept };
}
export interface ObservationComponent extends Value {
  readonly code: CodeableConcept;
}
export interface Observation extends Value {
  readonly resourceType: 'Observation';
  readonly identifier: readonly Identifier[];
  readonly status: 'final' | 'amended' | 'entered-in-error';
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly effectiveDateTime: string;
  readonly issued: string;
  readonly performer: readonly Reference[];
  readonly component?: readonly ObservationComponent[];
  readonly derivedFrom?: readonly Reference[];
}
export interface AllergyIntolerance {
  readonly resourceType: 'AllergyIntolerance';
  readonly identifier: readonly Identifier[];
  readonly clinicalStatus?: CodeableConcept;
  readonly verificationStatus: CodeableConcept;
  readonly criticality?: 'low' | 'high' | 'unable-to-assess';
  readonly code: CodeableConcept;
  readonly patient: Reference;
  readonly encounter: Reference;
  readonly recordedDate: string;
  readonly recorder: Reference;
  readonly reaction?: readonly {
    readonly manifestation: readonly CodeableConcept[];
    readonly severity?: 'mild' | 'moderate' | 'severe';
  }[];
}
export interface Dosage {
  readonly text?: string;
  readonly timing?: { readonly code: CodeableConcept };
  readonly asNeededBoolean?: boolean;
  readonly route?: CodeableConcept;
  readonly doseAndRate?: readonly { readonly doseQuantity: Quantity }[];
}
export interface MedicationRequest {
  readonly resourceType: 'MedicationRequest';
  readonly identifier: readonly Identifier[];
  readonly status: 'active' | 'completed' | 'entered-in-error';
  readonly intent: 'order';
  readonly category: readonly CodeableConcept[];
  readonly medicationCodeableConcept: CodeableConcept;
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly authoredOn: string;
  readonly requester?: Reference;
  readonly recorder: Reference;
  readonly reasonCode?: readonly CodeableConcept[];
  readonly note?: readonly Annotation[];
  readonly dosageInstruction?: readonly Dosage[];
}
export interface MedicationAdministration {
  readonly resourceType: 'MedicationAdministration';
  readonly identifier: readonly Identifier[];
  readonly status: 'in-progress' | 'not-done' | 'completed' | 'entered-in-error';
  readonly statusReason?: readonly CodeableConcept[];
  readonly medicationCodeableConcept: CodeableConcept;
  readonly subject: Reference;
  readonly context: Reference;
  readonly effectiveDateTime?: string;
  readonly effectivePeriod?: Period;
  readonly performer: readonly { readonly function?: CodeableConcept; readonly actor: Reference }[];
  readonly request?: Reference;
  readonly note?: readonly Annotation[];
  readonly dosage?: { readonly text?: string; readonly route?: CodeableConcept; readonly dose: Quantity };
}
export interface ServiceRequest {
  readonly resourceType: 'ServiceRequest';
  readonly identifier: readonly Identifier[];
  readonly requisition: Identifier;
  readonly status: 'active' | 'entered-in-error';
  readonly intent: 'order';
  readonly category: readonly CodeableConcept[];
  readonly priority: 'routine' | 'urgent' | 'asap' | 'stat';
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly authoredOn: string;
  readonly requester: Reference;
  readonly reasonCode?: readonly CodeableConcept[];
  readonly specimen?: readonly Reference[];
  readonly note?: readonly Annotation[];
}
export interface Specimen {
  readonly resourceType: 'Specimen';
  readonly identifier: readonly Identifier[];
  readonly accessionIdentifier: Identifier;
  readonly status: 'available' | 'entered-in-error';
  readonly type?: CodeableConcept;
  readonly subject: Reference;
  readonly collection?: { readonly collector?: Reference; readonly collectedDateTime?: string };
  readonly container?: readonly { readonly description: string }[];
}
export interface QuestionnaireResponse {
  readonly resourceType: 'QuestionnaireResponse';
  readonly identifier: Identifier;
  readonly questionnaire?: string;
  readonly status: 'completed' | 'amended' | 'entered-in-error';
  readonly subject: Reference;
  readonly encounter?: Reference;
  readonly authored: string;
  readonly author?: Reference;
  readonly item?: readonly unknown[];
}
export interface Provenance {
  readonly resourceType: 'Provenance';
  readonly id: string;
  readonly target: readonly Reference[];
  readonly occurredDateTime: string;
  readonly recorded: string;
  readonly reason: readonly CodeableConcept[];
  readonly activity: CodeableConcept;
  readonly agent: readonly { readonly type: CodeableConcept; readonly who: Reference }[];
  readonly entity?: readonly { readonly role: 'revision'; readonly what: Reference }[];
  readonly signature: readonly { readonly type: readonly Coding[]; readonly when: string; readonly who: Reference }[];
}

export interface Communication {
  readonly resourceType: 'Communication';
  readonly identifier: readonly Identifier[];
  readonly status: 'completed' | 'entered-in-error';
  readonly category: readonly CodeableConcept[];
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly sent: string;
  readonly recipient?: readonly Reference[];
  readonly sender: Reference;
  readonly payload: readonly { readonly contentString: string }[];
  readonly note: readonly Annotation[];
}
export interface Procedure {
  readonly resourceType: 'Procedure';
  readonly identifier: readonly Identifier[];
  readonly status: 'completed' | 'unknown' | 'entered-in-error';
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly performedPeriod: Period;
  readonly recorder: Reference;
  readonly performer?: readonly { readonly actor: Reference }[];
  readonly outcome?: CodeableConcept;
  readonly note: readonly Annotation[];
}
export interface DocumentReference {
  readonly resourceType: 'DocumentReference';
  readonly identifier: readonly Identifier[];
  readonly status: 'current';
  readonly docStatus: 'final';
  readonly type: CodeableConcept;
  readonly subject: Reference;
  readonly date: string;
  readonly description: string;
  readonly content: readonly {
    readonly attachment: {
      readonly contentType: string;
      readonly data: string;
      readonly size: number;
      readonly title: string;
      readonly creation: string;
    };
  }[];
  readonly context: { readonly encounter: readonly Reference[]; readonly period: Period };
}

export type FhirResource =
  | Communication
  | Procedure
  | DocumentReference
  | Patient
  | Encounter
  | Observation
  | AllergyIntolerance
  | MedicationRequest
  | MedicationAdministration
  | ServiceRequest
  | Specimen
  | QuestionnaireResponse
  | Provenance;

export interface BundleEntry {
  readonly fullUrl: string;
  readonly resource: FhirResource;
  readonly request: { readonly method: 'POST' | 'PUT'; readonly url: string; readonly ifNoneExist?: string };
}
export interface Bundle {
  readonly resourceType: 'Bundle';
  readonly type: 'transaction';
  readonly timestamp: string;
  readonly entry?: readonly BundleEntry[];
}
