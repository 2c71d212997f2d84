import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "../steps/project-root";
import { StartError } from "../steps/start-error";
import type { FirstAdministrator } from "./first-administrator";
import type { PreparationMessage } from "./prepare";

/** A preparation that is running. */
export interface Preparation {
  /** Resolves with the first administrator, if their password has not been changed. @throws StartError if the database can't be prepared */
  done: Promise<FirstAdministrator | null>;
  /** Ends it, wherever it is; the next start continues there. */
  stop(): Promise<void>;
}

const SOURCE: { file: string; execArgv: string[] } = {
  file: join(projectRoot, "scripts/start/prepare.ts"),
  execArgv: ["--import", "tsx"],
};

/**
 * Migrates the database, creates the first administrator and loads the demo, in a process that ends before the server listens: what it
 * loads would take 150 MB of the server's memory forever. It prints its steps, and gets its settings from the environment of this process.
 * @param program tests have one that is bundled, which starts in a third of the time
 */
export function prepareDatabase(program = SOURCE): Preparation {
  const child = fork(program.file, {
    cwd: projectRoot,
    execArgv: [
      "--disable-warning=ExperimentalWarning",
      "--disable-warning=DeprecationWarning",
      ...program.execArgv,
    ],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let message: PreparationMessage | undefined;
  child.once("message", (received: PreparationMessage) => {
    message = received;
  });
  const ended = once(child, "close");
  return {
    done: ended.then(([code, signal]) => {
      if (message && "administrator" in message) return message.administrator;
      if (message) throw new StartError(message.failure);
      throw new StartError(
        `Preparing the database was stopped by ${signal ?? `exit status ${code}`}. Run the command again: it continues where it stopped.`,
      );
    }),
    stop: async () => {
      child.kill("SIGKILL");
      await ended.catch(() => undefined);
    },
  };
}
