import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOwnZip } from '#package/read-zip.ts';
import { banhanh, root } from '../run-banhanh.ts';

const examples = join(root, 'examples');
const organs = join(examples, 'organs.json');
let dir: string;
let out: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'banhanh-cli-'));
  out = join(dir, 'out.docx');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

// biome-ignore lint/suspicious/noExplicitAny: broken on purpose
const read = (name: string): any => JSON.parse(readFileSync(join(examples, name), 'utf8'));

function write(data: unknown): string {
  const path = join(dir, 'in.json');
  writeFileSync(path, typeof data === 'string' ? data : JSON.stringify(data));
  return path;
}

const words = (path: string) =>
  readOwnZip(readFileSync(path))
    .get('word/document.xml')!
    .replace(/<[^>]+>/g, '');

describe('banhanh render', () => {
  test('writes the document with its number and day, and nothing else', () => {
    const input = join(examples, 'ke-hoach-tinh-2025.json');
    const { status, stdout } = banhanh(['render', input, '--out', out, '--number', '35', '--date', '2025-01-24']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${out}\n` });
    expect(words(out)).toContain('35/KH-UBND');
    expect(readdirSync(dir)).toEqual(['out.docx']);
  });

  test('writes the same bytes again', () => {
    const input = join(examples, 'ke-hoach-tinh-2025.json');
    const bytes = () => {
      banhanh(['render', input, '--out', out, '--number', '35', '--date', '2025-01-24']);
      return readFileSync(out);
    };
    expect(bytes().equals(bytes())).toBe(true);
  });

  test('finds the organs beside the input, and says so where they are not', () => {
    const input = write(read('ke-hoach-phuong-2026.json'));
    const date = ['--date', '2026-03-16'];
    const without = banhanh(['render', input, '--out', out, ...date]);
    expect(without.status).toBe(1);
    expect(without.stderr).toContain('Mặc định là organs.json cạnh tệp vào');
    copyFileSync(organs, join(dir, 'organs.json'));
    expect(banhanh(['render', input, '--out', out, ...date]).status).toBe(0);
  });

  test('writes an appendix of its own file beside the document', () => {
    const data = read('ke-hoach-phuong-2026.json');
    data.appendices[0].ownFile = true;
    const { status, stdout } = banhanh([
      'render',
      write(data),
      '--out',
      out,
      '--organs',
      organs,
      '--date',
      '2026-03-16',
    ]);
    expect(status).toBe(0);
    const [first, second] = stdout.trim().split('\n');
    expect(first).toBe(out);
    expect(second).toMatch(/out-Phu-luc\.docx$/);
    expect(readdirSync(dir).sort()).toEqual(['in.json', second!.slice(dir.length + 1), 'out.docx'].sort());
  });

  test('prints every error, one a line, and writes no file', () => {
    const { subject: _, ...data } = read('ke-hoach-phuong-2026.json');
    const broken = { ...data, number: 3, colour: 'red', recipients: ['- Sở Nội vụ;'] };
    const { status, stderr } = banhanh([
      'render',
      write(broken),
      '--out',
      out,
      '--organs',
      organs,
      '--date',
      '2026-03-16',
    ]);
    expect(status).toBe(1);
    const lines = stderr.trim().split('\n');
    for (const line of lines) expect(line).toMatch(/^(cảnh báo: )?.+: .+ \[[A-Z_]+\]$/);
    expect(stderr).toContain('Trích yếu (subject): Còn thiếu trích yếu (subject)');
    expect(stderr).toContain('(Điều 15) [SERVER_FIELD]');
    expect(stderr).toContain('[UNKNOWN_KEY]');
    expect(stderr).toContain('[LIST_PUNCTUATION]');
    expect(existsSync(out)).toBe(false);
  });

  test('leaves the file that was there where the new one has errors', () => {
    writeFileSync(out, 'what was there');
    expect(banhanh(['render', write({ schema: 'KeHoach@1' }), '--out', out, '--organs', organs]).status).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe('what was there');
  });

  test('prints findings for machines with --json, on stderr', () => {
    const { schema: _, ...data } = read('ke-hoach-phuong-2026.json');
    const { status, stderr } = banhanh(['render', write(data), '--out', out, '--organs', organs, '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stderr)[0]).toMatchObject({
      severity: 'error',
      code: expect.any(String),
      path: expect.any(String),
      message: expect.any(String),
      clause: null,
      pointer: ['schema'],
    });
  });

  test('warns, and writes all the same', () => {
    const input = join(examples, 'cong-van-thanh-pho-2026.json');
    const { status, stderr } = banhanh(['render', input, '--out', out, '--date', '2026-06-15']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^cảnh báo: .*\[DRAFTER_MARK\]/);
    expect(existsSync(out)).toBe(true);
  });

  test('shows what a draft lacks', () => {
    const { subject: _, ...data } = read('ke-hoach-phuong-2026.json');
    const args = ['render', write(data), '--out', out, '--organs', organs, '--date', '2026-03-16', '--draft'];
    expect(banhanh(args).status).toBe(0);
    expect(words(out)).toContain('[THIẾU: trích yếu]');
  });

  test.each([
    [['render'], 'Thiếu tệp dữ liệu vào.'],
    [['render', 'a.json'], 'Thiếu tùy chọn --out.'],
    [['render', 'a.json', '--out', 'x', '--bogus'], 'Không có tùy chọn “--bogus”.'],
    [['render', 'a.json', '--out', 'x', '--number', '0', '--date', '2026-01-01'], '--number phải là số nguyên'],
    [['render', 'a.json', '--out', 'x', '--number', '5'], 'Thiếu tùy chọn --date'],
    [['render', 'a.json', '--out', 'x', '--number', '5', '--date', '2026-02-30'], 'một ngày có thật'],
    [['render', 'a.json', 'b.json', '--out', 'x'], 'Thừa tham số “b.json”.'],
    [['nothing'], 'Không có lệnh “nothing”.'],
  ])('used wrongly says how, with exit code 2: %j', (args, message) => {
    const { status, stderr } = banhanh(args);
    expect(stderr).toContain(message);
    expect(stderr).toContain('--help');
    expect(status).toBe(2);
  });

  test.each([
    ['không có', 'Không có tệp dữ liệu văn bản'],
    ['{"schema": \n "KeHoach@1",,}', 'dòng 2, cột 14'],
  ])('of an input that cannot be read says why: %j', (text, message) => {
    const input = text === 'không có' ? join(dir, 'nothing.json') : write(text);
    const { status, stderr } = banhanh(['render', input, '--out', out]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(message) });
  });
});

describe('banhanh', () => {
  test('explains itself in Vietnamese', () => {
    const { status, stdout } = banhanh(['--help']);
    expect(status).toBe(0);
    for (const name of ['render', 'schema', 'serve', 'find', 'bring-in', 'user']) {
      expect(stdout).toContain(`\n  ${name}`);
      expect(banhanh([name, '--help']).stdout).toContain(`banhanh ${name}`);
    }
  });

  test.each(['KeHoach', 'CongVan', 'OrganProfile'])('prints the JSON Schema of %s', (name) => {
    const { status, stdout } = banhanh(['schema', name]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    expect(stdout).toContain('"additionalProperties": false');
  });

  test('knows no other schema', () => {
    expect(banhanh(['schema', 'Secret'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('KeHoach, CongVan'),
    });
  });
});

describe('a data file that is no sound JSON', () => {
  const dated = ['--out', 'x.docx', '--organs', organs, '--date', '2026-03-16'];
  test.each([
    ['{\n "subject": "a",\n}', 'dòng 2, cột 16: thừa dấu phẩy trước “}”; hãy xóa dấu phẩy.'],
    ['{\n "a": 1,\n "a": 2}', 'dòng 3, cột 2: trường “a” ghi hai lần; hãy giữ lại một.'],
    ['', 'dòng 1, cột 1: không có nội dung nào.'],
  ])('is refused with its place: %j', (text, words) => {
    const { status, stderr } = banhanh(['render', write(text), ...dated]);
    expect(status).toBe(1);
    expect(stderr).toContain(words);
  });

  test('is refused where it is not in UTF-8, and taken with a mark at its head', () => {
    const path = write('');
    writeFileSync(path, Buffer.from('\uFEFF{}', 'utf16le'));
    expect(banhanh(['render', path, ...dated]).stderr).toContain('UTF-16');
    writeFileSync(path, Buffer.from([0x7b, 0x22, 0xe1, 0x22, 0x7d]));
    expect(banhanh(['render', path, ...dated]).stderr).toContain('không ghi bằng mã UTF-8');
    writeFileSync(path, '\uFEFF{}');
    expect(banhanh(['render', path, ...dated]).stderr).not.toContain('JSON hợp lệ');
  });
});
