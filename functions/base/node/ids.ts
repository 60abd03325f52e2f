/** Makes a random id (UUID version 4). */
export { randomUUID as newId } from 'node:crypto';
