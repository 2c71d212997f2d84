import { beforeEach, expect, test, vi } from "vitest";
import { err, ok } from "@/lib/result";
import { asActor } from "./as-actor";
import { actorForAction } from "./find-actor";

vi.mock("./find-actor", () => ({ actorForAction: vi.fn() }));
const log = vi.spyOn(console, "warn").mockImplementation(() => {});

const actor = { id: "person-1", name: "Ada", email: "ada@example.org", role: "editor" } as const;
beforeEach(() => {
  log.mockClear();
  vi.mocked(actorForAction).mockResolvedValue(ok(actor));
});

test("an action gets the signed-in person", async () => {
  expect(await asActor(async ({ name }) => ok(name))).toEqual(ok("Ada"));
});

test("an action does not run for visitors", async () => {
  const signedOut = err({ kind: "unauthenticated" as const, message: "Sign in." });
  vi.mocked(actorForAction).mockResolvedValue(signedOut);
  const run = vi.fn();
  expect(await asActor(run)).toEqual(signedOut);
  expect(run).not.toHaveBeenCalled();
});

test("the cause of a failure is logged once and not sent", async () => {
  const cause = new Error("secret-cause");
  const result = await asActor(async () => err({ kind: "unavailable", message: "Try again later.", cause }));
  expect(result).toStrictEqual(err({ kind: "unavailable", message: "Try again later." }));
  expect(log.mock.calls).toEqual([["unavailable: Try again later.", cause]]);
});
