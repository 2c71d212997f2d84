import type { Browser } from "@playwright/test";
import { withDemoDesk } from "../../demo-desk/with-demo-desk";

/** Milliseconds that one step of a task can take. */
const STEP_TIMEOUT_MS = 15_000;

/**
 * Does the standard tasks of the desk with real keys and clicks, on a server of its own with the demo. It fails if a task does not end with
 * the rows that it should.
 * @returns task, keys, clicks, keys at an earlier release
 */
export async function benchKeystrokes(progress: (message: string) => void): Promise<string[][]> {
  return withDemoDesk((browser, address) => runTasks(browser, address, progress), progress);
}

async function runTasks(
  browser: Browser,
  address: string,
  progress: (message: string) => void,
): Promise<string[][]> {
  const { makePerson } = await import("@/lib/testing/factories");
  const { signInAs } = await import("@/e2e/fixtures/sign-in-as");
  const { makeSurroundings, TASKS } = await import("./tasks");
  const { Hand } = await import("./hand");
  const handOf = async (person: { id: string }) => {
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(STEP_TIMEOUT_MS);
    // tsx names functions with it, also in code that is sent to the page.
    await context.addInitScript("globalThis.__name ??= (value) => value");
    await signInAs(context, person, address);
    return new Hand(await context.newPage());
  };
  const author = await makePerson({ role: "checker" });
  const at = {
    author,
    article: await makeSurroundings(author),
    own: await handOf(author),
    other: await handOf(await makePerson({ role: "editor" })),
  };
  const rows: string[][] = [];
  for (const { name, before, run } of TASKS) {
    progress(name);
    at.own.reset();
    at.other.reset();
    const { keys, clicks } = await run(at);
    rows.push([name, String(keys), String(clicks), before === null ? "" : String(before)]);
  }
  return rows;
}
