import { session } from '../../api/client.ts';
import { keepLatest } from '../../state/copies/keep-latest.ts';
import { type LocalCopy, localCopies } from '../../state/copies/local-copy.ts';
import { saveBeforeSignOut } from '../../state/copies/sign-out.ts';
import { asData, type DocumentData } from '../model/document.ts';
import { isPassing, type OpenDraft, saveDraft } from '../open-draft.ts';
import { type Autosave, createAutosave, type SavingState } from './autosave.ts';

/** Saving of an open draft: on the server, and until it is there on this machine. */
export interface DraftSaving extends Autosave<DocumentData> {
  /** Text that the server had last. */
  readonly base: () => DocumentData;
  /** Takes the copy of this machine away. */
  readonly forget: () => Promise<void>;
}

/** Saves a draft as it is typed; again at once when the network or the session is back. */
export function createDraftSaving(
  { person, docId }: Pick<LocalCopy, 'person' | 'docId'>,
  opened: OpenDraft,
  onState: (state: SavingState) => void,
): DraftSaving {
  let base = asData(opened.data);
  let errors = 0;
  const copy = keepLatest(localCopies.put, () => localCopies.remove(person, docId));
  const autosave = createAutosave<DocumentData>(opened.etag, {
    save: async (data, etag) => {
      const saved = await saveDraft({ docId, isSubmitted: opened.isSubmitted }, data, etag);
      base = data;
      errors = saved.errors;
      return saved.etag;
    },
    keep: (data, etag) => copy.keep({ person, docId, etag, data, base, at: Date.now() }),
    forget: copy.forget,
    isPassing,
    onState: (state) => onState(state.state === 'saved' ? { ...state, errors } : state),
    now: () => new Date(),
    isByHand: opened.isSubmitted,
  });
  const save = async () => opened.isSubmitted || autosave.flush();
  const again = () => void save();
  const ended = [
    saveBeforeSignOut(save),
    session.signedIn.subscribe(({ state }) => state === 'in' && again()),
    () => removeEventListener('online', again),
  ];
  addEventListener('online', again);
  return {
    ...autosave,
    base: () => base,
    forget: copy.forget,
    stop() {
      for (const end of ended) end();
      autosave.stop();
    },
  };
}
