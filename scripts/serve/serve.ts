import { createServer } from "node:http";
import next from "next";
import { prepareCitations } from "@/lib/citations/citation-engine";
import { startDocuments } from "@/lib/documents/answer-document";
import { watchDatabase } from "@/lib/health/database-monitor";
import { jobState } from "@/lib/health/job-state";
import { shutDown } from "@/lib/shutdown";
import { projectRoot } from "../steps/project-root";
import { makeAdmission } from "./admission";
import { drain } from "./drain";
import { makeFront } from "./front";

export interface ServeOptions {
  host: string;
  port: number;
  dev: boolean;
  /** Address of the database; undefined to serve without one. */
  databaseUrl: string | undefined;
  /** Where people reach this installation. */
  publicUrl: string;
}

export interface RunningServer {
  /** Ends streams, requests, jobs and connections to the database, within limits. */
  stop(): Promise<void>;
}

/** Requests that the application works on at the same time. */
const CONCURRENCY = 24;
/** Milliseconds that requests, and meanwhile jobs, have to finish when the server stops. */
const DRAIN_LIMIT_MS = 10_000;
/** Milliseconds for everything after that, before it is cut off. */
const CLOSE_LIMIT_MS = 5_000;
/** Longer than the idle timeouts of common proxies, which would otherwise reuse a connection that is being closed. */
const KEEP_ALIVE_MS = 75_000;
/** A client that has not sent its headers by then is cut off. */
const HEADERS_TIMEOUT_MS = 20_000;

/**
 * Serves the application: an HTTP front of our own before Next's handler. It accepts connections once the application is loaded.
 * @throws if the build cannot be loaded or the address cannot be used
 */
export async function serve({
  host,
  port,
  dev,
  databaseUrl,
  publicUrl,
}: ServeOptions): Promise<RunningServer> {
  if (!dev && !areSourceMapsWanted()) process.setSourceMapsEnabled(false);
  let stopping = false;
  const database = databaseUrl === undefined ? null : watchDatabase(databaseUrl);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: HEADERS_TIMEOUT_MS });
  const application = next({ dev, dir: projectRoot, hostname: host, port, httpServer: server, quiet: !dev });
  await application.prepare();
  // Now, while nobody waits, and not while the first article is published.
  await prepareCitations();
  const admission = makeAdmission({
    concurrency: CONCURRENCY,
    maxWait: 2_000,
    initialRate: 50,
    maxTurn: 2_000,
    now: () => performance.now(),
    later: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
  });
  server.on(
    "request",
    makeFront({
      application: application.getRequestHandler(),
      database,
      admission,
      checks: () => ({ jobs: jobState(), stopping }),
      publicOrigin: new URL(publicUrl).origin,
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  if (database) startDocuments();
  // An uncaught error must not end the requests of everyone else.
  process.on("uncaughtException", (cause) => console.error("uncaught:", cause));
  process.on("unhandledRejection", (cause) => console.error("unhandled:", cause));
  return {
    stop: async () => {
      stopping = true;
      const jobs = within(shutDown("jobs"), DRAIN_LIMIT_MS);
      await shutDown("streams");
      if (!(await drain(server, DRAIN_LIMIT_MS))) console.warn("Some requests were cut off.");
      await jobs;
      await within(
        Promise.all([shutDown("connections"), database?.stop(), application.close()]),
        CLOSE_LIMIT_MS,
      );
    },
  };
}

/**
 * tsx switches source maps on for the whole process. Node then keeps those of every chunk of the application, which takes 80 to 100 MB. Traces
 * in the log name chunks without them; NODE_OPTIONS=--enable-source-maps keeps them.
 */
function areSourceMapsWanted(): boolean {
  return [...process.execArgv, ...(process.env.NODE_OPTIONS ?? "").split(/\s+/)].includes(
    "--enable-source-maps",
  );
}

/** Waits for something, but not longer than a limit in milliseconds. Its failure is logged. */
async function within(work: Promise<unknown>, limit: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    work.catch((cause: unknown) => console.warn("while stopping:", cause)),
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limit);
    }),
  ]);
  clearTimeout(timer);
}
