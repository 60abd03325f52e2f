import type { Citation } from '#document/schemas/basis.schema.ts';
import type { PutProfileCommand } from '../commands/organ-commands.ts';
import type { AddBasesCommand, PutBasisCommand } from '../library/bases.ts';
import type { AddCitingCommand } from '../library/citing.ts';
import type { BasisEntry, RecipientGroup } from '../library/library.schema.ts';
import type { PutGroupCommand } from '../library/recipient-groups.ts';
import type { ProfileItem } from '../model/types.ts';
import type { Guest } from '../organs/guest.schema.ts';
import type { AcceptGuestCommand, PutGuestCommand } from '../organs/guests.ts';
import type { Office } from '../organs/office.schema.ts';
import type { PutOfficeCommand } from '../organs/office.ts';
import type { PutWorkingDaysCommand, WorkingDaysItem } from '../organs/working-days.ts';

/** Profiles of offices, how they work, and their libraries and guests. */
export interface OrganPort {
  /** Stores a profile, or corrects one. Throws `stale`. */
  putProfile(command: PutProfileCommand): Promise<ProfileItem>;
  /** All profiles of an organ, oldest first. */
  listProfiles(organ: string): Promise<ProfileItem[]>;
  /** Reads the settings of an office, or undefined where it has none. */
  getOffice(organ: string): Promise<Office | undefined>;
  /** On which days of some years an office works otherwise than by the week; none of a year that has no list. */
  getWorkingDays(organ: string, years: readonly number[]): Promise<WorkingDaysItem[]>;
  /** Throws `stale`. */
  putWorkingDays(command: PutWorkingDaysCommand): Promise<WorkingDaysItem>;
  /** Throws `stale`. */
  putOffice(command: PutOfficeCommand): Promise<Office>;
  /** Documents that an office cites as căn cứ, those taken out too. */
  listBases(organ: string): Promise<BasisEntry[]>;
  /** Throws `stale`. */
  putBasis(command: PutBasisCommand): Promise<BasisEntry>;
  /** Adds what the library does not have, and answers that. What it has stays as it is. */
  addBases(command: AddBasesCommand): Promise<BasisEntry[]>;
  /** Notes which entries a document's căn cứ cite; repeating it changes nothing. */
  addCiting(command: AddCitingCommand): Promise<void>;
  /** Documents of an organ that have cited a document, by id; they may cite it no more. */
  listCiting(organ: string, cited: Citation): Promise<string[]>;
  /** Lines of Nơi nhận that an office uses again, those taken out too. */
  listGroups(organ: string): Promise<RecipientGroup[]>;
  /** Throws `stale`. */
  putGroup(command: PutGroupCommand): Promise<RecipientGroup>;
  /** Invites a person of another organ, changes what they may do here, or ends it. Throws `stale`, `guest-of-another`. */
  putGuest(command: PutGuestCommand): Promise<Guest>;
  /** Undefined where nobody of this id was ever invited. */
  getGuest(organ: string, staffId: string): Promise<Guest | undefined>;
  /** The guests of an organ, those who are not active any more too. */
  listGuests(organ: string): Promise<Guest[]>;
  /** Memberships of a person as a guest: present, past and offered. */
  listMemberships(home: string, staffId: string): Promise<Guest[]>;
  /** A person takes a membership; repeating it answers. Throws `not-found`, `stale`. */
  acceptMembership(command: AcceptGuestCommand): Promise<Guest>;
}
