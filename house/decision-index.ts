import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../docs/decisions/', import.meta.url));
const HEAD = `# Decisions

Each says what was decided, and what it costs. Later ones may amend earlier ones; then the status says so. Made by \`npm run pictures\`.

| | decision | date | status |
| --- | --- | --- | --- |
`;

/** The names of all decision records, in order. */
export function decisionFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-.*\.md$/.test(name))
    .sort();
}

/** The title of a decision, without its number. */
export function titleOf(name: string): string {
  const [first = ''] = readFileSync(`${FOLDER}${name}`, 'utf8').split('\n');
  return first.replace(/^#\s*\d+[.:]\s*/, '');
}

/** The index of all decisions; a row that stands keeps its date and status. */
export function decisionIndex(standing: string): string {
  const rows = decisionFiles().map((name) => {
    const before = standing.split('\n').find((row) => row.includes(`](${name})`));
    const [date = firstDayOf(name), status = 'in force'] = /\) \| (\S+) \| (.+) \|$/.exec(before ?? '')?.slice(1) ?? [];
    return `| ${Number(name.slice(0, 4))} | [${titleOf(name)}](${name}) | ${date} | ${status} |`;
  });
  return `${HEAD}${rows.join('\n')}\n`;
}

function firstDayOf(name: string): string {
  const args = ['log', '--follow', '--diff-filter=A', '--format=%as', '--', `${FOLDER}${name}`];
  const days = execFileSync('git', args, { encoding: 'utf8', cwd: FOLDER }).trim().split('\n');
  return days.at(-1) || new Date().toISOString().slice(0, 10);
}
