import { forgetEnv } from "@/lib/env";

const globals = globalThis as typeof globalThis & { obelusTestEnv?: Record<string, string | undefined> };

// Vitest runs this before each test file: test files share processes. A file sees the environment that the tests were started with, not what the file before set.
globals.obelusTestEnv ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in globals.obelusTestEnv)) delete process.env[name];
Object.assign(process.env, globals.obelusTestEnv);
forgetEnv();

// The same for the page of files that have one: what a file before left in it is not theirs.
if (typeof document !== "undefined") {
  document.body.replaceChildren();
  // jsdom lays nothing out and lacks these. The editor asks for them a moment after the focus, when the test can be over.
  Object.assign(Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => new DOMRect() });
}
