import { createHash, randomUUID } from 'node:crypto';
import { vietnamDate } from '#document/dates.ts';
import { letter } from '../desk.ts';
import { smallPdf } from '../pdf.ts';

/** Person by the one role that they have. */
export type SoakRole = 'drafter' | 'signer' | 'clerk';

/** Act on a document that was asked of the server, and may be asked of it again. */
export interface SoakAsk {
  readonly docId: string;
  /** Name of the act in the chain. */
  readonly act: string;
  readonly by: SoakRole;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Version that was seen; undefined: there was none yet. */
  readonly etag: string | undefined;
  /** Answer, where one was heard. */
  answered?: string;
}

/** Answer of the server. */
export interface SoakAnswer {
  readonly etag: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers as they come
  readonly body: any;
}

/** Sends a request; throws where it is refused, or the server is gone. */
export type SoakSend = (
  by: SoakRole,
  method: string,
  path: string,
  body: unknown,
  etag?: string,
) => Promise<SoakAnswer>;

/** Document on its way, whose acts are noted before they are asked for. */
interface OnItsWay {
  readonly docId: string;
  act(name: string, by: SoakRole, path: string, body?: unknown, method?: string): Promise<SoakAnswer>;
}

const RECIPIENTS = { recipients: [{ name: 'Sở Nội vụ', way: 'post' }] };
const WHY = { reason: 'Nhầm' };

/** Ways of a document under load, each with acts that change its number, its line or its files. */
export const WAYS: readonly ((send: SoakSend, note: (ask: SoakAsk) => void) => Promise<void>)[] = [
  sentOut,
  voided,
  replacedAndBack,
  withFiles,
  registered,
  recordedTwice,
];

async function sentOut(send: SoakSend, note: (ask: SoakAsk) => void): Promise<void> {
  const one = await issued(send, note);
  await one.act('send', 'clerk', 'send', RECIPIENTS);
  const { body } = await send('clerk', 'GET', `/documents/${one.docId}/sends`, undefined);
  await one.act('receipt', 'clerk', `sends/${body.items[0].line}/receipt`, {}, 'PUT');
  await one.act('place', 'clerk', 'place', { place: 'Tủ 2' }, 'PUT');
  await one.act('restrict', 'clerk', 'restricted', { restricted: true, ...WHY }, 'PUT');
  await one.act('withdraw', 'clerk', 'withdraw', WHY);
}

async function voided(send: SoakSend, note: (ask: SoakAsk) => void): Promise<void> {
  const one = await issued(send, note);
  await one.act('ask-void', 'clerk', 'ask-void', WHY);
  await one.act('drop-void', 'clerk', 'drop-void');
  await one.act('ask-void', 'clerk', 'ask-void', WHY);
  await one.act('void', 'signer', 'consent-void');
}

/** The voiding of what replaces a document puts that one in force again. */
async function replacedAndBack(send: SoakSend, note: (ask: SoakAsk) => void): Promise<void> {
  const older = await issued(send, note);
  const newer = await issued(send, note, { replaces: [older.docId] });
  await newer.act('ask-void', 'clerk', 'ask-void', WHY);
  await newer.act('void', 'signer', 'consent-void');
}

async function withFiles(send: SoakSend, note: (ask: SoakAsk) => void): Promise<void> {
  const one = await issued(send, note);
  const [wrong, right] = [await upload(send), await upload(send)];
  await one.act('add-signed', 'clerk', 'signed', { uploadId: wrong }, 'PUT');
  await one.act('replace-file', 'clerk', 'files/signed-1/replace', { uploadId: right, ...WHY });
}

async function registered(send: SoakSend, note: (ask: SoakAsk) => void): Promise<void> {
  const one = begin(send, note);
  await one.act('register', 'clerk', '/registered', {
    ...decision('QuyetDinh', one.docId),
    uploadId: await upload(send),
  });
  await one.act('send', 'clerk', 'send', RECIPIENTS);
}

/** Numbers of the other system; each once in a run. */
let lastRecorded = 0;

async function recordedTwice(send: SoakSend, note: (ask: SoakAsk) => void): Promise<void> {
  const one = begin(send, note);
  const given = () => ({ codeNumber: ++lastRecorded, issuedDate: vietnamDate(new Date()) });
  await one.act('register', 'clerk', '/registered', { ...decision('BaoCao', one.docId), recorded: given() });
  await one.act('add-signed', 'clerk', 'signed', { uploadId: await upload(send) }, 'PUT');
  await one.act('strike', 'clerk', 'strike', WHY);
  await one.act('record', 'clerk', 'record', given());
  await one.act('add-signed', 'clerk', 'signed', { uploadId: await upload(send) }, 'PUT');
}

function decision(typeCode: string, docId: string): object {
  const signerInfo = { position: 'Chủ tịch', fullName: 'Nguyễn Văn An' };
  return { docId, typeCode, subject: `kiện toàn ${docId}`, signerInfo, to: ['Sở Nội vụ'] };
}

/** A letter with its number. Before that nothing is noted: what a death loses there is asked for by nobody. */
async function issued(send: SoakSend, note: (ask: SoakAsk) => void, submit: object = {}): Promise<OnItsWay> {
  const docId = `soak-${randomUUID()}`;
  const draft = await send('drafter', 'POST', '/documents', { docId, data: letter('phối hợp kiểm tra') });
  const submitted = await send('drafter', 'POST', `/documents/${docId}/submit`, submit, draft.etag);
  const approved = await send('signer', 'POST', `/documents/${docId}/approve`, {}, submitted.etag);
  const one = begin(send, note, docId, approved.etag);
  await one.act('number', 'clerk', 'issue', { signatureConfirmed: true });
  return one;
}

function begin(send: SoakSend, note: (ask: SoakAsk) => void, docId = `soak-${randomUUID()}`, from?: string): OnItsWay {
  let etag = from;
  return {
    docId,
    act: async (act, by, name, body = {}, method = 'POST') => {
      const path = name.startsWith('/') ? name : `/documents/${docId}/${name}`;
      const ask: SoakAsk = { docId, act, by, method, path, body, etag };
      note(ask);
      const answer = await send(by, method, path, body, etag);
      ask.answered = answer.etag;
      etag = answer.etag;
      return answer;
    },
  };
}

async function upload(send: SoakSend): Promise<string> {
  const bytes = Buffer.from(smallPdf(randomUUID()));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const announced = { size: bytes.length, sha256, contentType: 'application/pdf' };
  const { body } = await send('clerk', 'POST', '/uploads', announced);
  await send('clerk', 'PUT', body.url, bytes);
  return body.uploadId;
}
