import { createRoute, z } from '@hono/zod-openapi';
import { PDF } from '#base/content-types.ts';
import { about } from '#document/schemas/about.ts';
import {
  fanOutResponse,
  fanOutRunResponse,
  targetSumResponse,
  toFanOutResponse,
  toFanOutRunResponse,
} from '#present/responses/fan-out-response.ts';
import { toUnitPreviewResponse, unitPreviewResponse } from '#present/responses/unit-preview.ts';
import { unitStateResponse } from '#present/responses/unit-state-response.ts';
import type { Actor } from '#usecases/actor.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { fanOutTargets } from '#usecases/fan-out/fan-out-targets.ts';
import { getFanOut, retryFanOut } from '#usecases/fan-out/get-fan-out.ts';
import { listFanOuts } from '#usecases/fan-out/list-fan-outs.ts';
import { readOutsidePaper } from '#usecases/fan-out/mark-outside.ts';
import { previewUnit } from '#usecases/fan-out/preview-unit.ts';
import { remindUnits } from '#usecases/fan-out/remind-units.ts';
import { staleWording } from '#usecases/fan-out/stale-wording.ts';
import { startFanOut } from '#usecases/fan-out/start-fan-out.ts';
import { unitStates } from '#usecases/fan-out/unit-states.ts';
import { zipFanOut } from '#usecases/fan-out/zip-fan-out.ts';
import { signedIn } from '../http/access.ts';
import { attachmentHeaders, bodyOf, dispositionOf } from '../http/attachment.ts';
import { type App, json, jsonBody, newApp, optionalBody, problemResponse } from '../http/route.ts';
import { previewUnitBody, remindBody, runParam, startBody } from '../requests/fan-out-bodies.ts';
import { noQuery } from '../requests/parameters.ts';
import { emptyBody } from '../requests/request-fields.ts';

/**
 * Gets a run pumped: by workers in the process on one machine, by Step Functions in AWS. It resolves once that is under way, and
 * not when it is done; where it rejects the rows stand, and asking again is safe.
 */
export type StartPump = (organ: string, runId: string) => Promise<void>;

const count = z.number().int();
const start = createRoute({
  method: 'post',
  path: '/fan-outs',
  summary: 'Tạo bản thảo kế hoạch cho các đơn vị: danh sách mã, hoặc cả tỉnh, thành phố; gọi lại không tạo trùng',
  ...signedIn(),
  request: { query: noQuery, body: jsonBody(startBody) },
  responses: { 202: json('Đã nhận; xem tiến độ ở /fan-outs/{runId}.', fanOutResponse), ...problemResponse },
});

const progress = createRoute({
  method: 'get',
  path: '/fan-outs/{runId}',
  summary: 'Tiến độ: số đơn vị đang chờ, đang làm, xong, lỗi kèm lý do',
  ...signedIn(),
  request: { params: runParam, query: noQuery },
  responses: { 200: json('Tiến độ.', fanOutResponse), ...problemResponse },
});

const list = createRoute({
  method: 'get',
  path: '/fan-outs',
  summary: 'Các đợt giao của cơ quan, mới nhất trước',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: json('Các đợt giao.', z.object({ items: z.array(fanOutRunResponse) })), ...problemResponse },
});

const units = createRoute({
  method: 'get',
  path: '/fan-outs/{runId}/units',
  summary: 'Từng đơn vị đến đâu: đã nhận, đang soạn, đã trình, đã ban hành, ban hành ngoài hệ thống, quá hạn',
  ...signedIn(),
  request: { params: runParam, query: noQuery },
  responses: { 200: json('Các đơn vị.', z.object({ items: z.array(unitStateResponse) })), ...problemResponse },
});

const retry = createRoute({
  method: 'post',
  path: '/fan-outs/{runId}/retry',
  summary: 'Làm lại riêng các đơn vị lỗi, và làm tiếp phần còn dở',
  ...signedIn(),
  request: { params: runParam, query: noQuery, body: optionalBody(emptyBody) },
  responses: { 202: json('Đã nhận.', fanOutResponse), ...problemResponse },
});

const remind = createRoute({
  method: 'post',
  path: '/fan-outs/{runId}/remind',
  summary: 'Nhắc các đơn vị còn dự thảo: hiện trong việc của người soạn và thư báo; mỗi đơn vị một lần trong ngày',
  ...signedIn(),
  request: {
    params: runParam,
    query: noQuery,
    body: optionalBody(remindBody),
  },
  responses: {
    200: json('Bao nhiêu đơn vị được nhắc, bao nhiêu đã nhắc hôm nay.', z.object({ reminded: count, already: count })),
    ...problemResponse,
  },
});

const paper = createRoute({
  method: 'get',
  path: '/fan-outs/{runId}/units/{unitCode}/file',
  summary: 'Bản quét của văn bản mà đơn vị ban hành ngoài hệ thống',
  ...signedIn(),
  request: {
    params: runParam.extend({
      unitCode: z
        .string()
        .regex(/^\d{5}$/)
        .meta(about('Mã đơn vị hành chính cấp xã.', '25326')),
    }),
    query: noQuery,
  },
  responses: {
    200: {
      description: 'Tệp PDF.',
      content: { 'application/pdf': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
    ...problemResponse,
  },
});

const targets = createRoute({
  method: 'get',
  path: '/fan-outs/{runId}/targets',
  summary: 'Chỉ tiêu: tổng của các đơn vị bên cạnh số của cấp trên, đơn vị nào còn thiếu',
  ...signedIn(),
  request: { params: runParam, query: noQuery },
  responses: { 200: json('Các chỉ tiêu.', z.object({ items: z.array(targetSumResponse) })), ...problemResponse },
});

const zip = createRoute({
  method: 'get',
  path: '/fan-outs/{runId}/zip',
  summary: 'Tải bản thảo đã gửi xuống các đơn vị: tệp .docx của từng đơn vị, kèm manifest.json và manifest.csv',
  ...signedIn(),
  request: { params: runParam, query: noQuery },
  responses: {
    200: {
      description: 'Tệp ZIP (trên một máy), tạo đến đâu gửi đến đó.',
      content: { 'application/zip': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
    303: {
      description:
        'Trên AWS: liên kết tải tệp ở Location, dùng được trong 60 giây, không gửi kèm mã đăng nhập. Có “Accept: application/json” thì trả 200 và {url}.',
      headers: z.object({ Location: z.url() }),
    },
    ...problemResponse,
  },
});

const previewUnitRoute = createRoute({
  method: 'post',
  path: '/fan-outs/preview',
  summary: 'Xem trước kế hoạch của một đơn vị như dự thảo sẽ là; không ghi gì',
  ...signedIn(),
  request: {
    query: noQuery,
    body: jsonBody(previewUnitBody),
  },
  responses: { 200: json('Dữ liệu, cơ quan, những gì đơn vị còn phải điền.', unitPreviewResponse), ...problemResponse },
});

/** Dependencies of the fan-out routes. */
export interface FanOutApi {
  readonly deps: FanOutDeps;
  readonly startPump: StartPump;
}

/** A superior's plan goes down to its units. */
export function fanOutRoutes({ deps, startPump }: FanOutApi): App {
  const app = newApp();
  const accepted = async (actor: Actor, runId: string) => {
    await startPump(actor.organ, runId);
    return toFanOutResponse(await getFanOut(deps, actor, runId));
  };
  app.openapi(start, async (c) => {
    const { runId } = await startFanOut(deps, c.var.actor, c.req.valid('json'));
    const stale = await staleWording(deps, c.var.actor, runId);
    const warnings = stale.map(({ code, path, message }) => ({ code, path, message }));
    const body = { ...(await accepted(c.var.actor, runId)), warnings };
    return c.json(body, 202, { Location: `/fan-outs/${runId}` });
  });
  app.openapi(previewUnitRoute, async (c) =>
    c.json(toUnitPreviewResponse(await previewUnit(deps, c.var.actor, c.req.valid('json'))), 200),
  );
  app.openapi(list, async (c) =>
    c.json({ items: (await listFanOuts(deps, c.var.actor)).map(toFanOutRunResponse) }, 200),
  );
  app.openapi(units, async (c) => {
    const { runId } = c.req.valid('param');
    return c.json({ items: await unitStates(deps, c.var.actor, runId) }, 200);
  });
  app.openapi(progress, async (c) =>
    c.json(toFanOutResponse(await getFanOut(deps, c.var.actor, c.req.valid('param').runId)), 200),
  );
  app.openapi(retry, async (c) => {
    const { runId } = c.req.valid('param');
    await retryFanOut(deps, c.var.actor, runId);
    return c.json(await accepted(c.var.actor, runId), 202);
  });
  app.openapi(remind, async (c) => {
    const { runId } = c.req.valid('param');
    const { unitCodes } = c.req.valid('json') ?? {};
    return c.json({ ...(await remindUnits(deps, c.var.actor, { runId, unitCodes })) }, 200);
  });
  app.openapi(paper, async (c) => {
    const { runId, unitCode } = c.req.valid('param');
    const bytes = await readOutsidePaper(deps, c.var.actor, { runId, unitCode });
    const file = { fileName: `${runId}-${unitCode}.pdf`, contentType: PDF };
    return c.body(bodyOf(bytes), 200, attachmentHeaders(file, bytes));
  });
  app.openapi(targets, async (c) => {
    const sums = await fanOutTargets(deps, c.var.actor, c.req.valid('param').runId);
    return c.json(
      { items: sums.map((sum) => ({ ...sum, missing: [...sum.missing], differing: [...sum.differing] })) },
      200,
    );
  });
  app.openapi(zip, async (c) => {
    const file = await zipFanOut(deps, c.var.actor, c.req.valid('param').runId, dispositionOf);
    if ('link' in file) return c.redirect(file.link, 303);
    const headers = { 'Content-Type': file.contentType, 'Content-Disposition': dispositionOf(file) };
    return c.body(ReadableStream.from(file.pieces), 200, headers);
  });
  return app;
}
