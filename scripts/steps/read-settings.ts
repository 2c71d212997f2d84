import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Env, parseEnv, SettingError } from "../../lib/env";
import { projectRoot } from "./project-root";
import { StartError } from "./start-error";

/** Reads `.env`, where there is one, and the variables; those that are set already win. */
export function readSettings(): Env {
  const file = join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  try {
    return parseEnv(process.env);
  } catch (error) {
    if (error instanceof SettingError) throw new StartError(error.message, { cause: error });
    throw error;
  }
}
