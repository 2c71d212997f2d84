import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { DatabaseMonitor } from "@/lib/health/database-monitor";
import { type Checks, type HealthAnswer, readinessOf } from "@/lib/health/health";
import type { Admission, Priority } from "./admission";
import { type Answer, answerFor, send } from "./answers";
import { type HeldError, holdError } from "./hold-error";
import { refuseRequest } from "./refuse-request";

export interface FrontOptions {
  /** The application: Next's handler. */
  application: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Null on a start without a database. */
  database: DatabaseMonitor | null;
  admission: Admission;
  /** The rest of what health reports. */
  checks: () => Omit<Checks, "databaseAnswers">;
  /** The origin under which people reach this installation. */
  publicOrigin: string;
}

/** What Next has noted about a request; it must read it again for another address. */
const NEXT_REQUEST_META = Symbol.for("NextInternalRequestMeta");

/** How long the rest of a refused body is read. */
const BODY_LIMIT_MS = 5_000;

/** Files of the build need neither the database nor a turn. */
const isAsset = (path: string) => path.startsWith("/_next/static/") || path === "/icon.svg";

/**
 * The HTTP front: answers health, refuses what is malformed and what cannot be answered in time, and hands the rest to the application.
 */
export function makeFront({
  application,
  database,
  admission,
  checks,
  publicOrigin,
}: FrontOptions): RequestListener {
  const hand = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      await application(request, response);
    } catch (cause) {
      console.error(`${request.method} ${request.url} failed:`, cause);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  };
  /** What answers the requests that wait for the application, when the database does not answer any more: it may be frozen. */
  const waiting = new Set<() => void>();
  database?.onOutage(() => {
    for (const giveUp of waiting) giveUp();
  });
  /** Sends a better answer than the application's, where there is one. */
  const replaceError = async (held: HeldError, request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url = "" } = request;
    const [path = ""] = url.split("?", 1);
    if (held.status === 500 && database && !(await database.check())) {
      held.drop();
      return send(response, answerFor("database", path));
    }
    // The application answers a body that it cannot read with a bare 500.
    if (
      held.status === 500 &&
      method === "POST" &&
      !/html|json|component/.test(held.contentType) &&
      !isApi(path)
    ) {
      held.drop();
      return send(response, answerFor("bad-action", path));
    }
    // React does not render the page of an error on the server: without scripts the page would be empty.
    if (held.status === 404 && priorityOf(path) === "public" && held.text.includes('id="__next_error__"')) {
      held.drop();
      // No page has this address, and what no page has is rendered on the server.
      request.url = "/page-not-found";
      delete (request as unknown as Record<symbol, unknown>)[NEXT_REQUEST_META];
      return hand(request, response);
    }
    held.release();
  };
  return async (request, response) => {
    const { method = "", url = "", headers } = request;
    const [path = ""] = url.split("?", 1);
    if (checks().stopping) response.setHeader("connection", "close");
    // Nothing that the application does must keep a client waiting for a connection that has ended.
    response.on("error", () => undefined);
    // Next adds about ten listeners to one response, some for each step of its routing; they go with it. Node warns from eleven on.
    response.setMaxListeners(40);
    if (path === "/api/health/live")
      return send(
        response,
        jsonAnswer({ status: 200, contentType: "application/json", body: { status: "ok" } }),
      );
    if (path === "/api/health") {
      const databaseAnswers = database === null || (database.answers() && (await database.check()));
      return send(response, jsonAnswer(readinessOf({ ...checks(), databaseAnswers })));
    }
    const refusal = refuseRequest({ method, url, headers }, publicOrigin);
    if (refusal) {
      response.setHeader("connection", "close");
      return afterBody(request, () => send(response, answerFor(refusal, path)));
    }
    if (isAsset(path)) return hand(request, response);
    if (database && !database.answers()) return send(response, answerFor("database", path));
    const giveUp: { now?: () => void } = {};
    const leave = admission.enter(
      priorityOf(path),
      () => {
        const { takeOver } = holdError(
          response,
          [500, 404],
          (held) => void replaceError(held, request, response),
        );
        giveUp.now = () => takeOver(() => send(response, answerFor("database", path)));
        waiting.add(giveUp.now);
        void hand(request, response);
      },
      () => send(response, answerFor("busy", path)),
    );
    response.once("close", () => {
      leave();
      if (giveUp.now) waiting.delete(giveUp.now);
    });
  };
}

/** Reads the rest of a body and drops it: a client that is still sending would not read the answer. Not for ever, though. */
function afterBody(request: IncomingMessage, answer: () => void): void {
  if (request.complete) {
    answer();
    return;
  }
  const timer = setTimeout(answer, BODY_LIMIT_MS);
  request.once("end", () => {
    clearTimeout(timer);
    answer();
  });
  request.once("close", () => clearTimeout(timer));
  request.resume();
}

const isApi = (path: string) => path.startsWith("/api/");

function priorityOf(path: string): Priority {
  return /^\/(desk|api)(\/|$)/.test(path) ? "desk" : "public";
}

function jsonAnswer({ status, contentType, body }: HealthAnswer): Answer {
  return {
    status,
    headers: { "content-type": contentType, "cache-control": "no-store" },
    body: JSON.stringify(body),
  };
}
