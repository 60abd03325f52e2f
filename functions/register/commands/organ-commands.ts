/** A profile from a day on. `rev`: null for a new one, else the one it corrects. */
export interface PutProfileCommand {
  readonly organ: string;
  readonly validFrom: string;
  readonly profileSchema: string;
  /** Any JSON. */
  readonly profile: unknown;
  /** Under what names the organ is found: its own and those it had, or whose organ it took over. */
  readonly names?: readonly string[];
  readonly rev: number | null;
  readonly actor: string;
  readonly at: Date;
}
