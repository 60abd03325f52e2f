import type { CollaborationPort } from './ports/collaboration-port.ts';
import type { DraftPort } from './ports/draft-port.ts';
import type { FilePort } from './ports/file-port.ts';
import type { LookupPort } from './ports/lookup-port.ts';
import type { NumberPort } from './ports/number-port.ts';
import type { OlderBookPort } from './ports/older-book-port.ts';
import type { OrganPort } from './ports/organ-port.ts';
import type { SendingPort } from './ports/sending-port.ts';
import type { SeriesPort } from './ports/series-port.ts';

export type { Numbered, NumberedDocument, OrganName, Page } from './ports/answers.ts';

/**
 * The register: numbers, lifecycle, audit, lookup, profiles. Each call may throw `RegisterError` with `unavailable`, `broken-item`
 * or `bad-key`; other codes are named with the call. Every change can be repeated safely, and nothing is ever deleted.
 */
export interface Register
  extends OrganPort,
    DraftPort,
    CollaborationPort,
    NumberPort,
    SeriesPort,
    SendingPort,
    FilePort,
    OlderBookPort,
    LookupPort {}
