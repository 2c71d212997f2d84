import { expect, it } from "vitest";
import { BrowserStorage } from "@/components/storage/browser-storage";
import { dropOldDrafts } from "./drop-old-drafts";

const NOW = new Date("2026-11-29T12:00:00.000Z");

it.each<[string, string, string, string | null]>([
  ["of today", "obelus:form:ada:tags", '{"value":{},"at":"2026-11-29T11:00:00.000Z"}', "unchanged"],
  ["of 30 days ago", "obelus:draft:ada:a:new", '{"body":{},"at":"2026-10-30T12:00:00.000Z"}', "unchanged"],
  ["older than that", "obelus:draft:ada:a:new", '{"body":{},"at":"2026-10-30T11:59:59.000Z"}', null],
  ["of another person", "obelus:form:bo:tags", '{"value":{},"at":"2025-01-01T00:00:00.000Z"}', null],
  [
    "without a date",
    "obelus:comment:ada:a:article",
    '{"text":"Who?"}',
    '{"text":"Who?","at":"2026-11-29T12:00:00.000Z"}',
  ],
  [
    "stored as plain text",
    "obelus:text:note:ada:c:return",
    "Cite the report.",
    '{"text":"Cite the report.","at":"2026-11-29T12:00:00.000Z"}',
  ],
  [
    "that is damaged",
    "obelus:form:ada:tags",
    '{"value"',
    '{"text":"{\\"value\\"","at":"2026-11-29T12:00:00.000Z"}',
  ],
  ["of something else", "theme", "dark", "unchanged"],
])("a draft %s", (_, key, stored, after) => {
  const items = new Map([[key, stored]]);
  const area = {
    length: 1,
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => void items.set(name, text),
    removeItem: (name: string) => void items.delete(name),
  };
  dropOldDrafts(new BrowserStorage({ open: () => area, overflow: null, onLoss: () => {} }), NOW);
  expect(items.get(key) ?? null).toBe(after === "unchanged" ? stored : after);
});
