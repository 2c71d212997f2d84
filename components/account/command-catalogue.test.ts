import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Command } from "@/components/commands/command";
import { refuseChord } from "@/lib/personal/chord";
import type { Actor } from "@/lib/policies/actor";
import { defaultScale } from "@/lib/ratings/default-scale";
import { commandCatalogue } from "./command-catalogue";

const admin: Actor = { id: "a", name: "Ada", email: "a@example.org", role: "administrator" };
const { commands, ofChecklist, parts } = commandCatalogue(admin, defaultScale.ratings, "en");
const root = new URL("../..", import.meta.url).pathname;

/** Where pages add commands, and the function from which the catalogue has them. */
const MAKERS: Record<string, string> = {
  "components/article-desk/desk/desk-overlays.tsx": "deskCommands",
  "components/tour/tour-provider.tsx": "tourCommand",
};

test("the catalogue lists every command that is written down with keys", () => {
  const files = globSync("components/{commands,article-desk/commands,article-desk/checklist}/*.ts", {
    cwd: root,
  });
  const written = files
    .filter((file) => !file.includes(".test."))
    .flatMap((file) => [
      ...readFileSync(`${root}/${file}`, "utf8").matchAll(/\bid: "([\w-]+)"[^{}]*?\bkeys: /g),
    ])
    .map(([, id]) => id);
  const listed = new Set([...commands, ...ofChecklist].map(({ id }) => id));
  expect(written.length).toBeGreaterThan(10);
  expect(written.filter((id) => !listed.has(id as string))).toEqual([]);
});

test("every page that has commands is known: add the commands of a new one to the catalogue", () => {
  const pages = globSync("{app,components}/**/*.tsx", { cwd: root }).filter(
    (file) =>
      !file.includes(".test.") && /\busePageCommands\(\{/.test(readFileSync(`${root}/${file}`, "utf8")),
  );
  expect(pages.sort()).toEqual(Object.keys(MAKERS).sort());
  const catalogue = readFileSync(new URL("command-catalogue.ts", import.meta.url), "utf8");
  for (const maker of Object.values(MAKERS)) expect(catalogue).toContain(`${maker}(`);
});

test.each<[string, readonly Command[]]>([
  ["of the desk", commands],
  ["of the checklist", ofChecklist],
  ...parts.map(({ part, commands: own }): [string, readonly Command[]] => [`of the part ${part}`, own]),
])(
  "no two commands %s have the same id or the same default keys, and none has keys of the browser",
  (_, each) => {
    const ids = each.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const keys = each.flatMap((command) => command.keys ?? []);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.filter((key) => refuseChord(key) === "browser")).toEqual([]);
  },
);
