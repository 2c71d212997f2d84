import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { RelaxNGValidator, XmlDocument, XmlValidateError } from "libxml2-wasm";

const FOLDER = join(process.cwd(), "lib/testing/feeds");

/** Documents that have a grammar here. */
export type XmlKind = "atom" | "rss" | "sitemap";

/**
 * What an XML document breaks of the grammar of its kind.
 * @returns messages of the validator; none for a valid document
 * @throws if it is not well-formed
 */
export function xmlErrors(kind: XmlKind, xml: string): string[] {
  const grammar = XmlDocument.fromString(readFileSync(join(FOLDER, `${kind}.rng`), "utf8"));
  const validator = RelaxNGValidator.fromDoc(grammar);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim());
    throw error;
  } finally {
    document.dispose();
    validator.dispose();
    grammar.dispose();
  }
}

/** What a JSON Feed breaks of version 1.1; none for a valid one. */
export function jsonFeedErrors(feed: unknown): string[] {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(FOLDER, "json-feed.schema.json"), "utf8")));
  return validate(feed)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
