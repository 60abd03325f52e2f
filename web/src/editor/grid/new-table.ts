import type { Table } from '#document/schemas/table.schema.ts';

/** Makes a table to begin with: numbers, what is to be done, and who does it. */
export function newTable(): Table {
  return {
    columns: [
      { title: 'STT', id: 'c1', numbering: true },
      { title: 'Nội dung công việc', id: 'c2' },
      { title: 'Cơ quan thực hiện', id: 'c3' },
      { title: 'Thời gian', id: 'c4' },
    ],
    rows: [{ cells: { c2: '', c3: '', c4: '' } }],
  };
}
