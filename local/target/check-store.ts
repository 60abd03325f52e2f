import { RegisterError } from '#register/model/register-error.ts';
import type { Register } from '#register/register.ts';
import type { Store } from '#store/store.ts';

/**
 * Makes a register that holds the store's issued files against its documents before an organ's first number in this
 * process. a file whose document it does not know as numbered says that it is older than the store. Throws
 * `register-behind`.
 */
export function heldAgainstStore(register: Register, store: Store): Register {
  const checked = new Map<string, Promise<void>>();
  const check = async (organ: string) => {
    for await (const docId of store.folders(`issued/${organ}`)) {
      const document = await register.getDocument(organ, docId).catch((error) => {
        if (error instanceof RegisterError && error.code === 'not-found') return undefined;
        throw error;
      });
      // A struck number leaves its files, and its document waits for another number.
      const hasNumber = document?.codeNumber !== undefined || (document?.struckRows ?? []).length > 0;
      if (!hasNumber) throw new RegisterError('register-behind', { organ, docId });
    }
  };
  const hold = async (organ: string) => {
    const checking = checked.get(organ) ?? check(organ);
    checked.set(organ, checking);
    await checking.catch((error) => {
      checked.delete(organ);
      throw error;
    });
  };
  return {
    ...register,
    issueNumber: async (command) => {
      await hold(command.document.organ);
      return register.issueNumber(command);
    },
    registerDocument: async (command) => {
      await hold(command.organ);
      return register.registerDocument(command);
    },
  };
}
