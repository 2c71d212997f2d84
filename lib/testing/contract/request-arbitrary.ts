import fc from "fast-check";
import type { Operation } from "@/lib/api/operation";
import { HOSTILE_TEXTS, type JsonSchema, type Material, schemaArbitrary } from "./schema-arbitrary";

/** A request to an operation, before it is sent. */
export interface ContractRequest {
  operation: Operation;
  params: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: { kind: "none" } | { kind: "json"; value: unknown } | { kind: "raw"; type: string; text: string };
}

interface DescribedOperation {
  parameters?: { in: string; name: string; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

/** A document of which the requests are made. */
export interface ContractDocument {
  paths: Record<string, Record<string, DescribedOperation>>;
  components: { schemas: Record<string, JsonSchema> };
}

/** Bodies that are not JSON, or not what they say they are. */
const rawBodies = fc.constantFrom(
  { kind: "raw" as const, type: "application/json", text: "{" },
  { kind: "raw" as const, type: "application/json", text: "" },
  { kind: "raw" as const, type: "application/json", text: `${"[".repeat(5000)}` },
  { kind: "raw" as const, type: "text/plain", text: "{}" },
  { kind: "raw" as const, type: "application/xml", text: "<a/>" },
  { kind: "raw" as const, type: "multipart/form-data", text: "--x\r\n\r\n--x--" },
  {
    kind: "raw" as const,
    type: "multipart/form-data; boundary=x",
    text: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.html"\r\n\r\n<p>Hello.\r\n--x--',
  },
);

/** Requests to the operations of a document: most are valid but for a few values, and some have bodies that can't be read. */
export function requestArbitrary(
  document: ContractDocument,
  operations: readonly Operation[],
  known: Pick<Material, "ids" | "texts">,
): fc.Arbitrary<ContractRequest> {
  const resolve = (reference: string) => {
    const schema = document.components.schemas[reference.split("/").at(-1) ?? ""];
    if (!schema) throw new Error(`${reference} is not in the document.`);
    return schema;
  };
  return fc.oneof(
    ...operations.flatMap((operation) =>
      [0, 12].map((hostility) => requestsTo(operation, document, { ...known, resolve, hostility })),
    ),
  );
}

function requestsTo(
  operation: Operation,
  document: ContractDocument,
  material: Material,
): fc.Arbitrary<ContractRequest> {
  const described = document.paths[operation.path]?.[operation.method.toLowerCase()];
  if (!described) throw new Error(`${operation.id} is not in the document.`);
  const isHostile = material.hostility > 0;
  const named = (where: string) => (described.parameters ?? []).filter((each) => each.in === where);
  const record = (where: string, textsOf: (schema: JsonSchema) => fc.Arbitrary<string>) =>
    fc.record(Object.fromEntries(named(where).map(({ name, schema }) => [name, textsOf(schema)])), {
      requiredKeys: where === "path" ? named(where).map(({ name }) => name) : [],
    }) as fc.Arbitrary<Record<string, string>>;
  const asText = (schema: JsonSchema) =>
    schemaArbitrary(schema, material).map((value) =>
      typeof value === "string" ? value : (JSON.stringify(value) ?? ""),
    );
  const json = described.requestBody?.content["application/json"]?.schema;
  const bodies = json
    ? schemaArbitrary(json, material).map((value) => ({ kind: "json" as const, value }))
    : fc.constant({ kind: "none" as const });
  return fc.record({
    operation: fc.constant(operation),
    params: record("path", () =>
      isHostile
        ? fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(...material.ids, "json", "pdf-x") },
            { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
          )
        : fc.constantFrom(...material.ids),
    ),
    query: record("query", asText),
    headers: fc.record(
      {
        ...(operation.edits && {
          "if-match": fc.constantFrom("*", '"1"', '"2"', 'W/"1"', '"99999999999"', "x,", '"1", *'),
        }),
        ...(operation.method === "POST" && {
          "idempotency-key": fc.oneof(fc.uuid(), fc.constantFrom("a b", "k".repeat(255), "k".repeat(256))),
        }),
        "last-event-id": fc.constantFrom("0", "x", "-1", "99999999999999999999"),
      },
      { requiredKeys: isHostile || !operation.edits ? [] : ["if-match"] },
    ) as fc.Arbitrary<Record<string, string>>,
    body: json && isHostile ? fc.oneof({ weight: 8, arbitrary: bodies }, rawBodies) : bodies,
  });
}
