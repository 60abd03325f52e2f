import { methodNotAllowed } from 'hono/method-not-allowed';
import { secureHeaders } from 'hono/secure-headers';
import type { Convert } from '#pdf/convert.ts';
import { HttpError } from '#present/problems/http-error.ts';
import { toProblem } from '#present/problems/problem.ts';
import type { Members } from '#register/organs/members.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { actFor } from '#usecases/organs/guests.ts';
import type { EnsurePdfCopy } from '#usecases/pdf-copies/get-pdf-copy.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { contractOf } from './contract/contract.ts';
import { open } from './http/access.ts';
import { guard } from './http/guard.ts';
import { withCode } from './http/hono-error.ts';
import { linksAsJson } from './http/json-links.ts';
import { linkLargeAnswers } from './http/large-answers.ts';
import { answerProblem, problemHeaders } from './http/problem-answer.ts';
import { type App, newApp } from './http/route.ts';
import { withStoredData } from './http/stored-data.ts';
import { underOrgan } from './page/organ-path.ts';
import { blankRoutes } from './routes/blank-routes.ts';
import { bookRoutes } from './routes/book-routes.ts';
import { cameDownRoutes } from './routes/came-down-routes.ts';
import { deadlineRoutes } from './routes/deadline-routes.ts';
import { draftRoutes } from './routes/draft-routes.ts';
import { exchangeRoutes } from './routes/exchange-routes.ts';
import { fanOutRoutes, type StartPump } from './routes/fan-out-routes.ts';
import { fileRoutes } from './routes/file-routes.ts';
import { keptFileRoutes } from './routes/kept-file-routes.ts';
import { libraryRoutes } from './routes/library-routes.ts';
import { lifecycleRoutes } from './routes/lifecycle-routes.ts';
import { listRoutes } from './routes/list-routes.ts';
import { mistakeRoutes } from './routes/mistake-routes.ts';
import { officeRoutes } from './routes/office-routes.ts';
import { pageCountRoutes, paperRoutes, slipRoutes } from './routes/paper-routes.ts';
import { pdfRoutes } from './routes/pdf-routes.ts';
import { type AccountOptions, accountRoutes } from './routes/people/account-routes.ts';
import { activityRoutes } from './routes/people/activity-routes.ts';
import { collaborationRoutes } from './routes/people/collaboration-routes.ts';
import { colleagueRoutes } from './routes/people/colleague-routes.ts';
import { draftHistoryRoutes } from './routes/people/draft-history-routes.ts';
import { guestRoutes } from './routes/people/guest-routes.ts';
import { memberRoutes } from './routes/people/member-routes.ts';
import { profileRoutes } from './routes/profile-routes.ts';
import { registerRoutes } from './routes/register-routes.ts';
import { registeringRoutes } from './routes/registering-routes.ts';
import { returnedFileRoutes } from './routes/returned-file-routes.ts';
import { schemaRoutes } from './routes/schema-routes.ts';
import { sendingRoutes } from './routes/sending-routes.ts';
import { seriesRoutes } from './routes/series-routes.ts';
import { sheetRoutes } from './routes/sheet-routes.ts';
import { stepRoutes } from './routes/step-routes.ts';
import { superiorChangeRoutes } from './routes/superior-change-routes.ts';
import { superiorFileRoutes } from './routes/superior-file-routes.ts';
import { transitionRoutes } from './routes/transition-routes.ts';
import { uploadRoutes } from './routes/upload-routes.ts';
import { wordFileRoutes } from './routes/word-file-routes.ts';
import { workingDayRoutes } from './routes/working-day-routes.ts';
import { type SessionOptions, sessionRoutes } from './session/session-routes.ts';
import { createSignInLimit } from './sign-in/sign-in-limit.ts';
import { type SignInOptions, signInRoute } from './sign-in/sign-in-route.ts';
import type { Authenticate } from './sign-in/verify-token.ts';

/** Errors the caller did not cause, as reported to operators. */
export interface ErrorReport {
  /** The id that the caller was given. */
  readonly errorId: string;
  readonly code: string;
  readonly method: string;
  readonly path: string;
  readonly error: unknown;
}

/** Dependencies of the API, which reads no environment and no clock of its own. */
export interface ApiOptions {
  readonly deps: FanOutDeps;
  readonly authenticate: Authenticate;
  readonly startPump: StartPump;
  /** Mounts /members; a bench may do without. */
  readonly members?: Members;
  /** Maker of PDF copies that are not there yet; absent: only those that are there are answered. */
  readonly ensurePdf?: EnsurePdfCopy;
  /** Makes a PDF while a person waits; without it pages are counted by hand. */
  readonly convert?: Convert;
  /** Mounts POST /auth/token; the embedded default alone has it. */
  readonly signIn?: SignInOptions;
  /** Mounts /session, for the page. */
  readonly session?: SessionOptions;
  /** Mounts what changes passwords; the embedded default alone has it. */
  readonly accounts?: AccountOptions;
  report(report: ErrorReport): void;
}

/**
 * Options of the security headers: a handler's own stay. HSTS is left to whoever ends TLS: it would bind a host's other
 * ports.
 */
const SECURE_HEADERS = {
  overwrite: false,
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
};

/**
 * The API: parse, one use case, answer. Problems are RFC 9457 in Vietnamese; the contract stands at `/openapi.json`.
 *
 * @example const response = await createApi(options).request('/healthz')
 */
export function createApi(options: ApiOptions): App {
  const { deps, authenticate, signIn } = options;
  const guestDeps = options.members && { register: deps.register, members: options.members, clock: deps.clock };
  const app = newApp();
  app.use(
    secureHeaders(SECURE_HEADERS),
    async (c, next) => {
      await next();
      c.header('Cache-Control', c.res.headers.get('cache-control') ?? 'no-store');
      const location = c.res.headers.get('location');
      if (location !== null) c.header('Location', underOrgan(c.req.url, location));
    },
    methodNotAllowed({
      app,
      onMethodNotAllowed: (_, methods) => {
        const allow = methods.sort().join(', ');
        return answerProblem(toProblem(new HttpError('method-not-allowed', { params: { allow } })), { Allow: allow });
      },
    }),
    async (c, next) => {
      c.set('heavy', deps.heavy);
      await next();
    },
    linksAsJson,
    linkLargeAnswers(deps),
    withStoredData,
    guard(authenticate, async (person, organ) => {
      if (guestDeps) return actFor(guestDeps, person, organ);
      throw new UseCaseError('not-a-member');
    }),
  );

  for (const routes of [
    draftRoutes,
    deadlineRoutes,
    transitionRoutes,
    stepRoutes,
    collaborationRoutes,
    draftHistoryRoutes,
    lifecycleRoutes,
    activityRoutes,
    fileRoutes,
    registerRoutes,
    registeringRoutes,
    blankRoutes,
    paperRoutes,
    keptFileRoutes,
    profileRoutes,
    officeRoutes,
    libraryRoutes,
    workingDayRoutes,
    sendingRoutes,
    mistakeRoutes,
    bookRoutes,
    listRoutes,
    exchangeRoutes,
    seriesRoutes,
    uploadRoutes,
    sheetRoutes,
    wordFileRoutes,
    returnedFileRoutes,
    superiorFileRoutes,
  ]) {
    app.route('/', routes(deps));
  }
  app.route('/', fanOutRoutes({ deps, startPump: options.startPump }));
  app.route('/', superiorChangeRoutes(deps));
  if (guestDeps) {
    app.route('/', memberRoutes(guestDeps));
    app.route('/', guestRoutes(guestDeps));
    app.route('/', colleagueRoutes({ ...deps, members: guestDeps.members }));
    app.route('/', slipRoutes({ ...deps, members: guestDeps.members }));
  }
  app.route('/', cameDownRoutes(deps));
  app.route('/', pdfRoutes(deps, options.ensurePdf));
  app.route('/', pageCountRoutes(deps, options.convert));
  app.route('/', schemaRoutes());
  const { session, accounts } = options;
  // Whichever way a password is tried, one count is kept of it.
  const limit = createSignInLimit(() => (signIn ?? session ?? accounts)?.now() ?? deps.clock.now());
  if (signIn) app.route('/', signInRoute(signIn, limit));
  if (session) app.route('/', sessionRoutes(session, limit));
  if (accounts) app.route('/', accountRoutes(accounts, limit));

  let contract: object | undefined;
  app.get('/openapi.json', open().middleware, (c) => {
    contract ??= contractOf(app);
    return c.json(contract);
  });
  app.notFound(() => answerProblem(toProblem(new HttpError('no-route')), {}));
  app.onError((error, c) => {
    const coded = withCode(error);
    const problem = toProblem(coded);
    const headers = problemHeaders(coded, problem);
    if (problem.status < 500) return answerProblem(problem, headers);
    const errorId = deps.newId();
    const { method, path } = c.req;
    options.report({ errorId, code: problem.code, method, path, error });
    const instance = problem.status === 500 ? { instance: `urn:banhanh:error:${errorId}` } : {};
    return answerProblem({ ...problem, ...instance }, headers);
  });
  return app;
}
