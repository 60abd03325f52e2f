import { readable } from 'svelte/store';
import { answer, api } from '../../api/client.ts';

/** Someone else who has a document open. */
export interface OpenElsewhere {
  readonly staffId: string;
  /** ISO time. */
  readonly since: string;
}

/** Milliseconds between two signs. */
const BEAT_MS = 60_000;

/** Watches who else has a document open, each minute; it locks nothing, and a lost sign is no error. */
export function presence(docId: string) {
  return readable<readonly OpenElsewhere[]>([], (set) => {
    const beat = async () => {
      const params = { path: { docId } };
      const { data } = await answer(api.POST('/documents/{docId}/presence', { params, body: {} }));
      set(data.others);
    };
    const quietly = () => void beat().catch(() => undefined);
    quietly();
    const timer = setInterval(quietly, BEAT_MS);
    return () => {
      clearInterval(timer);
      void api
        .POST('/documents/{docId}/presence', { params: { path: { docId } }, body: { hasLeft: true } })
        .catch(() => undefined);
    };
  });
}

/** `Trần Thị Bình đang mở từ 09:10` */
export function presenceLine(others: readonly OpenElsewhere[], names: ReadonlyMap<string, string>): string {
  const hour = (iso: string) =>
    new Intl.DateTimeFormat('vi', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' }).format(
      new Date(iso),
    );
  return others
    .map(({ staffId, since }) => `${names.get(staffId) ?? 'Đồng nghiệp'} đang mở từ ${hour(since)}`)
    .join('; ');
}
