import { useMemo, useState } from 'react';
import type { PrintRequest } from '../../../app/print-plan';
import { formOf } from '../../../app/library';
import { aboutWhom } from '../../../domain/form/about-whom';
import { type Pack, type ParHours, parLevels } from '../../../domain/paper/pack';
import { useBoxState } from '../../box/box-context';
import type { LabelKind } from '../../../app/label-plan';
import { forPatients, type PlainPaper, type PrintPlace, type Tile } from './print-place';
import { useWardPatients } from './use-ward-patients';
import { type Who, type WhoChoice, whoChoices } from './who';

/** A pack nobody has put together yet holds what a ward needs first: medicines, vital signs, laboratory. */
const WARD_PACK = ['F04', 'F06', 'F10'];
const SPARE_COPIES = 10;
/** Patients from whom on a pack gets a sheet that lists it: a handful is counted without one. */
const COVER_FROM = 4;
const NO_PACKS: readonly Pack[] = [];
/** Labels on a sheet of each stock: 3 x 7 and 3 x 10. */
const LABELS_ON = { A4: 21, Letter: 30 } as const;

/** Why there is nothing to print yet; the page says what to do. */
export type Missing = 'forms' | 'copies' | 'sign-in' | 'patients' | 'plain' | 'first';

/** Everything somebody chose, and the request it comes to. */
export function useChoices(place: PrintPlace) {
  const paper = useBoxState((state) => state.settings.paper);
  const signedIn = useBoxState((state) => state.signedIn !== null);
  const library = useBoxState((state) => state.library);
  const known = useBoxState((state) => state.world.patients.lastImport?.patients);
  const { patients } = useWardPatients();
  const asked = library.forms.some((form) => form.id === place.form) ? place.form : undefined;
  const tile: Tile = place.tile ?? (signedIn && patients.length > 0 && asked === undefined ? 'patients' : 'blank');
  const [forms, setForms] = useState<readonly string[]>(asked === undefined ? WARD_PACK : [asked]);
  const [typed, setTyped] = useState<Partial<Record<Tile, string>>>({});
  const [chosenWho, setWho] = useState<Who>();
  const [label, setLabel] = useState<LabelKind>('patient');
  const [firstText, setFirstText] = useState('1');
  const [packId, setPackId] = useState<string | null>(null);
  const [hours, setHours] = useState<ParHours>(8);
  const [cover, setCover] = useState(true);
  const [chosenPlain, setPlain] = useState<PlainPaper>();

  const whos = useMemo(() => whoChoices(patients, place.patients), [patients, place.patients]);
  const who: WhoChoice | undefined = whos.find((one) => one.who === chosenWho) ?? whos[0];
  const plain = chosenPlain ?? place.plain;
  const packs = library.packs ?? NO_PACKS;
  const pack = packs.find((one) => one.id === packId);
  const inOrder = useMemo(
    () => [...new Set(library.forms.map((form) => form.id))].filter((id) => forms.includes(id)),
    [library, forms],
  );
  // A ward keeps one log, not one per bed: beside forms of patients it comes once.
  const mixed = useMemo(() => {
    const whom = inOrder.flatMap((id) => formOf(library, id) ?? []).map(aboutWhom);
    return { ofPatient: whom.includes('patient'), ofWard: whom.includes('ward') };
  }, [library, inOrder]);
  const onlyWard = mixed.ofWard && !mixed.ofPatient;
  // One of each form per bed is what a ward without its computers needs first.
  const beds = patients.length || known || SPARE_COPIES;
  const usual = tile === 'blank' && !onlyWard ? beds : 1;
  const text = typed[tile] ?? String(usual);
  const copies = /^\d{1,3}$/.test(text.trim()) && Number(text) > 0 ? Number(text) : undefined;

  // Of a pack: its par levels for this many beds; a form ticked besides gets one per bed.
  const levels = useMemo(
    () =>
      pack && tile === 'blank'
        ? Object.fromEntries(parLevels(pack, hours, beds).map(({ form, copies: each }) => [form, each]))
        : undefined,
    [pack, tile, hours, beds],
  );
  const manyPatients = tile === 'patients' && (who?.ids.length ?? 0) >= COVER_FROM;
  const mayCover = levels !== undefined || manyPatients;

  const first = /^\d{1,2}$/.test(firstText.trim()) ? Number(firstText) : 0;
  const badFirst = first < 1 || first > LABELS_ON[paper];
  const missing = missingOf({ tile, forms: inOrder, copies, signedIn, who, plain, badFirst });
  const request = useMemo((): PrintRequest | undefined => {
    if (missing !== undefined) return undefined;
    const withCover = cover && mayCover ? { cover } : {};
    if (tile === 'blank') {
      const each = copies ?? 1;
      const wardCopies = onlyWard ? each : 1;
      const many = levels ? { copiesOf: levels, ...withCover } : {};
      return { kind: 'blank', forms: inOrder, copies: each, wardCopies, paper, ...many };
    }
    if (tile === 'patients') return { kind: 'patients', forms: inOrder, patients: who?.ids ?? [], paper, ...withCover };
    if (tile === 'labels')
      return { kind: 'labels', label, patients: who?.ids ?? [], copies: copies ?? 1, first, paper };
    return plain && { ...plain, paper };
  }, [missing, tile, inOrder, copies, onlyWard, paper, who, plain, label, first, levels, cover, mayCover]);

  return {
    tile,
    forms: inOrder,
    /** Nothing about a patient is ticked: then it is the forms about the ward that are copied. */
    onlyWard,
    setForms,
    packs,
    pack,
    /** Chooses a pack: its forms are ticked, in the numbers it names. */
    setPack: (id: string) => {
      const found = packs.find((one) => one.id === id);
      setPackId(found ? id : null);
      if (found) setForms(found.forms.map(({ form }) => form));
    },
    hours,
    setHours,
    beds,
    cover,
    setCover,
    /** Whether this print is large enough for a cover. */
    mayCover,
    copiesText: text,
    setCopiesText: (next: string) => setTyped((before) => ({ ...before, [tile]: next })),
    /** What the printer repeats; sheets with a patient's number are printed once (two sheets of one number would both be written on). */
    printerCopies: tile === 'other' ? (copies ?? 1) : 1,
    label,
    setLabel,
    firstText,
    setFirstText,
    labelsOnSheet: LABELS_ON[paper],
    whos,
    who,
    setWho,
    plain,
    setPlain,
    paper,
    missing,
    request,
  };
}

/** What `useChoices` hands to the parts of the page. */
export type Choices = ReturnType<typeof useChoices>;

function missingOf(choice: {
  readonly tile: Tile;
  readonly forms: readonly string[];
  readonly copies: number | undefined;
  readonly signedIn: boolean;
  readonly who: WhoChoice | undefined;
  readonly plain: PlainPaper | undefined;
  readonly badFirst: boolean;
}): Missing | undefined {
  const withPatients = forPatients(choice.tile) || (choice.tile === 'other' && choice.plain?.kind === 'ward-list');
  if (withPatients && !choice.signedIn) return 'sign-in';
  if (withPatients && (choice.who?.ids.length ?? 0) === 0) return 'patients';
  if (choice.tile === 'other' && choice.plain === undefined) return 'plain';
  if (choice.tile === 'labels' && choice.badFirst) return 'first';
  if ((choice.tile === 'blank' || choice.tile === 'patients') && choice.forms.length === 0) return 'forms';
  return choice.tile !== 'patients' && choice.copies === undefined ? 'copies' : undefined;
}
