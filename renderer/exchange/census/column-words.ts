import type { CensusField } from './fields';

/** Column names per field, separated by |: the first list names the field beyond doubt, the second only for want of better. */
export type ColumnWords = Partial<Record<CensusField, readonly [strong: string, weak: string]>>;

/**
 * Column names of a patient list as the field writes them, folded (no accents, lower case): English, German, French,
 * Spanish, Italian, Portuguese, Dutch, Nordic, Polish, Czech, Hungarian, Turkish, Russian, Greek, Arabic, Chinese, Japanese.
 */
export const PATIENT_WORDS: ColumnWords = {
  mrn: [
    'mrn|pt mrn|pt no|pt number|medical record number|medical record no|medical record nr|med rec no|mr no|mr number|mr nbr|hospital number|hospital no|hospital nr|hospital id|hosp no|unit number|unit record number|urn|ur number|ur no|uhid|umrn|nhi|chart number|chart no|patient number|patient no|patient nr|patientennummer|patienten nr|pat nr|pat no|patnr|patientnummer|patientnr|ipp|numero patient|no patient|n patient|no dossier|numero de dossier|nhc|numero historia|numero historia clinica|historia clinica|n historia|nro hc|prontuario|numero prontuario|journalnummer|numer pacjenta|rodne cislo|cislo pacienta|betegazonosito|hasta no|hasta numarasi|dosya no|protokol no|номер карты|номер истории болезни|номер пациента|αριθμος μητρωου|病历号|住院号|病案号|患者番号|患者id|カルテ番号|رقم المريض|رقم الملف|رقم',
    'patient id|patientid|patid|pt id|pat id|pid|patienten id|id patient|id paciente|codigo paciente|codice paziente|id paziente|cartella|nip|patient identifier|identifier|kennung',
  ],
  otherId: [
    'nhs number|nhs no|national id|chi number|cpr|personnummer|personnr|pesel|svnr|insz|rijksregisternummer|tc kimlik no|taj szam|taj|fodselsnummer|bsn|medicare no|medicare number',
    'id|key|record id|uuid|guid',
  ],
  visitNumber: [
    'visit number|visit no|visit id|visit nr|encounter id|encounter number|encounter no|csn|fin|fin nbr|fin number|account number|account no|acct no|acct number|acct|har|admission number|admission no|admission id|case number|case no|case id|episode number|episode id|episode no|fallnummer|fall nr|fallnr|aufnahmenummer|iep|numero sejour|numero de sejour|numero episodio|nosologico|opnamenummer|spell number|spell no',
    'encounter|account|episode|episodio|visit|fall|nda',
  ],
  family: [
    'last name|lastname|surname|family name|familyname|family|lname|name last|nachname|familienname|nom de famille|nom usuel|apellidos|apellido|primer apellido|apellido 1|apellido1|1er apellido|apellido paterno|cognome|achternaam|sobrenome|apelido|efternavn|efternamn|etternavn|nazwisko|sukunimi|nom d usage|nom usuel|nom marital|prijmeni|priezvisko|vezeteknev|csaladi nev|soyadi|soyad|фамилия|прізвище|επωνυμο|姓|姓氏|氏|اسم العائلة',
    'last|nom',
  ],
  familyPrefix: ['tussenvoegsel|tussenvoegsels|voorvoegsel|voorvoegsels|name prefix last|vorsatzwort|namenszusatz', ''],
  birthName: ['nom de naissance|geburtsname|birth name|nom de jeune fille|cognome da nubile', ''],
  secondFamily: [
    'apellido 2|segundo apellido|2o apellido|apellido2|apellido materno|second surname|second last name',
    '',
  ],
  given: [
    'first name|firstname|given name|givenname|given names|given|fname|forename|forenames|name first|christian name|vorname|vornamen|prenom|prenoms|nombres|voornaam|voornamen|fornavn|fornamn|imie|etunimi|etunimet|jmeno|krestni jmeno|keresztnev|utonev|adi|имя|имя отчество|ім я|ονομα|名|名前|الاسم الاول',
    'first|nome|nombre|voorletters|initials|initialen',
  ],
  middle: [
    'middle name|middlename|middle initial|middle|mname|zweiter vorname|deuxieme prenom|отчество|по батькові',
    'mi',
  ],
  fullName: [
    'patient name|patientname|name of patient|pat name|full name|fullname|patientenname|nom patient|nom prenom|nom et prenom|apellidos y nombre|apellidos nombre|nombre del paciente|nombre completo|nombre y apellidos|nome completo|nome paziente|cognome nome|nominativo|patientnaam|name vorname|nachname vorname|name first last|last first|pasientnavn|imie i nazwisko|jmeno a prijmeni|prijmeni a jmeno|nev|beteg neve|ad soyad|adi soyadi|hasta adi|фио|ф и о|пациент|ονοματεπωνυμο|姓名|患者姓名|氏名|患者氏名|الاسم|اسم المريض',
    'name|patient|paciente|paziente|naam|navn|namn|nombre|nome',
  ],
  birthDate: [
    'dob|d o b|date of birth|birth date|birthdate|birth dt|dateofbirth|birthday|born|geburtsdatum|geb datum|gebdatum|geb dat|gebdat|geburtstag|geb|geb am|geboren|date de naissance|date naissance|ddn|ne le|fecha de nacimiento|fecha nacimiento|fec nac|f nac|fnac|nacimiento|data di nascita|data nascita|nascita|data de nascimento|data nascimento|nascimento|geboortedatum|fodselsdato|fodt|fodelsedatum|data urodzenia|data ur|syntymaaika|datum narozeni|datum nar|szuletesi datum|szul datum|szuletesi ido|dogum tarihi|дата рождения|дата народження|д р|ημερομηνια γεννησης|ημ γεννησης|出生日期|生日|生年月日|تاريخ الميلاد',
    'birth|naissance|dn',
  ],
  age: [
    'age|age yrs|age years|age y|age in years|alter|edad|eta|idade|leeftijd|alder|wiek|ika|vek|kor|yas|возраст|ηλικια|年龄|年齢|العمر',
    'yrs',
  ],
  ageSex: ['age sex|age gender|sex age|gender age|age and sex|alter geschlecht', ''],
  sex: [
    'sex|gender|m f|f m|administrative sex|admin sex|geschlecht|sexe|sexo|sesso|geslacht|genero|genre|kjonn|kon|plec|sukupuoli|legal sex|birth sex|m v|v m|m w|w m|h m|m k|pohlavi|nem|cinsiyet|cinsiyeti|пол|стать|φυλο|性别|性別|الجنس',
    'sx|gen|geschl',
  ],
  deathDate: ['date of death|death date|deathdate|deceased|died|sterbedatum|date de deces|fecha de defuncion', ''],
  ward: [
    'ward|ward name|ward code|current ward|nursing unit|nurse unit|care unit|nursing station|unit|unit name|current unit|inpatient unit|station|pflegestation|unite de soins|unite|unidad|unita|reparto|verpleegafdeling|afdeling|avdeling|avdelning|afsnit|oddzial|osasto|enfermaria|planta|point of care|poc|avd|afd|oddeleni|osztaly|servis|klinik|отделение|відділення|τμημα|κλινικη|科室|病区|病棟|القسم',
    'department|dept|floor|abteilung|clinic|sala|uf|area',
  ],
  room: [
    'room|room no|room number|room nr|rm|rm no|zimmer|zimmernummer|zimmer nr|chambre|habitacion|stanza|camera|kamer|quarto|rom|rum|pokoj|zi|zi nr|sala|korterem|oda|oda no|палата|θαλαμος|病房|病室|房间|الغرفة',
    '',
  ],
  bed: [
    'bed|bed no|bed number|bed nr|bed id|bed label|bed name|current bed|bed space|bedspace|bed bay|bay bed|room bed|bed room|rm bed|room and bed|bett|bettplatz|bettenplatz|bettennummer|bettnummer|bett nr|lit|no lit|numero lit|cama|letto|posto letto|bednummer|bed kamer|leito|seng|sang|lozko|sijainti|luzko|agy|agyszam|yatak|yatak no|койка|ліжко|κλινη|κρεβατι|床号|床位|ベッド|ベッド番号|السرير',
    'bay|place|platz',
  ],
  location: [
    'location|current location|patient location|assigned location|assigned patient location|bed location|unit bed|unit room bed|ward bed|ward room bed|ward room|nurse unit room bed|localisation|ubicacion|ubicazione|localizacao|lokatie|locatie',
    'loc|standort',
  ],
  attending: [
    'attending|attending physician|attending provider|attending md|attending doctor|attending dr|consultant|consultant name|responsible consultant|lead consultant|responsible physician|primary provider|treating doctor|behandelnder arzt|arzt|oberarzt|zustandiger arzt|medecin|medecin responsable|praticien|medico|medico responsable|medico curante|behandelaar|hoofdbehandelaar|arts|lege|laege|lakare|lekarz',
    'physician|doctor|provider|md|dr|prov',
  ],
  service: [
    'service|hospital service|hosp service|med service|medical service|service line|specialty|speciality|treating specialty|fachrichtung|fachabteilung|specialite|especialidad|specialita|specialisme|especialidade',
    'team',
  ],
  allergies: [
    'allergies|allergy|allergy list|allergies list|known allergies|drug allergies|drug allergy|allergies reactions|allergies and reactions|allergies adrs|allergies intolerances|adverse reactions|adrs|adr|allergien|allergie|unvertraglichkeiten|alergias|alergia|allergia|allergieen|allergier|alergie|cave|allergy info|allergiak|allergia|alerji|alerjiler|аллергия|аллергии|алергія|αλλεργιες|αλλεργια|过敏|过敏史|アレルギー|الحساسية',
    'intolerances',
  ],
  weightKg: [
    'weight|weight kg|wt|wt kg|body weight|weight in kg|last weight|dosing weight|gewicht|gewicht kg|korpergewicht|poids|poids kg|peso|peso kg|vekt|vikt|vaegt|waga',
    'kg',
  ],
  weightLb: ['weight lb|weight lbs|wt lb|wt lbs|weight in lb|weight pounds', 'lbs'],
  codeStatus: [
    'code status|resus status|resuscitation status|resuscitation|dnr|dnar|dnacpr|cpr status|resus|treatment escalation|goals of care|reanimation|reanimationsstatus|rea status|reanimatiebeleid|code',
    'tep',
  ],
  isolation: [
    'isolation|isolation status|isolation type|isolation precautions|precautions|infection control|isolierung|isolement|aislamiento|isolamento|isolatie|isolering',
    'infection|infection status',
  ],
  alerts: [
    'alerts|alert|flags|flag|risks|risk flags|warnings|hinweise|risiken|risiko|alertes|alerte|alertas|fall risk',
    'risk|notes|comments',
  ],
  diagnosis: [
    'diagnosis|dx|admitting diagnosis|admit diagnosis|admit dx|admission diagnosis|primary diagnosis|principal diagnosis|working diagnosis|principal problem|diagnoses|reason for admission|reason for visit|admission reason|admit reason|chief complaint|presenting complaint|diagnose|diagnosen|hauptdiagnose|aufnahmediagnose|einweisungsdiagnose|diagnostic|motif|motif d hospitalisation|diagnostico|motivo|motivo de ingreso|diagnosi|opnamereden|rozpoznanie',
    'reason|complaint|problem|problems',
  ],
  medicine: [
    'medication|medications|medicine|drug|drug name|medication name|medikament|medicament|medicamento|farmaco',
    '',
  ],
  start: ['admit date|admission date|admitted|admit dt|adm date|aufnahmedatum|date d entree|fecha ingreso', ''],
};

/** Column names of tables that hang on a patient table (Synthea's among them). */
export const LINKED_WORDS: ColumnWords = {
  patientRef: [
    'patient|patient id|patientid|patid|pat id|subject|mrn|medical record number|patient mrn|patient no|patient number|patientennummer|person id',
    'pid',
  ],
  substance: [
    'substance|allergen|allergy|allergy name|agent|causative agent|allergie',
    'description|name|code description',
  ],
  reaction: ['reaction|reactions|manifestation|reaction description|description1|reaktion', 'reaction1'],
  severity: ['severity|severity1|criticality|schweregrad|reaction severity', ''],
  medicine: [
    'medication|medicine|drug|drug name|medication name|generic name|medikament|medicament',
    'description|name|order',
  ],
  dose: ['dose|dosage|dose text|strength|dosis|posologie', ''],
  route: ['route|route of administration|applikation|voie', ''],
  frequency: ['frequency|freq|schedule|sig|haufigkeit|frequence', ''],
  lastGivenAt: ['last given|last given at|last administered|last dose|last dose time|last admin|zuletzt gegeben', ''],
  nextDueAt: ['next due|next due at|next dose|next dose due|due|naechste gabe', ''],
  observation: ['observation|test|test name|component|component name|analyte|measure|vital', 'description|name'],
  loinc: ['loinc|loinc code', 'code'],
  value: ['value|result|result value|wert|numeric value', ''],
  unit: ['unit|units|einheit|uom', ''],
  at: ['date|time|datetime|date time|taken at|collected|resulted|recorded|observed at|at', ''],
  start: ['start|start date|onset|onset date|begin|admitted|admit date|from', 'date'],
  stop: ['stop|stop date|end|end date|resolved|abatement|discharged|discharge date|to', ''],
  visitNumber: ['id|encounter|encounter id|visit number|csn', ''],
  ward: ['ward|unit|nursing unit|department|station', ''],
  room: ['room', ''],
  bed: ['bed|bett', ''],
  location: ['location', ''],
  attending: ['attending|consultant|doctor', 'provider'],
  service: ['encounterclass|encounter class|class|service', ''],
  diagnosis: ['diagnosis|condition|problem|reasondescription|reason description', 'description'],
};
