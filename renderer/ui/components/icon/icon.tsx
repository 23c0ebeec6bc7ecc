import {
  IconAlertOctagon, IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconArrowRight, IconArrowsExchange, IconBackspace,
  IconBed, IconBook2, IconBuildingHospital, IconCalendarEvent, IconCheck, IconChevronDown, IconChevronRight, IconCircle, IconCircleCheck,
  IconCircleDashed, IconCircleDot, IconCircleMinus, IconClipboardCheck, IconClipboardText, IconClock, IconCopy, IconDatabase, IconDeviceFloppy,
  IconDots, IconDownload, IconDroplet, IconEye, IconFiles, IconFileTypePdf, IconFirstAidKit, IconFlask, IconHeart, IconHelpCircle, IconHistory,
  IconHome, IconHourglass, IconId, IconInfoCircle, IconKey, IconListDetails, IconLock, IconLogout, IconMapPin, IconMessage, IconMinus, IconMoon,
  IconNotebook, IconPencil, IconPhone, IconPhoneCall, IconPill, IconPlayerPlay, IconPlus, IconPower, IconPrinter, IconSchool, IconSearch,
  IconServerOff, IconSettings, IconShieldCheck, IconSnowflake, IconStethoscope, IconSun, IconTag, IconTransfer, IconUpload, IconUser,
  IconUserPlus, IconUsers, IconUserStar, IconWifiOff, IconX, IconScan, IconLungs, IconHeadset, IconArchive, IconWalk,
} from '@tabler/icons-react';

/** The house's shapes by meaning: one shape says one thing everywhere. */
const SHAPES = {
  home: IconHome, tasks: IconClipboardCheck, bed: IconBed, form: IconClipboardText, printer: IconPrinter, book: IconBook2, log: IconNotebook,
  phone: IconPhone, call: IconPhoneCall, exchange: IconArrowsExchange, settings: IconSettings, done: IconCircleCheck, critical: IconAlertOctagon,
  warning: IconAlertTriangle, place: IconMapPin, hospital: IconBuildingHospital, data: IconDatabase, clock: IconClock, user: IconUser,
  users: IconUsers, lock: IconLock, key: IconKey, moon: IconMoon, sun: IconSun, help: IconHelpCircle, power: IconPower, pill: IconPill,
  network: IconWifiOff, slow: IconSnowflake, system: IconServerOff, star: IconUserStar, doctor: IconStethoscope, nurse: IconFirstAidKit,
  dots: IconDots, check: IconCheck, minus: IconMinus, notApplicable: IconCircleMinus, open: IconCircle, current: IconCircleDot,
  waiting: IconCircleDashed, play: IconPlayerPlay, handOver: IconArrowForwardUp, info: IconInfoCircle, close: IconX, search: IconSearch,
  copy: IconCopy, edit: IconPencil, saved: IconDeviceFloppy, addPerson: IconUserPlus, identity: IconId, heart: IconHeart, label: IconTag,
  pdf: IconFileTypePdf, pages: IconFiles, hourglass: IconHourglass, drill: IconSchool, calendar: IconCalendarEvent, flask: IconFlask,
  droplet: IconDroplet, right: IconArrowRight, left: IconArrowLeft, back: IconArrowBackUp, down: IconChevronDown, next: IconChevronRight,
  erase: IconBackspace, eye: IconEye, download: IconDownload, upload: IconUpload, proof: IconShieldCheck, message: IconMessage,
  scan: IconScan, lungs: IconLungs, headset: IconHeadset, archive: IconArchive, walk: IconWalk,
  history: IconHistory, leave: IconLogout, plus: IconPlus, list: IconListDetails, transfer: IconTransfer,
} as const;

/** Names a shape can be asked by. */
export type IconName = keyof typeof SHAPES;

/** One line shape, always beside a word, so never read out itself. */
export function Icon({ name, size = 24, className }: { readonly name: IconName; readonly size?: number; readonly className?: string | undefined }) {
  const Shape = SHAPES[name];
  return <Shape size={size} stroke={2} aria-hidden="true" focusable="false" className={className} style={{ flex: 'none' }} />;
}
