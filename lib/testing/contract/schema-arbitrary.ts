import fc from "fast-check";

/** The part of JSON Schema that the OpenAPI document uses for requests. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** What the values of a schema are made from. */
export interface Material {
  /** Finds a schema by its reference, "#/components/schemas/Claim". */
  resolve: (reference: string) => JsonSchema;
  /** Ids of things that exist. */
  ids: readonly string[];
  /** Texts that mean something to the application: words of an article, keys of ratings, addresses. */
  texts: readonly string[];
  /** One value in about this many is hostile; 0 for none. */
  hostility: number;
}

/** An object with a member that a careless merge would make its prototype. */
const POLLUTED = JSON.parse('{"__proto__": {"role": "administrator"}, "constructor": {"prototype": {}}}');

const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

/** Texts that break careless programs: in SQL, HTML, spreadsheets, paths, encodings and searches. */
export const HOSTILE_TEXTS = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\u202etxt.exe",
  "\ufeff",
  "e\u0301".repeat(300),
  "👩‍👩‍👧‍👦".repeat(40),
  "x".repeat(120_000),
  "' OR 1=1; --",
  "%_\\",
  "\\",
  "a & ! | ( : *",
  '"unclosed',
  "<script>alert(1)</script>",
  "=HYPERLINK(1)",
  "../../etc/passwd",
  "%00%ff",
  "__proto__",
  "constructor",
  "null",
  "NaN",
  "-1",
  "1e999",
  "99999999999999999999",
  "9999-12-31",
  "0000-00-00",
  "2024-02-31",
  "2024-13-01T99:99:99Z",
  "http://127.0.0.1:1/",
  "http://[::1]/",
  "http://169.254.169.254/latest/meta-data",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "http://a@b:c@d/",
  "https://xn--/",
] as const;

const hostileValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    0.5,
    2 ** 31,
    2 ** 53,
    -1e308,
    [],
    {},
    POLLUTED,
    nested(500),
    Array.from({ length: 6000 }, () => 1),
  ),
  fc.constantFrom<unknown>(...HOSTILE_TEXTS),
  fc.string({ unit: "binary", maxLength: 50 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Values of a JSON Schema, some of which break it, if the material is hostile. */
export function schemaArbitrary(schema: JsonSchema, material: Material): fc.Arbitrary<unknown> {
  const fitting = fittingValues(schema, material);
  if (material.hostility === 0) return fitting;
  return fc.oneof({ weight: material.hostility, arbitrary: fitting }, { weight: 1, arbitrary: hostileValue });
}

function fittingValues(schema: JsonSchema, material: Material): fc.Arbitrary<unknown> {
  if (schema.$ref) return fittingValues(material.resolve(schema.$ref), material);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((option) => fittingValues(option, material)));
  const types = [schema.type ?? []].flat();
  if (types.length > 1) return fc.oneof(...types.map((type) => fittingValues({ ...schema, type }, material)));
  switch (types[0]) {
    case "object":
      return objects(schema, material);
    case "array":
      return fc.array(schemaArbitrary(schema.items ?? {}, material), { maxLength: 3 });
    case "string":
      return texts(schema, material);
    case "integer":
      return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 500, 2 ** 31) });
    case "number":
      return fc.double({ noNaN: true, min: schema.minimum ?? -5, max: schema.maximum ?? 500 });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objects(schema: JsonSchema, material: Material): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema;
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, schemaArbitrary(each, material)]),
  );
  const fitting = fc.record(members, { requiredKeys: required.filter((name) => name in members) });
  if (material.hostility === 0) return fitting;
  return fc.oneof(
    { weight: material.hostility, arbitrary: fitting },
    { weight: 1, arbitrary: fc.record(members, { requiredKeys: [] }) },
  );
}

function texts(schema: JsonSchema, { ids, texts: known }: Material): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 200 } = schema;
  if (format === "uuid") return fc.constantFrom(...ids, "0199b3c5-6a0e-7d11-9f4b-2c8f6f2f9a10");
  if (format === "date-time") return fc.constantFrom("2024-05-17T09:00:00Z", "2024-05-17T09:00:00.000Z");
  if (pattern) return fc.stringMatching(new RegExp(pattern)).map((text) => text.slice(0, maxLength));
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: Math.min(maxLength, 60) }) },
    )
    .map((text) => text.slice(0, maxLength).padEnd(minLength, "x"));
}
