import { letterText } from '#present/mail/letter-text.ts';
import type { Members } from '#register/organs/members.ts';
import type { Tellings } from '#register/organs/tellings.ts';
import type { Deps } from '#usecases/deps.ts';
import { tellOrgan } from '#usecases/telling/tell-organ.ts';
import type { MailSettings } from './mail-file.ts';
import { createSmtp } from './smtp.ts';

const TELL_EVERY_MS = 60_000;

/** Dependencies of telling people by mail. */
export interface TellerOptions {
  readonly deps: Deps;
  readonly members: Members;
  readonly tellings: Tellings;
  readonly settings: MailSettings;
  /** Organs of this machine with someone to tell. */
  organs(): Promise<readonly string[]>;
  onFailure(sentence: string, error: unknown): void;
}

/** Mail about what waits, while the server runs. */
export interface Teller {
  /** One round over all organs. Never rejects: what fails is told to the operator. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts telling people each minute. */
export function startTeller({ deps, members, tellings, settings, organs, onFailure }: TellerOptions): Teller {
  const smtp = createSmtp(settings);
  let running: Promise<void> = Promise.resolve();
  const tell = async () => {
    for (const organ of await organs()) {
      await tellOrgan(
        {
          ...deps,
          members,
          tellings,
          send: (letter) => smtp.send(letterText(letter, settings.pageAddress)),
          onFailure: ({ staffId, error }) => onFailure(`Chưa gửi được thư báo cho ${staffId} của ${organ}.`, error),
        },
        organ,
      );
    }
  };
  const run = () => {
    running = running.then(tell).catch((error) => onFailure('Lượt gửi thư báo dừng giữa chừng; sẽ thử lại.', error));
    return running;
  };
  let isWaiting = false;
  const timer = setInterval(() => {
    // A server that answers slowly is not asked anew before it has.
    if (isWaiting) return;
    isWaiting = true;
    void run().finally(() => {
      isWaiting = false;
    });
  }, TELL_EVERY_MS);
  timer.unref();
  return {
    run,
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
