import { createRoute, z } from '@hono/zod-openapi';
import { XLSX } from '#base/content-types.ts';
import { about } from '#document/schemas/about.ts';
import { citation } from '#document/schemas/basis.schema.ts';
import { isoDate, line, lineOf } from '#document/schemas/text.schema.ts';
import { basisEntrySchema, recipientGroupSchema } from '#register/library/library.schema.ts';
import { sendWaySchema } from '#register/model/send-line.schema.ts';
import { MAX_IMPORT_BYTES } from '#usecases/bring-in/import-older-book.ts';
import { importBases, listBases, putBasis } from '#usecases/library/bases.ts';
import { listGroups, putGroup } from '#usecases/library/recipient-groups.ts';
import { suggest } from '#usecases/library/suggest.ts';
import { ifRevisionMatches, signedIn } from '../http/access.ts';
import { profileEtagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { noQuery } from '../requests/parameters.ts';

const isRemoved = z.literal(true).optional().meta(about('Thôi gợi ý; mục vẫn còn trong sổ sách.', true));

const basisBody = z
  .strictObject({
    cites: citation.meta(
      about('Văn bản được viện dẫn.', { typeName: 'Luật', issuedDate: '2025-06-16', subject: 'Tổ chức chính quyền' }),
    ),
    inForceUntil: isoDate.optional().meta(about('Hết hiệu lực từ ngày.', '2026-07-01')),
    replacedBy: line.optional().meta(about('Văn bản thay thế.', 'Nghị định số 30/2020/NĐ-CP')),
    isRemoved,
  })
  .openapi('PutBasis');

const groupBody = z
  .strictObject({
    name: line.meta(about('Như in trên dòng Nơi nhận.', 'Các cơ quan chuyên môn phường')),
    members: z
      .array(line)
      .max(500)
      .optional()
      .meta(about('Gồm những nơi nào.', ['Phòng Văn hóa - Xã hội'])),
    copies: z.int().min(1).max(9999).optional().meta(about('Số bản gửi.', 3)),
    way: sendWaySchema.optional().meta(about('Cách gửi.', 'system')),
    types: z
      .array(lineOf(60))
      .max(60)
      .optional()
      .meta(about('Loại văn bản mới nào có sẵn nhóm này.', ['KeHoach'])),
    isRemoved,
  })
  .openapi('PutRecipientGroup');

const basisView = basisEntrySchema
  .omit({ schema: true, organ: true })
  .extend({
    inForceUntil: z.string().optional(),
    replacedBy: z.string().optional(),
    isRemoved: z.literal(true).optional(),
  })
  .openapi('BasisEntry');
const groupView = recipientGroupSchema
  .omit({ schema: true, organ: true })
  .extend({
    members: z.array(z.string()).optional(),
    copies: z.number().optional(),
    way: sendWaySchema.optional(),
    types: z.array(z.string()).optional(),
    isRemoved: z.literal(true).optional(),
  })
  .openapi('RecipientGroup');
const basisList = z.object({ items: z.array(basisView) });
const groupList = z.object({ items: z.array(groupView) });
const taken = z.object({ added: z.array(basisView), known: z.number() }).openapi('BasesTaken');

const getBases = createRoute({
  method: 'get',
  path: '/bases',
  summary: 'Thư viện căn cứ của cơ quan mình',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: json('Căn cứ, cả những căn cứ đã thôi gợi ý.', basisList), ...problemResponse },
});
const putBases = createRoute({
  method: 'put',
  path: '/bases',
  summary: 'Thêm một căn cứ (If-None-Match: *), hoặc sửa hiệu lực của nó (If-Match)',
  ...ifRevisionMatches('căn cứ chưa có trong thư viện'),
  request: { query: noQuery, body: jsonBody(basisBody) },
  responses: { 200: json('Căn cứ như vừa ghi.', basisView), ...problemResponse },
});
const postBases = createRoute({
  method: 'post',
  path: '/bases/list',
  summary: 'Thêm căn cứ từ bảng Excel; đã có thì giữ nguyên',
  ...signedIn({ maxBytes: MAX_IMPORT_BYTES, body: 'bytes' }),
  request: {
    query: noQuery,
    body: {
      required: true,
      content: { [XLSX]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
  },
  responses: { 200: json('Những căn cứ vừa thêm, và bao nhiêu dòng đã có.', taken), ...problemResponse },
});
const getGroups = createRoute({
  method: 'get',
  path: '/recipient-groups',
  summary: 'Nhóm nơi nhận của cơ quan mình',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: json('Nhóm nơi nhận, cả những nhóm đã thôi gợi ý.', groupList), ...problemResponse },
});
const putGroups = createRoute({
  method: 'put',
  path: '/recipient-groups',
  summary: 'Thêm một nhóm nơi nhận (If-None-Match: *), hoặc sửa nó (If-Match)',
  ...ifRevisionMatches('nhóm chưa có'),
  request: { query: noQuery, body: jsonBody(groupBody) },
  responses: { 200: json('Nhóm như vừa ghi.', groupView), ...problemResponse },
});

const suggestions = createRoute({
  method: 'get',
  path: '/suggestions',
  summary: 'Lý do trả lại, nơi nhận, người ký đã dùng, dùng nhiều trước (căn cứ: GET /bases)',
  ...signedIn(),
  request: { query: noQuery },
  responses: {
    200: json(
      'Của các văn bản mới nhất.',
      z
        .object({
          reasons: z.array(z.string()),
          recipients: z.array(z.string()),
          signers: z.array(z.object({ position: z.string(), fullName: z.string() })),
        })
        .openapi('Suggestions'),
    ),
    ...problemResponse,
  },
});

/** Routes of an office's library: căn cứ and recipients it uses again. */
export const libraryRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(getBases, async (c) => c.json(basisList.parse({ items: await listBases(deps, c.var.actor) }), 200));
  app.openapi(putBases, async (c) => {
    const entry = await putBasis(deps, c.var.actor, { said: c.req.valid('json'), rev: c.var.rev });
    return c.json(basisView.parse(entry), 200, { ETag: profileEtagOf(entry) });
  });
  app.openapi(postBases, async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return c.json(taken.parse(await importBases(deps, c.var.actor, bytes)), 200);
  });
  app.openapi(suggestions, async (c) => {
    const { reasons, recipients, signers } = await suggest(deps, c.var.actor);
    return c.json({ reasons: [...reasons], recipients: [...recipients], signers: [...signers] }, 200);
  });
  app.openapi(getGroups, async (c) => c.json(groupList.parse({ items: await listGroups(deps, c.var.actor) }), 200));
  app.openapi(putGroups, async (c) => {
    const group = await putGroup(deps, c.var.actor, { said: c.req.valid('json'), rev: c.var.rev });
    return c.json(groupView.parse(group), 200, { ETag: profileEtagOf(group) });
  });
  return app;
};
