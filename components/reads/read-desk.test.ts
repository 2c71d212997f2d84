import { afterEach, expect, test, vi } from "vitest";
import { MAX_ADDRESS_INPUT } from "@/lib/live/desk-read";
import { deskRead } from "./read-desk";

afterEach(() => vi.unstubAllGlobals());

const answers = (...responses: Response[]) => {
  const fetched = vi.fn(async (_: string, __?: RequestInit) => responses.shift() ?? Response.error());
  vi.stubGlobal("fetch", fetched);
  return fetched;
};

const long = { query: "x".repeat(MAX_ADDRESS_INPUT) };

test.each([
  [
    "a short input",
    { query: "ä&b" },
    "/desk/reads/sources?input=%7B%22query%22%3A%22%C3%A4%26b%22%7D",
    undefined,
    undefined,
  ],
  ["a long input", long, "/desk/reads/sources", "POST", JSON.stringify(long)],
])("%s", async (_, input, address, method, body) => {
  const fetched = answers(Response.json({ ok: true, value: [] }));
  expect(await deskRead("sources")(input)).toEqual({ ok: true, value: [] });
  expect(fetched.mock.calls[0]?.[0]).toBe(address);
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ ...(method && { method }), ...(body && { body }) });
});

test("an error page is rejected, so that forms say that the server can't be reached", async () => {
  answers(new Response("<h1>503</h1>", { status: 503 }));
  await expect(deskRead("watch")({})).rejects.toThrow("watch could not be read: 503");
});

test("a read that never answers holds up neither another read nor what a page writes", async () => {
  const held = vi.fn((address: string, { signal }: RequestInit) =>
    address.includes("evidence-copies")
      ? new Promise<Response>((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)))
      : Promise.resolve(Response.json({ ok: true, value: "saved" })),
  );
  vi.stubGlobal("fetch", held);
  const reading = new AbortController();
  const slow = deskRead("evidence-copies")({ claimId: "c" }, reading);
  expect(await deskRead("watch")({})).toEqual({ ok: true, value: "saved" });
  expect(await (await fetch("/desk/writes", { method: "POST" })).json()).toEqual({
    ok: true,
    value: "saved",
  });
  reading.abort();
  await expect(slow).rejects.toMatchObject({ name: "AbortError" });
});
