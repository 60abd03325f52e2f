import { schemaComponents } from '#present/schemas/json-schemas.ts';
import type { App } from '../http/route.ts';
import { describeAnswers } from './contract-answers.ts';
import { tagsOf } from './contract-names.ts';
import { withPlainPatterns } from './plain-patterns.ts';

/** Servers of the contract: one's own organ, and another by a path before each path. */
const SERVERS = [
  { url: '/', description: 'Máy chủ trả hợp đồng này; làm việc cho cơ quan của chính mình.' },
  {
    url: '/o/{organ}',
    description: 'Làm việc cho một cơ quan khác mà mình là thành viên đã nhận lời.',
    variables: { organ: { default: 'phuong-binh-long', description: 'Mã cơ quan mà người gọi làm việc cho.' } },
  },
];

/** Describes the API as an OpenAPI 3.1 document, out of its routes. */
export function contractOf(app: App): object {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Ban Hành',
      version: '0.1.0',
      description: 'Soạn, duyệt, cấp số, lưu và tra cứu văn bản hành chính theo Nghị định 30/2020/NĐ-CP.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: SERVERS,
  });
  describeAnswers(document.paths ?? {}, app.routes);
  const { schemas = {}, ...components } = withPlainPatterns(document.components ?? {});
  return {
    ...document,
    tags: tagsOf(Object.keys(document.paths ?? {})),
    components: {
      ...components,
      schemas: { ...schemas, ...schemaComponents() },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
