import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCalendar, type DemoCalendar } from '#local/demo/demo-calendar.ts';
import type { DocumentItem } from '#register/model/types.ts';
import { createSeriesMutex } from '#register/numbers/series-mutex.ts';
import type { NumberedDocument } from '#register/register.ts';
import { createInspection, type Inspection } from '#register/upkeep/inspection.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { Actor } from '#usecases/actor.ts';
import type { Deps } from '#usecases/deps.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import type { Render } from '#usecases/heavy/render-port.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { sendDocument } from '#usecases/sending/send-document.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import type { Violation } from '#usecases/upkeep/violation.ts';
import { openTestTable, type TestTable } from './test-table.ts';

/** The city whose letters the desk handles. */
export const CITY = 'dong-nai';

/** Someone of the city, in every part that a document needs. */
export const PEOPLE = {
  drafter: { organ: CITY, staffId: 'a-drafter', roles: ['drafter'] },
  signer: { organ: CITY, staffId: 'a-signer', roles: ['signer'] },
  clerk: { organ: CITY, staffId: 'a-clerk', roles: ['clerk'] },
} as const satisfies Record<string, Actor>;

/** Ways of a letter, up to a stage. */
export interface DeskActs {
  approved(subject: string, docId?: string): Promise<DocumentItem>;
  issue(document: DocumentItem): Promise<NumberedDocument>;
  issued(subject: string, docId?: string): Promise<NumberedDocument>;
  /** Issued, and sent: other organs see it. */
  sent(subject: string, docId?: string): Promise<NumberedDocument>;
}

/** A register with its store in one temporary directory, and a layout of one line: what is shown here is not the layout. */
export interface Desk extends DeskActs {
  readonly table: TestTable;
  readonly dir: string;
  readonly calendar: DemoCalendar;
  readonly deps: Deps;
  readonly inspection: Inspection;
  /** The same desk after a new start of the database: the clients before are of no use any more. */
  reopened(): Promise<Desk>;
  verify(): Promise<Violation[]>;
  stop(): Promise<void>;
}

/** The smallest letter of the city. */
export function letter(subject: string, organ = CITY) {
  return {
    schema: 'CongVan@1',
    organ,
    issuer: 'head',
    subject,
    draftingUnit: 'HCC',
    addressees: ['Các sở, ban, ngành'],
    body: [{ id: 'noi-dung', level: 'paragraph', text: 'Đề nghị các cơ quan phối hợp thực hiện.' }],
    recipients: ['Sở Nội vụ'],
    signer: { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] },
  };
}

/** One line that says all that a layout is given. */
export const plainRender: Render = async ({ document, issuance }) => {
  const text = `${JSON.stringify(issuance)} ${document.subject}`;
  const fileId = 'van-ban';
  return [{ role: 'rendered', fileId, fileName: 'van-ban.docx', contentType: 'text/plain', bytes: Buffer.from(text) }];
};

/** Fields that a test looks at in a profile of the examples. */
export interface ExampleProfile {
  readonly organId: string;
  readonly validFrom: string;
  readonly signers: readonly object[];
  readonly series: readonly object[];
}

/** Profiles of the examples, signed for by the desk's signer, or by whom a test says for each organ. */
export async function exampleProfiles(
  signerOf: (organ: string) => string = () => PEOPLE.signer.staffId,
): Promise<ExampleProfile[]> {
  const profiles: ExampleProfile[] = JSON.parse(
    await readFile(join(import.meta.dirname, '../../examples/organs.json'), 'utf8'),
  );
  return profiles.map((profile) => ({
    ...profile,
    signers: profile.signers.map((one) => ({ ...one, staffId: signerOf(profile.organId) })),
  }));
}

/** Writes the profiles of {@link exampleProfiles} into a file of a directory; where it stands. */
export async function writeExampleOrgans(dir: string, signerOf?: (organ: string) => string): Promise<string> {
  const path = join(dir, 'signed-organs.json');
  await mkdir(dir, { recursive: true });
  await writeFile(path, JSON.stringify(await exampleProfiles(signerOf)));
  return path;
}

/** Opens a desk on a day of June 2026. `wrap` puts faults around what the use cases work with. Call `stop` in `afterAll`. */
export async function openDesk(wrap: (deps: Deps) => Deps = (deps) => deps): Promise<Desk> {
  const table = await openTestTable();
  const calendar = createCalendar('2026-06-15T09:00:00+07:00');
  const desk = deskOf(table, calendar, wrap);
  for (const profile of await exampleProfiles()) {
    const admin = { organ: profile.organId, staffId: 'an-admin', roles: ['admin'] } as const;
    await putProfile(desk.deps, admin, { profile, rev: null });
  }
  return desk;
}

function deskOf(table: TestTable, calendar: DemoCalendar, wrap: (deps: Deps) => Deps): Desk {
  const register = table.register({ seriesMutex: createSeriesMutex() });
  const store = createDirectoryStore(join(table.dir, 'files'));
  const deps = wrap({
    register,
    store,
    render: plainRender,
    clock: calendar.clock,
    sharing: createSharingCache(),
    newId: randomUUID,
  });
  const inspection = createInspection(table.table);
  return {
    ...deskActs(deps),
    table,
    dir: table.dir,
    calendar,
    deps,
    inspection,
    reopened: async () => deskOf(table, calendar, wrap),
    verify: async () => {
      const { now } = calendar.clock;
      return [...(await verify({ inspection, store, now, sleep: async () => {} })).violations];
    },
    stop: () => table.stop(),
  };
}

/** Ways of a letter of the city over any register and store. */
export function deskActs(deps: Deps): DeskActs {
  const { drafter, signer, clerk } = PEOPLE;
  const approved: DeskActs['approved'] = async (subject, docId = randomUUID()) => {
    const { document } = await createDocument(deps, drafter, { docId, data: letter(subject) });
    const submitted = await submitDocument(deps, drafter, { docId, seen: document });
    return approveDocument(deps, signer, { docId, seen: submitted });
  };
  const issue: DeskActs['issue'] = (document) =>
    issueDocument(deps, clerk, { docId: document.docId, seen: document, signatureConfirmed: true });
  return {
    approved,
    issue,
    issued: async (subject, docId) => issue(await approved(subject, docId)),
    sent: async (subject, docId) => {
      const { document, row } = await issue(await approved(subject, docId));
      const recipients = [{ name: 'Sở Nội vụ', way: 'system' as const }];
      const input = { docId: document.docId, seen: document, recipients };
      return { row, document: await sendDocument(deps, clerk, input) };
    },
  };
}

/** SHA-256 of a text, lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
