import { readFileSync } from "node:fs";
import Ajv, { type ValidateFunction } from "ajv-draft-04";
import addFormats from "ajv-formats";

interface Fixture {
  /** For each kind of document, the names of the schemas that it must meet. */
  musts: Record<AnnotationDocument, string[]>;
  schemas: Record<string, object & { errorMessage?: string }>;
  /** What the schemas refer to, by file name. */
  definitions: Record<string, object>;
}

export type AnnotationDocument = "annotation" | "collection" | "page";

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/w3c/${name}`, import.meta.url), "utf8"));
const { musts, schemas, definitions } = read("schemas.json") as Fixture;

/** Documents of the W3C that meet its requirements or do not, by name. */
export const w3cSamples = read("samples.json") as Record<
  "correct" | "incorrect",
  Record<string, { type?: unknown }>
>;

const compiled = new Map<string, ValidateFunction>();
// The schemas use names that a strict validator refuses.
const ajv = new Ajv({ strict: false, logger: false });
addFormats(ajv);
for (const [name, definition] of Object.entries(definitions)) ajv.addSchema(definition, name);

/** What the W3C requires of a document and it does not have. */
export function w3cFaults(kind: AnnotationDocument, document: unknown): string[] {
  return musts[kind].flatMap((name) => {
    const schema = schemas[name] ?? {};
    const validate = compiled.get(name) ?? ajv.compile({ ...schema, id: name.replace(/^.*\//, "") });
    compiled.set(name, validate);
    return validate(document) ? [] : [schema.errorMessage ?? name];
  });
}
