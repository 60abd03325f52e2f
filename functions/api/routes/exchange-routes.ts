import { createRoute, z } from '@hono/zod-openapi';
import { XML } from '#base/content-types.ts';
import { about } from '#document/schemas/about.ts';
import { exchangeSettings } from '#exchange/exchange-settings.schema.ts';
import { metadataXml } from '#exchange/metadata/metadata-xml.ts';
import { metadataResponse } from '#present/responses/metadata-response.ts';
import { exportEdxml } from '#usecases/exchange/export-edxml.ts';
import { getMetadata } from '#usecases/exchange/get-metadata.ts';
import { signedIn } from '../http/access.ts';
import { attachmentHeaders, bodyOf } from '../http/attachment.ts';
import { newApp, optionalBody, problemResponse, type Routes } from '../http/route.ts';
import { docIdParam, issuedParam, noQuery } from '../requests/parameters.ts';

const xml = { schema: z.string() } as const;

const metadata = createRoute({
  method: 'get',
  path: '/issued/{organ}/{docId}/metadata',
  summary: 'Dữ liệu đặc tả của văn bản đã ban hành (Phụ lục VI, phần II, mục I), JSON hoặc XML',
  ...signedIn(),
  request: {
    params: issuedParam,
    query: z.strictObject({
      format: z.enum(['json', 'xml']).optional().meta(about('Dạng trả về; không ghi là JSON.', 'xml')),
    }),
  },
  responses: {
    200: {
      description: 'Đúng tên trường của Phụ lục VI; giá trị dài quá độ dài trường bị cắt, kèm cảnh báo.',
      content: { 'application/json': { schema: metadataResponse }, [XML]: xml },
    },
    ...problemResponse,
  },
});

const edxml = createRoute({
  method: 'post',
  path: '/documents/{docId}/edxml',
  summary:
    'Gói xuất edXML của văn bản đã ban hành, kèm tệp, theo thiết lập gửi kèm hoặc của hồ sơ cơ quan; không gửi qua trục liên thông, không ký số',
  ...signedIn(),
  request: { params: docIdParam, query: noQuery, body: optionalBody(exchangeSettings) },
  responses: { 200: { description: 'Gói edXML.', content: { [XML]: xml } }, ...problemResponse },
});

/** Routes of exports to other systems. */
export const exchangeRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(metadata, async (c) => {
    const answer = await getMetadata(deps, c.var.actor, c.req.valid('param'));
    if (c.req.valid('query').format !== 'xml') return c.json(answer, 200);
    return c.body(metadataXml(answer.metadata), 200, { 'Content-Type': XML });
  });
  app.openapi(edxml, async (c) => {
    const { docId } = c.req.valid('param');
    const body = c.req.valid('json');
    // Without a body the library says it is empty: then the profile's are meant.
    const settings = 'organCode' in body ? body : undefined;
    const file = await exportEdxml(deps, c.var.actor, { docId, settings });
    return c.body(bodyOf(file.bytes), 200, attachmentHeaders(file, file.bytes));
  });
  return app;
};
