import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { DatabaseMonitor } from "@/lib/health/database-monitor";
import { type Checks, type HealthAnswer, readinessOf } from "@/lib/health/health";
import type { Admission, Priority } from "./admission";
import { type Answer, answerFor, send } from "./answers";
import { holdServerError } from "./hold-server-error";
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
  return async (request, response) => {
    const { method = "", url = "", headers } = request;
    const [path = ""] = url.split("?", 1);
    if (checks().stopping) response.setHeader("connection", "close");
    // Nothing that the application does must keep a client waiting for a connection that has ended.
    response.on("error", () => undefined);
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
    const leave = admission.enter(
      priorityOf(path),
      (done) => {
        response.once("close", done);
        if (database)
          holdServerError(response, (sendAsItWas) => {
            database.check().then((answers) => {
              if (answers) return sendAsItWas();
              for (const name of response.getHeaderNames()) response.removeHeader(name);
              send(response, answerFor("database", path));
            }, sendAsItWas);
          });
        void hand(request, response);
      },
      () => send(response, answerFor("busy", path)),
    );
    response.once("close", leave);
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
