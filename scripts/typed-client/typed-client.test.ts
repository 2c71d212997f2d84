import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApiDocument } from "@/lib/api/openapi";
import { projectRoot } from "../steps/project-root";

const run = promisify(execFile);

/** What docs/api.md shows. */
const PROGRAM = `
import createClient from "openapi-fetch";
import type { paths, webhooks } from "./obelus";

const obelus = createClient<paths>({ baseUrl: "https://checks.example.org/api/v1", headers: { Authorization: "Bearer obelus_…" } });

export async function markFirst(): Promise<string> {
  const { data, error } = await obelus.GET("/articles", { params: { query: { q: "trade" } } });
  if (!data) throw new Error(error.detail);
  const [article] = data.items;
  if (!article) return "";
  const made = await obelus.POST("/articles/{id}/claims", {
    params: { path: { id: article.id }, header: { "Idempotency-Key": crypto.randomUUID() } },
    body: { anchor: { exact: "$240 billion" }, kind: "number" },
  });
  const file = await obelus.GET("/articles/{id}/exports/{format}", {
    params: { path: { id: article.id, format: "json" } },
    parseAs: "json",
  });
  return \`\${made.data?.number} \${made.data?.statement} \${file.response.status}\`;
}

type Approved = webhooks["claim.approved"]["post"]["requestBody"]["content"]["application/json"];
export const numberOf = (event: Approved): number => event.data.number;
`;

let folder = "";

/** Compiles programs against the generated types. @returns what the compiler reports, by file */
async function compile(programs: Record<string, string>): Promise<Record<string, string[]>> {
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, `${name}.ts`), text);
  const options = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      target: "ES2023",
      lib: ["ES2023", "dom"],
      module: "esnext",
      moduleResolution: "bundler",
      skipLibCheck: true,
      types: [],
    },
    files: Object.keys(programs).map((name) => `${name}.ts`),
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(options));
  const tsc = join(projectRoot, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", folder, "--pretty", "false"]).catch(
    (error: { stdout: string }) => error,
  );
  return Object.fromEntries(
    Object.keys(programs).map((name) => [
      name,
      stdout.split("\n").filter((line) => new RegExp(`(^|/)${name}\\.ts\\(`).test(line)),
    ]),
  );
}

beforeAll(async () => {
  const results = join(projectRoot, "test-results");
  mkdirSync(results, { recursive: true });
  folder = mkdtempSync(join(results, "typed-client-"));
  const document = join(folder, "openapi.json");
  writeFileSync(document, JSON.stringify(openApiDocument()));
  await run(process.execPath, [
    "--import",
    join(import.meta.dirname, "use-typescript-5.mjs"),
    join(projectRoot, "node_modules/openapi-typescript/bin/cli.js"),
    document,
    "-o",
    join(folder, "obelus.d.ts"),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("types that are generated from the document fit a program, and refuse wrong names", async () => {
  const wrong = {
    field: PROGRAM.replace("made.data?.statement", "made.data?.statment"),
    input: PROGRAM.replace('kind: "number"', 'kind: "nummer"'),
    path: PROGRAM.replace('GET("/articles"', 'GET("/article"'),
    event: PROGRAM.replace("event.data.number", "event.data.numbr"),
  };
  const reported = await compile({ right: PROGRAM, ...wrong });
  expect(reported.right).toEqual([]);
  for (const name of Object.keys(wrong)) expect(reported[name], `the wrong ${name}`).not.toEqual([]);
});
