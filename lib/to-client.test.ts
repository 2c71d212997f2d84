import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Failure } from "./failure";
import { err, ok } from "./result";
import { toClient } from "./to-client";

const log = vi.spyOn(console, "warn").mockImplementation(() => {});
beforeEach(() => log.mockClear());

const secret = new Error("connect ECONNREFUSED 10.0.0.5:25");

describe("toClient", () => {
  test.each<Failure>([
    { kind: "unauthenticated", message: "Sign in.", cause: secret },
    { kind: "forbidden", message: "Only editors can approve claims.", cause: secret },
    { kind: "not-found", message: "This claim could not be found.", cause: secret },
    { kind: "invalid", message: "Enter a title.", fields: { title: ["Enter a title."] }, cause: secret },
    { kind: "stale", message: "It was changed.", current: { revision: 2 }, cause: secret },
    { kind: "rate-limited", message: "Too many attempts.", retryAfter: 5, cause: secret },
    { kind: "unavailable", message: "Try again later.", cause: secret },
  ])("logs the cause of $kind once and does not send it", (failure) => {
    const { cause: _, ...sent } = failure;
    const result = toClient(err(failure));
    expect(result).toStrictEqual({ ok: false, error: sent });
    expect(JSON.stringify(result)).not.toContain("ECONNREFUSED");
    expect(log.mock.calls).toEqual([[`${failure.kind}: ${failure.message}`, secret]]);
  });

  test("leaves values and failures without a cause unlogged", () => {
    const failure: Failure = { kind: "not-found", message: "This claim could not be found." };
    expect(toClient(ok({ id: "claim-1" }))).toEqual({ ok: true, value: { id: "claim-1" } });
    expect(toClient(err(failure))).toEqual({ ok: false, error: failure });
    expect(log).not.toHaveBeenCalled();
  });
});
