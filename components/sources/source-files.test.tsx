// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DeskAround } from "@/components/drafts/desk-around.testing";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { SourceFiles } from "./source-files";

const refresh = vi.fn();

/** A server that does each thing once per key. `isCut` loses its answers. */
class Server {
  readonly done = new Map<string, unknown>();
  isCut = false;

  once = async <T,>(key: string, value: T): Promise<Result<T, Failure>> => {
    if (!this.done.has(key)) this.done.set(key, value);
    if (this.isCut) throw new TypeError("Failed to fetch");
    return ok(value);
  };

  fetch = async (address: string) => {
    if (this.isCut) throw new TypeError("Failed to fetch");
    const { key } = JSON.parse(new URL(address, "http://localhost").searchParams.get("input") ?? "");
    return Response.json(
      ok(this.done.has(key) ? { state: "done", value: this.done.get(key) } : { state: "none" }),
    );
  };
}

let server: Server;
let page: HTMLElement;
let root: Root | null = null;
beforeEach(() => {
  server = new Server();
  refresh.mockClear();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("fetch", server.fetch);
  vi.spyOn(console, "error").mockImplementation(() => {});
  localStorage.clear();
  page = document.body.appendChild(document.createElement("main"));
});
afterEach(() => {
  act(() => root?.unmount());
  root = null;
  page.remove();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Opens the files of a source, as after a reload. */
async function open() {
  act(() => root?.unmount());
  root = createRoot(page);
  await act(async () =>
    root?.render(
      <DeskAround router={{ refresh }}>
        <SourceFiles
          source={{ id: "source", url: "https://example.org/" }}
          attachments={[]}
          saveCopy={(_, key) => server.once(key, { takenAt: "2026-11-30T06:00:00.000Z" })}
          attachFile={(form, key) => server.once(key, { name: (form.get("file") as File).name })}
          removeFile={async () => ok(null)}
        />
      </DeskAround>,
    ),
  );
}

/** Chooses a file. After a reload, the browser makes another object of it. */
async function attach(name: string, lastModified = 1) {
  const input = page.querySelector("input[type=file]") as HTMLInputElement;
  const files = [new File(["Trade rose."], name, { lastModified })];
  Object.defineProperty(input, "files", { configurable: true, value: files });
  await act(async () => void input.dispatchEvent(new Event("change", { bubbles: true })));
}

const saveCopy = async () =>
  act(async () =>
    [...page.querySelectorAll("button")].find((each) => /copy/i.test(each.textContent))?.click(),
  );

describe("after a lost answer", () => {
  test.each<[string, () => Promise<void>, number]>([
    ["the same file", () => attach("figures.csv"), 1],
    ["another file", () => attach("table.csv"), 2],
    ["the file after it was changed", () => attach("figures.csv", 2), 2],
  ])("%s is chosen again after a reload", async (_, again, attached) => {
    await open();
    server.isCut = true;
    await attach("figures.csv");
    server.isCut = false;
    await open();
    expect(page.textContent).toContain("“figures.csv” was attached already.");
    await again();
    expect(server.done.size).toBe(attached);
  });

  test("the page of the source is saved again: one copy is made", async () => {
    await open();
    server.isCut = true;
    await saveCopy();
    server.isCut = false;
    await open();
    expect(page.textContent).toContain("The copy that you asked for was saved already.");
    await saveCopy();
    expect(server.done.size).toBe(1);
  });
});

test("files that are attached one after the other have keys of their own", async () => {
  await open();
  await attach("figures.csv");
  await attach("figures.csv");
  await attach("table.csv");
  expect(server.done.size).toBe(3);
  // The page shows each without being loaded again: what is typed beside it stays.
  expect(refresh).toHaveBeenCalledTimes(3);
});
