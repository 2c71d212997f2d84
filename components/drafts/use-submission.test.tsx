// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import { OwnerContext } from "./draft-owner-context";
import { type Submission, useSubmission } from "./use-submission";

interface Input {
  name: string;
}
interface Created {
  id: string;
}

/** A server that creates one thing per key, as `asActorOnce` does. `isCut` loses its answers, `isDown` its requests. */
class Server {
  readonly created = new Map<string, string>();
  isCut = false;
  isDown = false;
  refusal: Failure | null = null;

  send = async ({ name }: Input, key: string): Promise<Result<Created, Failure>> => {
    if (this.isDown) throw new TypeError("Failed to fetch");
    if (this.refusal) return err(this.refusal);
    if (!this.created.has(key)) this.created.set(key, name);
    if (this.isCut) throw new TypeError("Failed to fetch");
    return ok({ id: `id of ${this.created.get(key)}` });
  };

  fetch = async (address: string) => {
    if (this.isDown || this.isCut) throw new TypeError("Failed to fetch");
    const input = JSON.parse(new URL(address, "http://localhost").searchParams.get("input") ?? "") as {
      key: string;
    };
    const name = this.created.get(input.key);
    return Response.json(
      ok(name === undefined ? { state: "none" } : { state: "done", value: { id: `id of ${name}` } }),
    );
  };
}

let server: Server;
let close: (() => void)[] = [];
let shown: Submission<Input, Created>;

beforeEach(() => {
  server = new Server();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("fetch", server.fetch);
  vi.spyOn(console, "error").mockImplementation(() => {});
  localStorage.clear();
});
afterEach(() => {
  for (const each of close) act(each);
  close = [];
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Form({ isSeries }: { isSeries: boolean }) {
  shown = useSubmission("test", server.send, { isSeries });
  return null;
}

/** Opens the form, as after a reload. */
async function open({ isSeries = false, owner = "ada" as string | null } = {}) {
  for (const each of close) act(each);
  const root = createRoot(document.createElement("div"));
  close = [() => root.unmount()];
  await act(async () =>
    root.render(
      <OwnerContext value={owner}>
        <Form isSeries={isSeries} />
      </OwnerContext>,
    ),
  );
}

async function submit(name: string): Promise<string> {
  let result: Result<Created, Failure> | undefined;
  await act(async () => {
    result = await shown.submit({ name });
  });
  return result?.ok ? result.value.id : (result?.error.kind ?? "");
}

describe.each([true, false])("reload between the two submits: %s", (reloads) => {
  test.each([
    ["the answer is lost", "isCut" as const, 1],
    ["the request is lost", "isDown" as const, 0],
  ])("%s: sending again creates one thing, and answers with it", async (_, cut, created) => {
    await open();
    server[cut] = true;
    expect(await submit("A")).toBe("unavailable");
    expect(server.created.size).toBe(created);
    server[cut] = false;
    if (reloads) await open();
    expect(await submit("A")).toBe("id of A");
    expect([...server.created.values()]).toEqual(["A"]);
    // What was sent is done: the same content sent on purpose is another thing.
    expect(await submit("A")).toBe("id of A");
    expect(server.created.size).toBe(2);
  });
});

test("after a reload, the form knows that what was sent took effect, until that is dismissed", async () => {
  await open();
  server.isCut = true;
  await submit("A");
  server.isCut = false;
  await open();
  expect(shown.earlier.map(({ value }) => value)).toEqual([{ id: "id of A" }]);
  act(() => shown.dismiss());
  expect(shown.earlier).toEqual([]);
  await open();
  expect(shown.earlier).toEqual([]);
});

test("other content is sent only once the person knows of the first", async () => {
  await open();
  server.isCut = true;
  await submit("A");
  expect(await submit("B")).toBe("unavailable");
  expect([...server.created.values()]).toEqual(["A"]);
  server.isCut = false;
  expect(await submit("B")).toBe("invalid");
  expect(shown.earlier.map(({ value }) => value)).toEqual([{ id: "id of A" }]);
  expect(await submit("B")).toBe("id of B");
  expect([...server.created.values()]).toEqual(["A", "B"]);
});

test("in a series, one lost answer holds up none of the others", async () => {
  await open({ isSeries: true });
  server.isCut = true;
  await submit("A");
  server.isCut = false;
  expect(await submit("B")).toBe("id of B");
  expect(await submit("A")).toBe("id of A");
  expect([...server.created.values()]).toEqual(["A", "B"]);
});

test.each<[string, Failure]>([
  ["a refusal", { kind: "invalid", message: "Enter a name." }],
  ["no permission", { kind: "forbidden", message: "Only administrators." }],
])("%s leaves nothing behind", async (_, refusal) => {
  await open();
  server.refusal = refusal;
  expect(await submit("A")).toBe(refusal.kind);
  expect(localStorage.length).toBe(0);
});

test("where nothing can be stored, sending again is safe until the page is left", async () => {
  await open({ owner: null });
  server.isCut = true;
  await submit("A");
  server.isCut = false;
  expect(await submit("A")).toBe("id of A");
  expect(server.created.size).toBe(1);
});

test("another person at this browser learns nothing of it", async () => {
  await open();
  server.isCut = true;
  await submit("A");
  server.isCut = false;
  await open({ owner: "ben" });
  expect(shown.earlier).toEqual([]);
});
