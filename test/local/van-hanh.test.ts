import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stages } from '#infra/stages.ts';
import { banhanh, root } from './run-banhanh.ts';

const text = readFileSync(join(root, 'docs/van-hanh.md'), 'utf8');
const infra = readdirSync(join(root, 'infra'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'infra', name), 'utf8'))
  .join('\n');
const commands = [...text.matchAll(/^(npx banhanh .+)$/gm)].map(([line]) => line);

describe('the handbook of operators', () => {
  test.each([...new Set(commands.map((line) => line.split(' ')[2]!))])('gives options that banhanh %s has', (name) => {
    const { stdout, status } = banhanh([name, '--help']);
    expect(status).toBe(0);
    const options = commands
      .filter((line) => line.startsWith(`npx banhanh ${name} `))
      .flatMap((line) => line.match(/(?<= )--[a-z-]+/g) ?? []);
    // What a table in AWS takes beside its name stands in the help of the commands that need all of it.
    const shared = name === 'find' ? ['--bucket', '--work-bucket'] : [];
    for (const option of options.filter((one) => !shared.includes(one))) expect(stdout, option).toContain(option);
  });

  test('names outputs of stacks that they have, and stages that there are', () => {
    const outputs = [...text.matchAll(/\$\(out \w+ (\w+)\)/g)].map(([, name]) => name!);
    expect(outputs.length).toBeGreaterThan(5);
    for (const name of outputs) expect(infra).toMatch(new RegExp(`CfnOutput\\((this|stack), '${name}'`));
    for (const stage of Object.keys(stages)) expect(text).toContain(`\`${stage}\``);
  });

  test('says of every alarm what to do', () => {
    const ids = [...infra.matchAll(/^ {6}id: '(\w+)',$/gm)].map(([, id]) => id!);
    expect(ids.length).toBeGreaterThan(10);
    const chapter = text.slice(text.indexOf('## 10.'));
    for (const id of ids) expect(chapter, id).toContain(`\`${id}\``);
  });

  test('adds up what 10,000 documents cost', () => {
    const number = (shown: string) => Number(shown.replaceAll('.', '').replace(',', '.'));
    const rows = [...text.matchAll(/^\| ([^|*]+) \| ([\d.,]+)[^|]* \| ([\d,]+) \| ([\d,]+) \|$/gm)];
    expect(rows.length).toBeGreaterThan(10);
    for (const [, what, amount, price, cost] of rows) {
      expect(Math.abs(number(amount!) * number(price!) - number(cost!)), what).toBeLessThan(0.006);
    }
    const total = rows.reduce((sum, [, , , , cost]) => sum + number(cost!), 0);
    const [, said] = /^\| \*\*cộng\*\* \|.*\*\*([\d,]+)\*\* \|$/m.exec(text)!;
    expect(total).toBeCloseTo(number(said!), 2);
  });
});
