import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Env, parseEnv, SettingError } from "../../lib/env";
import { projectRoot } from "./project-root";
import { StartError } from "./start-error";

/** Reads the settings from the environment and from `.env`, if it exists; the environment takes precedence. */
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
