/** Index at which JSON text breaks, and the reason as a Vietnamese sentence without its end mark. */
export interface SyntaxFault {
  readonly index: number;
  readonly why: string;
}

type Wants = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const WORD = /(?:true|false|null)(?![\w])/y;
const PLAIN = /[^"\\\p{Cc}]+|[\u007f-\u009f]+/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const OTHER_QUOTE = /[“”„‟‘’‚‛«»″′'`]/;

/** The first place at which text breaks the grammar of JSON (RFC 8259); undefined where it does not. Slow: for bad text. */
export function syntaxFault(text: string): SyntaxFault | undefined {
  if (/^\0|^.\0/s.test(text) || text.startsWith('\uFFFD\uFFFD')) {
    return { index: 0, why: 'nội dung ghi bằng mã UTF-16; hãy lưu lại bằng mã UTF-8' };
  }
  if (/^[ \t\r\n]*$/.test(text)) return { index: 0, why: 'không có nội dung nào' };
  const open: ('{' | '[')[] = [];
  let wants: Wants = 'value';
  let comma = 0;
  for (let at: number = skip(SPACE, text, 0); ; at = skip(SPACE, text, at)) {
    const char = text[at];
    const top = open.at(-1);
    const wantsKey: boolean = wants.startsWith('key');
    if (char === undefined) return wants === 'nothing' ? undefined : { index: at, why: endedEarly(open) };
    if (wants === 'nothing') return { index: at, why: `thừa “${char}” sau khi JSON đã hết; hãy xóa phần này` };
    const isEnd = char === '}' || char === ']';
    if (isEnd && (wants === 'comma-or-end' || wants === 'value-or-end' || wants === 'key-or-end')) {
      const close = top === '{' ? '}' : ']';
      if (char !== close)
        return { index: at, why: `đang mở “${top}” nên phải đóng bằng “${close}”, không phải “${char}”` };
      open.pop();
      wants = open.length === 0 ? 'nothing' : 'comma-or-end';
      at += 1;
    } else if (isEnd && wants !== 'colon' && text[comma] === ',') {
      return { index: comma, why: `thừa dấu phẩy trước “${char}”; hãy xóa dấu phẩy` };
    } else if (wants === 'comma-or-end') {
      if (char !== ',') return { index: at, why: separatorFault(char, top) };
      comma = at;
      wants = top === '{' ? 'key' : 'value';
      at += 1;
    } else if (wants === 'colon') {
      if (char !== ':') return { index: at, why: `sau tên trường phải là dấu hai chấm “:”, không phải “${char}”` };
      wants = 'value';
      comma = at;
      at += 1;
    } else if (char === '"') {
      const end = stringEnd(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      wants = wantsKey ? 'colon' : open.length === 0 ? 'nothing' : 'comma-or-end';
    } else if (wantsKey) {
      return { index: at, why: quoteFault(char) ?? 'tên trường phải nằm trong dấu nháy kép, ví dụ "subject"' };
    } else if (char === '{' || char === '[') {
      open.push(char);
      wants = char === '{' ? 'key-or-end' : 'value-or-end';
      at += 1;
    } else {
      const end = Math.max(skip(NUMBER, text, at), skip(WORD, text, at));
      if (end === at) return { index: at, why: valueFault(text, at, char) };
      at = end;
      wants = open.length === 0 ? 'nothing' : 'comma-or-end';
    }
  }
}

/** The index after what a sticky pattern takes; the same index where it takes nothing. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function stringEnd(text: string, open: number): number | SyntaxFault {
  let at = open + 1;
  for (;;) {
    const char = text[at];
    if (char === '"') return at + 1;
    if (char === undefined || char === '\n' || char === '\r') {
      const curly = /[“”]/.test(text.slice(open, at)) ? ', có thể vì đóng bằng dấu nháy cong' : '';
      return { index: open, why: `chuỗi mở ở đây chưa đóng bằng dấu nháy kép thẳng (") trên cùng dòng${curly}` };
    }
    const next = Math.max(skip(PLAIN, text, at), skip(ESCAPE, text, at));
    if (next === at && char === '\\') {
      return { index: at, why: `“\\${text[at + 1] ?? ''}” không có nghĩa trong chuỗi; muốn ghi dấu \\ thì gõ \\\\` };
    }
    if (next === at) return { index: at, why: 'trong chuỗi có ký tự điều khiển (như phím Tab); hãy xóa đi' };
    at = next;
  }
}

function endedEarly(open: readonly ('{' | '[')[]): string {
  const missing = open.map((one) => (one === '{' ? '}' : ']')).reverse();
  if (missing.length === 0) return 'nội dung hết giữa chừng';
  const shown = missing.length > 5 ? `${missing.slice(0, 5).join('')}…` : missing.join('');
  return `nội dung hết giữa chừng, chưa đóng “${shown}”`;
}

function separatorFault(char: string, top: '{' | '[' | undefined): string {
  if (char === ':') return 'thừa dấu hai chấm “:”';
  if (/["[{\d-]|\p{L}/u.test(char)) return 'thiếu dấu phẩy trước chỗ này';
  return quoteFault(char) ?? `phải là dấu phẩy hoặc “${top === '{' ? '}' : ']'}”, không phải “${char}”`;
}

function quoteFault(char: string): string | undefined {
  return OTHER_QUOTE.test(char) ? `dấu nháy ${char} không dùng được; hãy gõ dấu nháy kép thẳng (")` : undefined;
}

function valueFault(text: string, at: number, char: string): string {
  if (char === ',') return 'thừa dấu phẩy, hoặc thiếu một giá trị trước dấu phẩy';
  if (char === '}' || char === ']') return `thiếu một giá trị trước “${char}”`;
  if (char === '/' || char === '#') return 'JSON không có chú thích; hãy xóa phần này';
  const word = /^[-+.\w\p{L}]{1,30}/u.exec(text.slice(at, at + 30))?.[0];
  if (word !== undefined && /^[-+.\d]/.test(word)) return `“${word}” không phải một số đúng dạng`;
  if (word !== undefined) return `“${word}” phải nằm trong dấu nháy kép (chỉ true, false, null và số thì không)`;
  return quoteFault(char) ?? `“${char}” không dùng được ở đây`;
}
