import { stateSchema, TRANSITIONS } from '#register/model/states.ts';

const BEGIN = '<!-- states: made by npm run pictures -->';
const END = '<!-- end of states -->';

/** The states of a document as a Mermaid diagram, from the table of transitions. */
export function stateDiagram(): string {
  const starts = stateSchema.options.flatMap((state) =>
    Object.entries(TRANSITIONS).flatMap(([act, { from, to }]) =>
      from.includes(state) ? [`  ${state} --> ${to ?? state}: ${act}`] : [],
    ),
  );
  const births = Object.entries(TRANSITIONS).flatMap(([act, { from, to }]) =>
    from.length === 0 ? [`  [*] --> ${to}: ${act}`] : [],
  );
  return ['```mermaid', 'stateDiagram-v2', ...births, ...starts, '```'].join('\n');
}

/** A text with its state diagram made anew; all else stays. */
export function withStateDiagram(text: string): string {
  const [head, tail] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (head < 0 || tail < head) throw new Error(`No place for the states: ${BEGIN} … ${END}`);
  return `${text.slice(0, head)}${BEGIN}\n${stateDiagram()}\n${text.slice(tail)}`;
}
