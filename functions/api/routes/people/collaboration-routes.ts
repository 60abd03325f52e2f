import { createRoute, z } from '@hono/zod-openapi';
import {
  changesResponse,
  noteResponse,
  seenResponse,
  toChangesResponse,
  toNoteResponse,
} from '#present/responses/collaboration-response.ts';
import { addNote, listNotes } from '#usecases/collaboration/notes.ts';
import { listChanges, markSeen } from '#usecases/collaboration/seen-text.ts';
import { ifDocumentMatches, signedIn } from '../../http/access.ts';
import { etagOf } from '../../http/etag.ts';
import { json, jsonBody, newApp, optionalBody, problemResponse, type Routes } from '../../http/route.ts';
import { noteBody } from '../../requests/draft-bodies.ts';
import { docIdParam, noQuery } from '../../requests/parameters.ts';
import { emptyBody } from '../../requests/request-fields.ts';

const request = { params: docIdParam, query: noQuery } as const;
const notesView = z.object({ items: z.array(noteResponse) });

const notes = createRoute({
  method: 'get',
  path: '/documents/{docId}/notes',
  summary: 'Nhận xét ở từng phần của văn bản, mọi phiên bản, cũ trước',
  ...signedIn(),
  request,
  responses: { 200: json('Các nhận xét.', notesView), ...problemResponse },
});

const note = createRoute({
  method: 'post',
  path: '/documents/{docId}/notes',
  summary: 'Ghi nhận xét vào một phần của bản thảo hoặc văn bản trình; ETag của văn bản không đổi (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(noteBody) },
  responses: { 201: json('Nhận xét.', noteResponse), ...problemResponse },
});

const seen = createRoute({
  method: 'post',
  path: '/documents/{docId}/seen',
  summary: 'Ghi nhận tôi đã xem văn bản như đang có, để lần sau biết phần nào đã đổi (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: optionalBody(emptyBody) },
  responses: { 200: json('Bản đã xem.', seenResponse), ...problemResponse },
});

const changes = createRoute({
  method: 'get',
  path: '/documents/{docId}/changes',
  summary: 'Những phần đã đổi từ lần tôi xem gần nhất',
  ...signedIn(),
  request,
  responses: { 200: json('Từng phần đã thêm, sửa, bỏ.', changesResponse), ...problemResponse },
});

/** Routes of remarks on a document, and of changes since a reader's last look. */
export const collaborationRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(notes, async (c) => {
    const found = await listNotes(deps, c.var.actor, c.req.valid('param').docId);
    return c.json({ items: found.map(toNoteResponse) }, 200);
  });
  app.openapi(note, async (c) => {
    const { seen } = c.var;
    const added = await addNote(deps, c.var.actor, { ...c.req.valid('param'), seen, ...c.req.valid('json') });
    return c.json(toNoteResponse(added), 201, { ETag: etagOf(seen) });
  });
  app.openapi(seen, async (c) => {
    const { seen } = c.var;
    const { contentHash, at } = await markSeen(deps, c.var.actor, { ...c.req.valid('param'), seen });
    return c.json({ contentHash, at }, 200, { ETag: etagOf(seen) });
  });
  app.openapi(changes, async (c) => {
    return c.json(toChangesResponse(await listChanges(deps, c.var.actor, c.req.valid('param').docId)), 200);
  });
  return app;
};
