// Elements of the FHIR R4 types we write, from the specification (hl7.org/fhir/R4). One word per element:
// name, then ! (exactly one), * (any), + (at least one) or nothing (at most one), then its type. Types of a choice are
// separated by |, targets of a Reference stand in brackets, a required binding in braces. "Type.part" is a backbone.

const DATA_TYPES: Readonly<Record<string, string>> = {
  Identifier:
    'use:code{identifier-use} type:CodeableConcept system:uri value:string period:Period assigner:Reference(Organization)',
  HumanName: 'use:code{name-use} text:string family:string given*:string prefix*:string suffix*:string period:Period',
  ContactPoint:
    'system:code{contact-point-system} value:string use:code{contact-point-use} rank:positiveInt period:Period',
  Address:
    'use:code{address-use} type:code{address-type} text:string line*:string city:string district:string state:string postalCode:string country:string period:Period',
  CodeableConcept: 'coding*:Coding text:string',
  Coding: 'system:uri version:string code:code display:string userSelected:boolean',
  Quantity: 'value:decimal comparator:code{quantity-comparator} unit:string system:uri code:code',
  Range: 'low:Quantity high:Quantity',
  Ratio: 'numerator:Quantity denominator:Quantity',
  Period: 'start:dateTime end:dateTime',
  Reference: 'reference:string type:uri identifier:Identifier display:string',
  Annotation:
    'author[x]:Reference(Practitioner,Patient,RelatedPerson,Organization)|string time:dateTime text!:markdown',
  Attachment:
    'contentType:code language:code data:base64Binary url:url size:unsignedInt hash:base64Binary title:string creation:dateTime',
  Meta: 'versionId:id lastUpdated:instant source:uri profile*:canonical security*:Coding tag*:Coding',
  Narrative: 'status!:code{narrative-status} div!:xhtml',
  SampledData:
    'origin!:Quantity period!:decimal factor:decimal lowerLimit:decimal upperLimit:decimal dimensions!:positiveInt data:string',
  Signature:
    'type+:Coding when!:instant who!:Reference(Practitioner,PractitionerRole,RelatedPerson,Patient,Device,Organization) onBehalfOf:Reference(Practitioner,PractitionerRole,RelatedPerson,Patient,Device,Organization) targetFormat:code sigFormat:code data:base64Binary',
  Timing: 'event*:dateTime repeat:Timing.repeat code:CodeableConcept',
  'Timing.repeat':
    'bounds[x]:Duration|Range|Period count:positiveInt countMax:positiveInt duration:decimal durationMax:decimal durationUnit:code{units-of-time} frequency:positiveInt frequencyMax:positiveInt period:decimal periodMax:decimal periodUnit:code{units-of-time} dayOfWeek*:code{days-of-week} timeOfDay*:time when*:code offset:unsignedInt',
  Dosage:
    'sequence:integer text:string additionalInstruction*:CodeableConcept patientInstruction:string timing:Timing asNeeded[x]:boolean|CodeableConcept site:CodeableConcept route:CodeableConcept method:CodeableConcept doseAndRate*:Dosage.doseAndRate maxDosePerPeriod:Ratio maxDosePerAdministration:Quantity maxDosePerLifetime:Quantity',
  'Dosage.doseAndRate': 'type:CodeableConcept dose[x]:Range|Quantity rate[x]:Ratio|Range|Quantity',
};

const OBSERVATION_VALUE =
  'value[x]:Quantity|CodeableConcept|string|boolean|integer|Range|Ratio|SampledData|time|dateTime|Period';
const WHO = 'Practitioner,PractitionerRole,Organization,Patient,RelatedPerson,Device';

const RESOURCES: Readonly<Record<string, string>> = {
  Patient:
    'identifier*:Identifier active:boolean name*:HumanName telecom*:ContactPoint gender:code{administrative-gender} birthDate:date deceased[x]:boolean|dateTime address*:Address maritalStatus:CodeableConcept multipleBirth[x]:boolean|integer photo*:Attachment contact*:Patient.contact communication*:Patient.communication generalPractitioner*:Reference(Organization,Practitioner,PractitionerRole) managingOrganization:Reference(Organization) link*:Patient.link',
  'Patient.contact':
    'relationship*:CodeableConcept name:HumanName telecom*:ContactPoint address:Address gender:code{administrative-gender} organization:Reference(Organization) period:Period',
  'Patient.communication': 'language!:CodeableConcept preferred:boolean',
  'Patient.link': 'other!:Reference(Patient,RelatedPerson) type!:code{link-type}',
  Encounter:
    'identifier*:Identifier status!:code{encounter-status} statusHistory*:Encounter.statusHistory class!:Coding classHistory*:Encounter.classHistory type*:CodeableConcept serviceType:CodeableConcept priority:CodeableConcept subject:Reference(Patient,Group) episodeOfCare*:Reference(EpisodeOfCare) basedOn*:Reference(ServiceRequest) participant*:Encounter.participant appointment*:Reference(Appointment) period:Period length:Duration reasonCode*:CodeableConcept reasonReference*:Reference(Condition,Procedure,Observation,ImmunizationRecommendation) diagnosis*:Encounter.diagnosis account*:Reference(Account) hospitalization:Encounter.hospitalization location*:Encounter.location serviceProvider:Reference(Organization) partOf:Reference(Encounter)',
  'Encounter.statusHistory': 'status!:code{encounter-status} period!:Period',
  'Encounter.classHistory': 'class!:Coding period!:Period',
  'Encounter.participant':
    'type*:CodeableConcept period:Period individual:Reference(Practitioner,PractitionerRole,RelatedPerson)',
  'Encounter.diagnosis': 'condition!:Reference(Condition,Procedure) use:CodeableConcept rank:positiveInt',
  'Encounter.hospitalization':
    'preAdmissionIdentifier:Identifier origin:Reference(Location,Organization) admitSource:CodeableConcept reAdmission:CodeableConcept dietPreference*:CodeableConcept specialCourtesy*:CodeableConcept specialArrangement*:CodeableConcept destination:Reference(Location,Organization) dischargeDisposition:CodeableConcept',
  'Encounter.location':
    'location!:Reference(Location) status:code{encounter-location-status} physicalType:CodeableConcept period:Period',
  Observation: `identifier*:Identifier basedOn*:Reference(CarePlan,DeviceRequest,ImmunizationRecommendation,MedicationRequest,NutritionOrder,ServiceRequest) partOf*:Reference(MedicationAdministration,MedicationDispense,MedicationStatement,Procedure,Immunization,ImagingStudy) status!:code{observation-status} category*:CodeableConcept code!:CodeableConcept subject:Reference(Patient,Group,Device,Location) focus*:Reference() encounter:Reference(Encounter) effective[x]:dateTime|Period|Timing|instant issued:instant performer*:Reference(Practitioner,PractitionerRole,Organization,CareTeam,Patient,RelatedPerson) ${OBSERVATION_VALUE} dataAbsentReason:CodeableConcept interpretation*:CodeableConcept note*:Annotation bodySite:CodeableConcept method:CodeableConcept specimen:Reference(Specimen) device:Reference(Device,DeviceMetric) referenceRange*:Observation.referenceRange hasMember*:Reference(Observation,QuestionnaireResponse,MolecularSequence) derivedFrom*:Reference(DocumentReference,ImagingStudy,Media,QuestionnaireResponse,Observation,MolecularSequence) component*:Observation.component`,
  'Observation.referenceRange':
    'low:Quantity high:Quantity type:CodeableConcept appliesTo*:CodeableConcept age:Range text:string',
  'Observation.component': `code!:CodeableConcept ${OBSERVATION_VALUE} dataAbsentReason:CodeableConcept interpretation*:CodeableConcept referenceRange*:Observation.referenceRange`,
  QuestionnaireResponse:
    'identifier:Identifier basedOn*:Reference(CarePlan,ServiceRequest) partOf*:Reference(Observation,Procedure) questionnaire:canonical status!:code{questionnaire-answers-status} subject:Reference() encounter:Reference(Encounter) authored:dateTime author:Reference(Device,Practitioner,PractitionerRole,Patient,RelatedPerson,Organization) source:Reference(Patient,Practitioner,PractitionerRole,RelatedPerson) item*:QuestionnaireResponse.item',
  'QuestionnaireResponse.item':
    'linkId!:string definition:uri text:string answer*:QuestionnaireResponse.answer item*:QuestionnaireResponse.item',
  'QuestionnaireResponse.answer':
    'value[x]:boolean|decimal|integer|date|dateTime|time|string|uri|Attachment|Coding|Quantity|Reference item*:QuestionnaireResponse.item',
  MedicationRequest: `identifier*:Identifier status!:code{medicationrequest-status} statusReason:CodeableConcept intent!:code{medicationrequest-intent} category*:CodeableConcept priority:code{request-priority} doNotPerform:boolean reported[x]:boolean|Reference medication[x]!:CodeableConcept|Reference(Medication) subject!:Reference(Patient,Group) encounter:Reference(Encounter) supportingInformation*:Reference() authoredOn:dateTime requester:Reference(${WHO}) performer:Reference(${WHO},CareTeam) performerType:CodeableConcept recorder:Reference(Practitioner,PractitionerRole) reasonCode*:CodeableConcept reasonReference*:Reference(Condition,Observation) instantiatesCanonical*:canonical instantiatesUri*:uri basedOn*:Reference(CarePlan,MedicationRequest,ServiceRequest,ImmunizationRecommendation) groupIdentifier:Identifier courseOfTherapyType:CodeableConcept insurance*:Reference(Coverage,ClaimResponse) note*:Annotation dosageInstruction*:Dosage dispenseRequest:Any substitution:Any priorPrescription:Reference(MedicationRequest) detectedIssue*:Reference(DetectedIssue) eventHistory*:Reference(Provenance)`,
  MedicationAdministration:
    'identifier*:Identifier instantiates*:uri partOf*:Reference(MedicationAdministration,Procedure) status!:code{medication-admin-status} statusReason*:CodeableConcept category:CodeableConcept medication[x]!:CodeableConcept|Reference(Medication) subject!:Reference(Patient,Group) context:Reference(Encounter,EpisodeOfCare) supportingInformation*:Reference() effective[x]!:dateTime|Period performer*:MedicationAdministration.performer reasonCode*:CodeableConcept reasonReference*:Reference(Condition,Observation,DiagnosticReport) request:Reference(MedicationRequest) device*:Reference(Device) note*:Annotation dosage:MedicationAdministration.dosage eventHistory*:Reference(Provenance)',
  'MedicationAdministration.performer':
    'function:CodeableConcept actor!:Reference(Practitioner,PractitionerRole,Patient,RelatedPerson,Device)',
  'MedicationAdministration.dosage':
    'text:string site:CodeableConcept route:CodeableConcept method:CodeableConcept dose:Quantity rate[x]:Ratio|Quantity',
  ServiceRequest: `identifier*:Identifier instantiatesCanonical*:canonical instantiatesUri*:uri basedOn*:Reference(CarePlan,ServiceRequest,MedicationRequest) replaces*:Reference(ServiceRequest) requisition:Identifier status!:code{request-status} intent!:code{request-intent} category*:CodeableConcept priority:code{request-priority} doNotPerform:boolean code:CodeableConcept orderDetail*:CodeableConcept quantity[x]:Quantity|Ratio|Range subject!:Reference(Patient,Group,Location,Device) encounter:Reference(Encounter) occurrence[x]:dateTime|Period|Timing asNeeded[x]:boolean|CodeableConcept authoredOn:dateTime requester:Reference(${WHO}) performerType:CodeableConcept performer*:Reference(${WHO},CareTeam,HealthcareService) locationCode*:CodeableConcept locationReference*:Reference(Location) reasonCode*:CodeableConcept reasonReference*:Reference(Condition,Observation,DiagnosticReport,DocumentReference) insurance*:Reference(Coverage,ClaimResponse) supportingInfo*:Reference() specimen*:Reference(Specimen) bodySite*:CodeableConcept note*:Annotation patientInstruction:string relevantHistory*:Reference(Provenance)`,
  Specimen:
    'identifier*:Identifier accessionIdentifier:Identifier status:code{specimen-status} type:CodeableConcept subject:Reference(Patient,Group,Device,Substance,Location) receivedTime:dateTime parent*:Reference(Specimen) request*:Reference(ServiceRequest) collection:Specimen.collection processing*:Any container*:Specimen.container condition*:CodeableConcept note*:Annotation',
  'Specimen.collection':
    'collector:Reference(Practitioner,PractitionerRole) collected[x]:dateTime|Period duration:Duration quantity:Quantity method:CodeableConcept bodySite:CodeableConcept fastingStatus[x]:CodeableConcept|Duration',
  'Specimen.container':
    'identifier*:Identifier description:string type:CodeableConcept capacity:Quantity specimenQuantity:Quantity additive[x]:CodeableConcept|Reference(Substance)',
  AllergyIntolerance:
    'identifier*:Identifier clinicalStatus:CodeableConcept verificationStatus:CodeableConcept type:code{allergy-intolerance-type} category*:code{allergy-intolerance-category} criticality:code{allergy-intolerance-criticality} code:CodeableConcept patient!:Reference(Patient) encounter:Reference(Encounter) onset[x]:dateTime|Age|Period|Range|string recordedDate:dateTime recorder:Reference(Practitioner,PractitionerRole,Patient,RelatedPerson) asserter:Reference(Patient,RelatedPerson,Practitioner,PractitionerRole) lastOccurrence:dateTime note*:Annotation reaction*:AllergyIntolerance.reaction',
  'AllergyIntolerance.reaction':
    'substance:CodeableConcept manifestation+:CodeableConcept description:string onset:dateTime severity:code{reaction-event-severity} exposureRoute:CodeableConcept note*:Annotation',
  Communication: `identifier*:Identifier instantiatesCanonical*:canonical instantiatesUri*:uri basedOn*:Reference() partOf*:Reference() inResponseTo*:Reference(Communication) status!:code{event-status} statusReason:CodeableConcept category*:CodeableConcept priority:code{request-priority} medium*:CodeableConcept subject:Reference(Patient,Group) topic:CodeableConcept about*:Reference() encounter:Reference(Encounter) sent:dateTime received:dateTime recipient*:Reference(${WHO},CareTeam,Group,HealthcareService) sender:Reference(${WHO},HealthcareService) reasonCode*:CodeableConcept reasonReference*:Reference(Condition,Observation,DiagnosticReport,DocumentReference) payload*:Communication.payload note*:Annotation`,
  'Communication.payload': 'content[x]!:string|Attachment|Reference',
  Procedure: `identifier*:Identifier instantiatesCanonical*:canonical instantiatesUri*:uri basedOn*:Reference(CarePlan,ServiceRequest) partOf*:Reference(Procedure,Observation,MedicationAdministration) status!:code{event-status} statusReason:CodeableConcept category:CodeableConcept code:CodeableConcept subject!:Reference(Patient,Group) encounter:Reference(Encounter) performed[x]:dateTime|Period|string|Age|Range recorder:Reference(Patient,RelatedPerson,Practitioner,PractitionerRole) asserter:Reference(Patient,RelatedPerson,Practitioner,PractitionerRole) performer*:Procedure.performer location:Reference(Location) reasonCode*:CodeableConcept reasonReference*:Reference(Condition,Observation,Procedure,DiagnosticReport,DocumentReference) bodySite*:CodeableConcept outcome:CodeableConcept report*:Reference(DiagnosticReport,DocumentReference,Composition) complication*:CodeableConcept complicationDetail*:Reference(Condition) followUp*:CodeableConcept note*:Annotation focalDevice*:Any usedReference*:Reference(Device,Medication,Substance) usedCode*:CodeableConcept`,
  'Procedure.performer': `function:CodeableConcept actor!:Reference(${WHO}) onBehalfOf:Reference(Organization)`,
  DocumentReference: `masterIdentifier:Identifier identifier*:Identifier status!:code{document-reference-status} docStatus:code{composition-status} type:CodeableConcept category*:CodeableConcept subject:Reference(Patient,Practitioner,Group,Device) date:instant author*:Reference(${WHO}) authenticator:Reference(Practitioner,PractitionerRole,Organization) custodian:Reference(Organization) relatesTo*:Any description:string securityLabel*:CodeableConcept content+:DocumentReference.content context:DocumentReference.context`,
  'DocumentReference.content': 'attachment!:Attachment format:Coding',
  'DocumentReference.context':
    'encounter*:Reference(Encounter,EpisodeOfCare) event*:CodeableConcept period:Period facilityType:CodeableConcept practiceSetting:CodeableConcept sourcePatientInfo:Reference(Patient) related*:Reference()',
  Provenance:
    'target+:Reference() occurred[x]:Period|dateTime recorded!:instant policy*:uri location:Reference(Location) reason*:CodeableConcept activity:CodeableConcept agent+:Provenance.agent entity*:Provenance.entity signature*:Signature',
  'Provenance.agent':
    'type:CodeableConcept role*:CodeableConcept who!:Reference(Practitioner,PractitionerRole,RelatedPerson,Patient,Device,Organization) onBehalfOf:Reference(Practitioner,PractitionerRole,RelatedPerson,Patient,Device,Organization)',
  'Provenance.entity': 'role!:code{provenance-entity-role} what!:Reference() agent*:Provenance.agent',
  Bundle:
    'identifier:Identifier type!:code{bundle-type} timestamp:instant total:unsignedInt link*:Bundle.link entry*:Bundle.entry signature:Signature',
  'Bundle.link': 'relation!:string url!:uri',
  'Bundle.entry':
    'link*:Bundle.link fullUrl:uri resource:Resource search:Bundle.search request:Bundle.request response:Bundle.response',
  'Bundle.search': 'mode:code{search-entry-mode} score:decimal',
  'Bundle.request':
    'method!:code{http-verb} url!:uri ifNoneMatch:string ifModifiedSince:instant ifMatch:string ifNoneExist:string',
  'Bundle.response': 'status!:string location:uri etag:string lastModified:instant outcome:Resource',
};

/** One element of a type. */
export interface ElementDefinition {
  readonly name: string;
  readonly choice: boolean;
  readonly required: boolean;
  readonly list: boolean;
  readonly types: readonly { readonly type: string; readonly targets: readonly string[]; readonly binding?: string }[];
}

const parsed = new Map<string, readonly ElementDefinition[]>();

/** Elements of a data type, backbone or resource; undefined when we do not know it. */
export function elementsOf(type: string): readonly ElementDefinition[] | undefined {
  const known = parsed.get(type);
  if (known !== undefined) return known;
  const own =
    RESOURCES[type] ??
    DATA_TYPES[type === 'Duration' || type === 'Age' || type === 'SimpleQuantity' ? 'Quantity' : type];
  if (own === undefined) return undefined;
  const isResource = RESOURCES[type] !== undefined && !type.includes('.');
  const common = isResource
    ? `id:id meta:Meta implicitRules:uri language:code${type === 'Bundle' ? '' : ' text:Narrative contained*:Resource extension*:Extension modifierExtension*:Extension'}`
    : `id:string extension*:Extension${type.includes('.') ? ' modifierExtension*:Extension' : ''}`;
  const elements = `${common} ${own}`.split(' ').map(parseElement);
  parsed.set(type, elements);
  return elements;
}

/** Whether a resource type can be checked. */
export function isKnownResource(type: string): boolean {
  return RESOURCES[type] !== undefined && !type.includes('.');
}

function parseElement(text: string): ElementDefinition {
  const [, name = '', choice, mark, types = ''] = /^([A-Za-z]+)(\[x\])?([!*+]?):(.+)$/.exec(text) ?? [];
  return {
    name,
    choice: choice !== undefined,
    required: mark === '!' || mark === '+',
    list: mark === '*' || mark === '+',
    types: types.split('|').map((one) => {
      const [, type = '', targets, binding] = /^([A-Za-z.0-9]+)(?:\(([^)]*)\))?(?:\{([^}]+)\})?$/.exec(one) ?? [];
      return {
        type,
        targets: targets === undefined || targets === '' ? [] : targets.split(','),
        ...(binding === undefined ? {} : { binding }),
      };
    }),
  };
}
