import { expect, test } from 'vitest';
import { createSesMail } from '#dispatch/ses-mail.ts';
import { startFakeSes } from '../infra/support/fake-ses.ts';

test('tells a mail that SES will never take from one that it may take later', async () => {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test';
  const ses = await startFakeSes();
  const mail = createSesMail({ region: 'ap-southeast-1', from: 'a@example.vn', endpoint: ses.endpoint });
  const letter = { to: 'b@example.vn', subject: 'Chờ ký', text: 'x' };
  await mail.send(letter);
  expect(ses.taken).toHaveLength(1);
  ses.refuse('MessageRejected');
  await expect(mail.send(letter)).rejects.toMatchObject({ code: 'mail-refused' });
  ses.refuse('LimitExceededException');
  await expect(mail.send(letter)).rejects.toMatchObject({ code: 'unavailable' });
  await ses.stop();
});
