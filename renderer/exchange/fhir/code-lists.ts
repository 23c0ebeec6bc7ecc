/** Codes of required bindings of FHIR R4, by the name used in definitions.ts. */
export const CODE_LISTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    'administrative-gender': 'male female other unknown',
    'identifier-use': 'usual official temp secondary old',
    'name-use': 'usual official temp nickname anonymous old maiden',
    'contact-point-system': 'phone fax email pager url sms other',
    'contact-point-use': 'home work temp old mobile',
    'address-use': 'home work temp old billing',
    'address-type': 'postal physical both',
    'link-type': 'replaced-by replaces refer seealso',
    'narrative-status': 'generated extensions additional empty',
    'quantity-comparator': '< <= >= >',
    'units-of-time': 's min h d wk mo a',
    'days-of-week': 'mon tue wed thu fri sat sun',
    'encounter-status': 'planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown',
    'encounter-location-status': 'planned active reserved completed',
    'observation-status': 'registered preliminary final amended corrected cancelled entered-in-error unknown',
    'questionnaire-answers-status': 'in-progress completed amended entered-in-error stopped',
    'medicationrequest-status': 'active on-hold cancelled completed entered-in-error stopped draft unknown',
    'medicationrequest-intent': 'proposal plan order original-order reflex-order filler-order instance-order option',
    'medication-admin-status': 'in-progress not-done on-hold completed entered-in-error stopped unknown',
    'request-priority': 'routine urgent asap stat',
    'request-status': 'draft active on-hold revoked completed entered-in-error unknown',
    'request-intent': 'proposal plan directive order original-order reflex-order filler-order instance-order option',
    'event-status': 'preparation in-progress not-done on-hold stopped completed entered-in-error unknown',
    'document-reference-status': 'current superseded entered-in-error',
    'composition-status': 'preliminary final amended entered-in-error',
    'specimen-status': 'available unavailable unsatisfactory entered-in-error',
    'allergy-intolerance-type': 'allergy intolerance',
    'allergy-intolerance-category': 'food medication environment biologic',
    'allergy-intolerance-criticality': 'low high unable-to-assess',
    'reaction-event-severity': 'mild moderate severe',
    'provenance-entity-role': 'derivation revision quotation source removal',
    'bundle-type':
      'document message transaction transaction-response batch batch-response history searchset collection',
    'search-entry-mode': 'match include outcome',
    'http-verb': 'GET HEAD POST PUT DELETE PATCH',
  }).map(([name, codes]) => [name, codes.split(' ')]),
);

/**
 * UCUM units a ward writes. UCUM itself accepts ML (megalitre) and U (enzyme unit), which nobody here means, so this
 * list decides (standards.md 7).
 */
export const WARD_UNITS: ReadonlySet<string> = new Set(
  '% 1 /min {beats}/min {breaths}/min {score} {tbl} {capsule} {puff} {unit} {unit}/h [drp] [iU] [IU] [iU]/h [iU]/mL mm[Hg] cm[H2O] kPa Cel [degF] kg g mg ug ng kg/m2 m2 m cm mm [in_i] [lb_av] L dL mL uL L/min mL/h mL/min mL/kg mL/kg/h mL/min/{1.73_m2} mg/kg mg/h mg/kg/h mg/kg/d ug/kg ug/kg/min ug/min ug/h ng/mL ug/mL ug/L mg/L mg/dL g/L g/dL mmol mmol/L umol/L nmol/L pmol/L mmol/h meq meq/L [iU]/L U/L 10*9/L 10*12/L 10*3/uL 10*6/uL fL pg s min h d wk mo a {INR} mosm/kg J [pH] deg'.split(
    ' ',
  ),
);
