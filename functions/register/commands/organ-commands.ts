/** A profile from a day on. `rev`: null for a new one, else the one it corrects. */
export interface PutProfileCommand {
  organ: string;
  validFrom: string;
  profileSchema: string;
  /** Any JSON. */
  profile: unknown;
  /** Under what names the organ is found: its own and those it had, or whose organ it took over. */
  names?: readonly string[];
  rev: number | null;
  actor: string;
  at: Date;
}
