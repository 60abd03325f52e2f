import type { ErrorReport } from '#api/create-api.ts';
import type { IssueClock } from '#register/model/issue-clock.ts';
import type { Recovery } from '#usecases/issuing/recover-issues.ts';
import type { Converted } from '../data-directory/convert-first-release.ts';
import type { ServerLog } from '../output/server-log.ts';
import type { KeyAndCertificate } from '../tls/read-certificate.ts';

/** Options of a start. */
export interface StartOptions {
  readonly dir: string;
  /** 0: any free port. */
  readonly port: number;
  /** Organ profiles for a directory that has none yet. */
  readonly organsFile?: string | undefined;
  /** Such a directory may begin without any: its first admin declares the office on the page. */
  readonly isNew?: boolean | undefined;
  /** Another calendar, for demonstrations and tests. Sign-in always goes by the wall clock. */
  readonly clock?: IssueClock | undefined;
  /** The folder of the page as built; without it the API alone is served. */
  readonly pageDir?: string | undefined;
  /** The directory holds sample offices. */
  readonly isSample?: boolean | undefined;
  /** The address to listen on; loopback if absent. */
  readonly host?: string | undefined;
  /** Names beside those of the machine and the certificate by which people reach it. */
  readonly names?: readonly string[] | undefined;
  /** Addresses of proxies whose forwarded headers are believed. They speak TLS to people. */
  readonly trustProxy?: readonly string[] | undefined;
  /** Certificate and key; without them what `banhanh tls init` made is used beyond loopback, if it is there. */
  readonly tls?: KeyAndCertificate | undefined;
  /** Listens beyond loopback without TLS: passwords go over the network as they are. */
  readonly isInsecure?: boolean | undefined;
  /** A backup each day into a directory, at `hh:mm`; the marks go there as well, if nowhere else. */
  readonly backup?: { readonly out: string; readonly at: string } | undefined;
  /** Told how a backup went. */
  readonly onBackup?: (sentence: string) => void;
  /** Told of mail that did not go. */
  readonly onMailFailure?: (sentence: string, error: unknown) => void;
  /** Folder of the second copy of the marks, outside the directory. */
  readonly markTo?: string | undefined;
  /** Told after each item of a register of an older release. */
  readonly onConverting?: (done: number, total: number) => void;
  /** Told when the register of an older release was converted. */
  readonly onConverted?: (converted: Converted) => void;
  /** Log of requests; absent: none. */
  readonly log?: ServerLog;
  report(report: ErrorReport): void;
  /** Told of every round of recovery that had something to do. */
  onRecovery(recovery: Recovery): void;
}

/** A running server. */
export interface RunningServer {
  /** `http://127.0.0.1:<port>`, or the first name of the machine with `https`. */
  readonly url: string;
  /** Code by which the first admin claims a directory without people. */
  readonly claimCode: string | undefined;
  /** Resolves with a sentence when the server cannot go on and has to be ended. */
  readonly failed: Promise<string>;
  /** Lets requests end, then stops everything that was started. */
  close(): Promise<void>;
}
