// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ArticleReportForm } from "./article-report-form";

let host: HTMLElement;
let unmount: () => void;
let answer: () => Response;
const requested: string[] = [];

beforeEach(() => {
  requested.length = 0;
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("fetch", async (address: string) => {
    requested.push(address);
    return answer();
  });
  host = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
  act(() => unmount());
  host.remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open(props: Partial<Parameters<typeof ArticleReportForm>[0]> = {}): Promise<void> {
  const root = createRoot(host);
  unmount = () => root.unmount();
  await act(async () =>
    root.render(
      <ArticleReportForm
        articleId="a"
        isPublished
        hasDossier
        claims=""
        languages={["en", "ar"]}
        {...props}
      />,
    ),
  );
}

const labels = () => [...host.querySelectorAll("label")].map((label) => label.textContent?.trim());
const optionsOf = (index: number) =>
  [...(host.querySelectorAll("select")[index]?.options ?? [])].map(({ value }) => value);

async function choose(index: number, value: string): Promise<void> {
  const select = host.querySelectorAll("select")[index] as HTMLSelectElement;
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

async function submit(): Promise<void> {
  await act(async () => host.querySelector("form")?.requestSubmit());
}

test.each([
  ["a guest, of a draft", { isPublished: false, hasDossier: false }, []],
  ["a member, of a draft", { isPublished: false, hasDossier: true }, ["draft", "dossier"]],
  ["a member, of what is published", {}, ["draft", "published", "dossier"]],
])("%s: what can be chosen", async (_, props, states) => {
  await open(props);
  expect(states.length > 0 ? optionsOf(0) : []).toEqual(states);
  expect(optionsOf(states.length > 0 ? 1 : 0)).toContain("xlsx");
});

test("a dossier has its own formats, and always all claims", async () => {
  await open();
  await choose(1, "csv");
  expect(labels()).not.toContain("Paper size");
  await choose(0, "dossier");
  expect(optionsOf(1)).toEqual(["pdf", "docx", "html"]);
  expect(host.querySelector("input")).toBeNull();
});

test("what was chosen is requested, and what went wrong is shown", async () => {
  answer = () =>
    Response.json(
      {
        kind: "invalid",
        message: "This report has no claim 9.",
        fields: { claims: ["This report has no claim 9."] },
      },
      { status: 422 },
    );
  await open({ claims: "3,9" });
  await submit();
  const query = new URL(requested[0] ?? "", "http://desk.example").searchParams;
  expect(Object.fromEntries(query)).toEqual({
    of: "draft",
    format: "pdf",
    paper: "a4",
    claims: "3,9",
    lang: "",
  });
  expect(host.textContent).toContain("This report has no claim 9.");
  expect(host.querySelector("input")?.getAttribute("aria-invalid")).toBe("true");
});

test("a file that was made is saved under its name", async () => {
  answer = () =>
    new Response("file", {
      headers: { "content-disposition": 'attachment; filename="rents-draft-report.pdf"' },
    });
  const saved: string[] = [];
  vi.stubGlobal(
    "URL",
    class extends URL {
      static override createObjectURL = () => "blob:1";
      static override revokeObjectURL = () => undefined;
    },
  );
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  await open();
  await submit();
  expect(saved).toEqual(["rents-draft-report.pdf"]);
  expect(host.querySelector("[role=status]")?.textContent).toContain("Saved as rents-draft-report.pdf.");
});
