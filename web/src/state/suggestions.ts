import { answer, api } from '../api/client.ts';
import { createLoaded } from './loaded.ts';

/** Reasons, recipients and signers that the office used before, the most used first. */
export const suggestions = createLoaded(async () => (await answer(api.GET('/suggestions'))).data);
