import { expect, test, vi } from "vitest";
import { err, ok } from "@/lib/result";
import { POST } from "./route";

const secret = new Error("secret-cause");
vi.mock("@/lib/auth/find-actor", () => ({ actorForAction: async () => ok({ id: "person-1" }) }));
vi.mock("@/lib/workflows/live/apply-desk-write", () => ({
  applyDeskWrite: async () => err({ kind: "unavailable", message: "Try again later.", cause: secret }),
}));

test("the cause of a failed write is logged once and not sent", async () => {
  const log = vi.spyOn(console, "warn").mockImplementation(() => {});
  const response = await POST(
    new Request("http://localhost:3000/desk/writes", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    }),
  );
  expect(await response.json()).toEqual(err({ kind: "unavailable", message: "Try again later." }));
  expect(log.mock.calls).toEqual([["unavailable: Try again later.", secret]]);
});
