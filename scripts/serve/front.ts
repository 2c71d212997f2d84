import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import {
  answerDocument,
  type DocumentAnswer,
  type DocumentRequest,
  findReadyDocument,
  isDocumentRequest,
} from "@/lib/documents/answer-document";
import { ASSET_PATH, answerAsset } from "@/lib/documents/document-files";
import type { DatabaseMonitor } from "@/lib/health/database-monitor";
import { type Checks, type HealthAnswer, readinessOf } from "@/lib/health/health";
import type { Admission, Priority } from "./admission";
import { type Answer, answerFor, send } from "./answers";
import { isCostlyAction } from "./bound-action";
import { withoutContainerSlash } from "./container-path";
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

/** How long the rest of a refused body is read. */
const BODY_LIMIT_MS = 5_000;

/** Files of the build need neither the database nor a turn. */
const isAsset = (path: string) => path.startsWith("/_next/static/") || path === "/icon.svg";

/**
 * The HTTP front: answers health and public documents, refuses what is malformed and what cannot be answered in time, and hands the rest to
 * the application.
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
      request.url = withoutContainerSlash(request.url ?? "");
      await application(request, response);
    } catch (cause) {
      console.error(`${request.method} ${request.url} failed:`, cause);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  };
  const makeDocument = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      sendDocument(response, await answerDocument(toDocumentRequest(request)));
    } catch (cause) {
      const { url = "" } = request;
      const isOutage = database !== null && !(await database.check());
      if (!isOutage) console.error(`${request.method} ${url} failed:`, cause);
      send(response, answerFor(isOutage ? "database" : "failed", request));
    }
  };
  /** What answers the requests that wait for the application, when the database stops answering: it may be frozen. */
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
      return send(response, answerFor("database", request));
    }
    // The application answers a body that it cannot read with a bare 500.
    if (
      held.status === 500 &&
      method === "POST" &&
      !/html|json|component/.test(held.contentType) &&
      !isApi(path)
    ) {
      held.drop();
      return send(response, answerFor("bad-action", request));
    }
    held.release();
  };
  return async (request, response) => {
    const { method = "", url = "", headers } = request;
    const [path = ""] = url.split("?", 1);
    if (checks().stopping) response.setHeader("connection", "close");
    // Whatever the application does must not keep a client waiting for a connection that has ended.
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
      return afterBody(request, () => send(response, answerFor(refusal, request)));
    }
    if (isAsset(path)) return hand(request, response);
    if (path.startsWith(ASSET_PATH))
      return sendDocument(
        response,
        await answerAsset(path, { method, acceptEncoding: headers["accept-encoding"] }),
      );
    if (database && !database.answers()) return send(response, answerFor("database", request));
    const isDocument = isDocumentRequest(method, url);
    const ready = isDocument ? findReadyDocument(toDocumentRequest(request)) : null;
    if (ready) return sendDocument(response, ready);
    if (method === "POST" && headers["next-action"] !== undefined) {
      const isCostly = await isCostlyAction(request).catch(() => null);
      if (isCostly === null) return response.destroy();
      if (isCostly) return afterBody(request, () => send(response, answerFor("too-large", request)));
    }
    const giveUp: { now?: () => void } = {};
    const leave = admission.enter(
      priorityOf(path),
      () => {
        const noDatabase = () => send(response, answerFor("database", request));
        if (isDocument) {
          giveUp.now = noDatabase;
          void makeDocument(request, response);
        } else {
          const { takeOver } = holdError(
            response,
            [500],
            (held) => void replaceError(held, request, response),
          );
          giveUp.now = () => takeOver(noDatabase);
          void hand(request, response);
        }
        waiting.add(giveUp.now);
      },
      () => send(response, answerFor("busy", request)),
    );
    response.once("close", () => {
      leave();
      if (giveUp.now) waiting.delete(giveUp.now);
    });
  };
}

function toDocumentRequest({ method = "GET", url = "/", headers }: IncomingMessage): DocumentRequest {
  return {
    method,
    url,
    acceptEncoding: headers["accept-encoding"]?.toString(),
    acceptLanguage: headers["accept-language"],
    ifNoneMatch: headers["if-none-match"],
  };
}

function sendDocument(response: ServerResponse, { status, headers, body }: DocumentAnswer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, headers);
  response.end(body ?? undefined);
}

/** Reads the rest of a body and drops it: a client that is still sending would not read the answer. But not forever. */
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
  return /^\/(desk|api|mcp)(\/|$)/.test(path) ? "desk" : "public";
}

function jsonAnswer({ status, contentType, body }: HealthAnswer): Answer {
  return {
    status,
    headers: { "content-type": contentType, "cache-control": "no-store" },
    body: JSON.stringify(body),
  };
}
