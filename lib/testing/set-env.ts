import { forgetEnv } from "@/lib/env";

/**
 * Changes environment variables, and so the settings, until the end of a test file: scripts/test/fresh-start.ts puts them back before the
 * next. Unlike a replaced `lib/env`, this needs no process of its own.
 * @param variables values by name; undefined removes a variable
 */
export function setEnv(variables: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  forgetEnv();
}
