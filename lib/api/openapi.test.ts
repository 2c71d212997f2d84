import { globSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument } from "./openapi";
import { OPERATIONS } from "./operations/all";
import { PROBLEMS } from "./problem";

const document = JSON.parse(JSON.stringify(openApiDocument()));

test("the document is OpenAPI 3.1", async () => {
  expect(document.openapi).toBe("3.1.0");
  expect(await new Validator().validate(document)).toMatchObject({ valid: true });
});

/** Addresses that are no operations: the document itself, the problems, and everything that is not there. */
const OTHERS = ["/openapi.json", "/problems/{name}", "/{...path}"];

test("each route file has its operations, and each operation its route file", () => {
  const routes = globSync("app/api/v1/**/route.ts").map((file) =>
    file
      .replace(/^app\/api\/v1/, "")
      .replace(/\/route\.ts$/, "")
      .replace(/\[+([^\]]+)\]+/g, "{$1}"),
  );
  const described = Object.keys(document.paths);
  expect(routes.filter((route) => !OTHERS.includes(route)).sort()).toEqual(described.sort());
});

test("each operation is called by a name of its own", () => {
  const ids = OPERATIONS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(OPERATIONS.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  "%s says how it is called and what may go wrong",
  (_, { method, path, edits }) => {
    const described = document.paths[path][method.toLowerCase()];
    const headers = (described.parameters ?? [])
      .filter((each: { in: string }) => each.in === "header")
      .map((each: { name: string }) => each.name);
    expect(headers.includes("Idempotency-Key")).toBe(method === "POST");
    expect(headers.includes("If-Match")).toBe(edits === true);
    expect(Object.keys(described.responses)).toEqual(expect.arrayContaining(["401", "429", "500"]));
  },
);

test.each(
  OPERATIONS.flatMap((operation) => {
    const { formLimit, formSchema } = operation.body ?? {};
    return formLimit === undefined && !formSchema ? [] : [[operation.id, operation] as const];
  }),
)(
  "%s describes the form that it accepts, with every field that its JSON has",
  (_, { path, method, body }) => {
    const { content } = document.paths[path][method.toLowerCase()].requestBody;
    const form = content["multipart/form-data"];
    expect(body?.formLimit).toBeGreaterThan(body?.limit ?? 0);
    const fields = Object.keys(body?.formSchema?.shape ?? {});
    expect(Object.keys(form.schema.properties).sort()).toEqual([...fields, "file"].sort());
    expect(form.schema.properties.file).toMatchObject({ format: "binary" });
    expect(form.schema.required).toContain("file");
    for (const [name, field] of Object.entries<{ type?: string }>(form.schema.properties))
      if (field.type === "array" || field.type === "object")
        expect(form.encoding[name]).toEqual({ contentType: "application/json" });
    // What is sent as the file instead.
    const asFile = ["file", "content", "text", "url"];
    const json = z.toJSONSchema(body?.schema as z.ZodType, { io: "input", unrepresentable: "any" });
    const shapes = Object.values(json.$defs ?? {}) as { properties?: object }[];
    const own = shapes.find(({ properties }) => properties && asFile.some((name) => name in properties));
    for (const name of Object.keys(own?.properties ?? {}))
      if (!asFile.includes(name)) expect(fields).toContain(name);
  },
);

test("problems have statuses of errors", () => {
  for (const [status] of Object.values(PROBLEMS)) expect(status).toBeGreaterThanOrEqual(400);
});
