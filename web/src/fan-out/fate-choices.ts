import { FATE_LABELS, FATES, type UnitFate } from '../state/fan-out/hand-down.ts';

/** Colours of the fates of parts; each is said in words beside it. */
const COLOURS: Readonly<Record<UnitFate, string>> = {
  undecided: '#f1c21b',
  follow: '#c6c6c6',
  all: '#0f62fe',
  xã: '#198038',
  phường: '#8a3ffc',
  'đặc khu': '#007d79',
  named: '#d02670',
  stays: '#525252',
};

/** Fates of a part as its list offers them. */
export const HAND_DOWN_CHOICES = FATES.map((fate) => ({ fate, label: FATE_LABELS[fate], colour: COLOURS[fate] }));

/** Choices of a unit about a part of its superior's file. */
export const FILE_CHOICES = [
  { fate: 'undecided', label: 'Chưa quyết', colour: COLOURS.undecided },
  { fate: 'down', label: 'Lấy vào kế hoạch của mình', colour: COLOURS.all },
  { fate: 'stays', label: 'Bỏ, không lấy', colour: COLOURS.stays },
] as const;
