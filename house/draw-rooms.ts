import { type BuiltRoom, readRooms, withoutImplied } from './imports.ts';

/** Rows of the picture, top to bottom: imports go down. */
const ROWS: readonly (readonly string[])[] = [
  ['web', 'api', 'jobs', 'local', 'infra'],
  ['present', 'aws', 'telemetry', 'usecases'],
  ['check', 'intake', 'render', 'register', 'store', 'exchange', 'localise', 'pdf', 'dispatch'],
  ['read'],
  ['package', 'document'],
  ['base'],
];

/** Purpose of a room, in a few words. */
const PURPOSE: Readonly<Record<string, string>> = {
  web: 'the page that staff use',
  api: 'HTTP: parse, call, answer',
  jobs: 'entry points in AWS',
  local: 'one machine',
  infra: 'the CDK app',
  present: 'what people are told',
  aws: 'shared by Lambda functions',
  telemetry: 'log and metrics',
  usecases: 'one use case a file',
  check: 'any Word file → broken rules',
  intake: 'Word file → draft',
  read: 'any .docx, as Word draws it',
  render: 'document → .docx',
  register: 'numbers, states, search',
  store: 'bytes: directory or S3',
  exchange: 'book, Excel, edXML',
  localise: 'superior’s plan → unit’s',
  pdf: '.docx → PDF',
  dispatch: 'queues, Step Functions',
  package: 'the zip around OOXML',
  document: 'what it is; a draft → findings',
  base: 'ids, days, errors, hashes',
};

const BOX = { width: 184, gap: 14, line: 15, pad: 10 };
const ROW_GAP = 46;
const MARGIN = 20;
/** Width of a row of so many boxes. */
const widthOf = (boxes: number) => boxes * BOX.width + (boxes - 1) * BOX.gap;
const WIDTH = widthOf(Math.max(...ROWS.map((row) => row.length))) + 2 * MARGIN;
const FOLDERS_A_LINE = 24;

interface Placed {
  readonly room: BuiltRoom;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The picture of the rooms as SVG: boxes by layer, each with its capabilities; arrows without what others imply. */
export function drawRooms(): string {
  const rooms = new Map(readRooms().map((room) => [room.name, room]));
  const missing = [...rooms.keys()].filter((name) => !ROWS.flat().includes(name));
  if (missing.length > 0) throw new Error(`No row for ${missing.join(', ')}: house/draw-rooms.ts`);
  const placed = new Map<string, Placed>();
  let y = 20;
  for (const row of ROWS) {
    const present = row.flatMap((name) => rooms.get(name) ?? []);
    const boxes = present.map((room) => ({ room, lines: wrap(room.folders) }));
    const height = Math.max(...boxes.map(({ lines }) => 2 * BOX.pad + (2 + lines.length) * BOX.line));
    boxes.forEach(({ room, lines }, i) => {
      const x = (WIDTH - widthOf(boxes.length)) / 2 + i * (BOX.width + BOX.gap);
      placed.set(room.name, { room, lines, x, y, height });
    });
    y += height + ROW_GAP;
  }
  const arrows = [...withoutImplied([...rooms.values()])].flatMap(([from, targets]) =>
    targets.flatMap((to) => arrow(placed.get(from), placed.get(to))),
  );
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y - ROW_GAP + 20}" font-family="sans-serif" font-size="12">`;
  const marker =
    '<defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#7a8699"/></marker></defs>';
  const ground = '<rect width="100%" height="100%" fill="#fff"/>';
  const title = '<title>The rooms of the code by layer; imports go down</title>';
  return [head, title, marker, ground, ...arrows, ...[...placed.values()].map(box), '</svg>', ''].join('\n');
}

function box({ room, lines, x, y, height }: Placed): string {
  const text = (line: string, n: number, style: string) =>
    `<text x="${x + BOX.pad}" y="${y + BOX.pad + (n + 1) * BOX.line - 4}" ${style}>${line}</text>`;
  return [
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${height}" rx="6" fill="#f4f7fb" stroke="#3b5b8c"/>`,
    text(room.path === 'web/src' ? 'web' : room.path, 0, 'font-weight="bold"'),
    text(PURPOSE[room.name] ?? '', 1, 'fill="#333" font-style="italic" font-size="11"'),
    ...lines.map((line, n) => text(line, n + 2, 'fill="#555" font-size="11"')),
  ].join('\n');
}

function arrow(from: Placed | undefined, to: Placed | undefined): string[] {
  if (!from || !to) return [];
  const [x1, x2] = [from.x + BOX.width / 2, to.x + BOX.width / 2];
  const isDown = to.y > from.y;
  const [y1, y2] = isDown ? [from.y + from.height, to.y] : [from.y + from.height / 2, to.y + to.height / 2];
  if (!isDown) {
    const [a, b] = x2 > x1 ? [from.x + BOX.width, to.x] : [from.x, to.x + BOX.width];
    return [`<path d="M${a} ${y1}L${b} ${y2}" fill="none" stroke="#7a8699" marker-end="url(#a)"/>`];
  }
  const mid = (y1 + y2) / 2;
  return [
    `<path d="M${x1} ${y1}C${x1} ${mid} ${x2} ${mid} ${x2} ${y2}" fill="none" stroke="#7a8699" marker-end="url(#a)"/>`,
  ];
}

function wrap(folders: readonly string[]): string[] {
  const lines: string[] = [];
  for (const folder of folders) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + folder.length + 3 <= FOLDERS_A_LINE) {
      lines[lines.length - 1] = `${last} · ${folder}`;
    } else lines.push(folder);
  }
  return lines;
}
