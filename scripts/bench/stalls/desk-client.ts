import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { signIn } from "../../faults/kills/sign-in";
import { projectRoot } from "../../steps/project-root";

/** How long to wait for an answer: a busy machine takes minutes to move 200 claims. */
const MAX_ANSWER_MS = 300_000;
/** How often, and at most how many times, it is asked whether a file is made. */
const WAIT_MS = 500;
const MAX_WAITS = 600;

/** Calls the server as programs, editors and readers do. Each call reads the answer to its end and returns its status; 0 without answer. */
export interface DeskClient {
  /** A call of /api/v1. */
  api(method: string, path: string, body?: unknown): Promise<number>;
  /** An imported file, by the API. */
  upload(name: string, bytes: Uint8Array): Promise<number>;
  /** A file in a form to a call of /api/v1. @param fields of the form besides the file */
  sendFile(path: string, bytes: Uint8Array, fields?: Record<string, string>): Promise<number>;
  /** A page of the desk. */
  desk(path: string): Promise<number>;
  /** JSON to a route of the desk. */
  post(path: string, body: unknown): Promise<number>;
  /** A page or a file for readers. */
  read(path: string): Promise<number>;
  /** A body from someone who has no account. */
  visit(path: string, body: { type: string; text: string }): Promise<number>;
  /** A file of a period, by the API; waits until it is made. @returns the status of the file */
  report(path: string): Promise<number>;
  /** Sends the first form of a page that works without scripts. @param fields beside those that the page fills in itself */
  submitForm(path: string, fields: Record<string, string>): Promise<number>;
  /** A server action that a page uses. @param path the page */
  action(path: string, name: string, input: unknown): Promise<number>;
}

interface Manifest {
  node: Record<string, { exportedName: string }>;
}

export async function makeDeskClient(options: {
  address: string;
  token: string;
  email: string;
  password: string;
  distDir: string;
}): Promise<DeskClient> {
  const { address, token } = options;
  const cookie = await signIn(address, options.email, options.password);
  const manifest = JSON.parse(
    readFileSync(join(projectRoot, options.distDir, "server/server-reference-manifest.json"), "utf8"),
  ) as Manifest;
  const send = async (path: string, init: RequestInit = {}) => {
    try {
      const signal = AbortSignal.timeout(MAX_ANSWER_MS);
      const response = await fetch(`${address}${path}`, { redirect: "manual", signal, ...init });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0; // No answer in time, or a broken connection.
    }
  };
  const bearer = { authorization: `Bearer ${token}`, "if-match": "*" };
  const sendFile = (path: string, bytes: Uint8Array, fields: Record<string, string> = {}, name = "file") => {
    const body = new FormData();
    body.set("file", new File([Uint8Array.from(bytes)], name));
    for (const [field, value] of Object.entries(fields)) body.set(field, value);
    return send(`/api/v1${path}`, { method: "POST", headers: bearer, body });
  };
  return {
    api: (method, path, body) =>
      send(`/api/v1${path}`, {
        method,
        headers: { ...bearer, ...(body !== undefined && { "content-type": "application/json" }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    upload: (name, bytes) => sendFile("/articles", bytes, { ifKnown: "import" }, name),
    sendFile,
    desk: (path) => send(path, { headers: { cookie } }),
    post: (path, body) =>
      send(path, {
        method: "POST",
        headers: { cookie, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    read: (path) => send(path),
    visit: (path, { type, text }) =>
      send(path, {
        method: "POST",
        headers: { "content-type": type, accept: "application/json, text/event-stream", origin: address },
        body: text,
      }),
    report: async (path) => {
      const headers = { authorization: bearer.authorization };
      const requested = await fetch(`${address}/api/v1${path}`, { headers });
      const body = await requested.arrayBuffer();
      if (requested.status !== 202) return requested.status;
      const { id } = JSON.parse(Buffer.from(body).toString()) as { id: string };
      for (let waits = 0; waits < MAX_WAITS; waits++) {
        const job = await fetch(`${address}/api/v1/report-jobs/${id}`, { headers });
        const { state } = (await job.json()) as { state: string };
        if (state === "ready") return send(`/api/v1/report-jobs/${id}/file`, { headers });
        if (state === "failed") return 0;
        await pause(WAIT_MS);
      }
      return 0;
    },
    submitForm: async (path, fields) => {
      const page = await (await fetch(`${address}${path}`)).text();
      const form = /<form\b.*?<\/form>/s.exec(page)?.[0] ?? "";
      const body = new FormData();
      for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g))
        body.append(attribute(input, "name"), attribute(input, "value"));
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return send(path, { method: "POST", headers: { origin: address }, body });
    },
    action: (path, name, input) => {
      const id = Object.entries(manifest.node).find(([, { exportedName }]) => exportedName === name)?.[0];
      if (!id) throw new Error(`the build has no server action ${name}`);
      return send(path, {
        method: "POST",
        headers: {
          cookie,
          origin: address,
          accept: "text/x-component",
          "content-type": "text/plain;charset=UTF-8",
          "next-action": id,
        },
        body: JSON.stringify([input]),
      });
    },
  };
}

/** An attribute of a tag; "" if it has none of that name. */
function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
