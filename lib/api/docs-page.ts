import type { Operation } from "./operation";

/** The part of an OpenAPI schema that the page shows. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  format?: string;
  description?: string;
  default?: unknown;
  maxLength?: number;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

interface Described extends Content {
  summary?: string;
  description?: string;
  parameters?: { in: string; name: string; required?: boolean; schema?: Schema; description?: string }[];
  requestBody?: Content;
  responses?: Record<string, Content & { description: string }>;
}

/** The part of an OpenAPI document that the page shows. */
export interface ShownDocument {
  servers?: { url: string }[];
  paths?: Record<string, Record<string, Described>>;
  components?: { schemas?: Record<string, Schema> };
}

const TAGS: Readonly<Record<string, string>> = {
  articles: "Articles",
  claims: "Claims",
  reports: "Reports",
  sources: "Sources",
  search: "Search",
  suggestions: "Suggestions",
  events: "Events",
};

/** The style of the page. Its policy allows only this text. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 60rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; } h2 { margin-top: 3rem; } h3 { margin-top: 2.5rem; font-size: 1.125rem; }
a { color: inherit; text-underline-offset: 0.2em; }
code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
@media (max-width: 40rem) {
  thead { display: none; }
  tr { display: block; padding: 0.375rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
  td { display: block; padding: 0; border: 0; }
}
nav ul { list-style: none; padding: 0; columns: 20rem; } nav li { break-inside: avoid; padding: 0.25rem 0; }
@media (pointer: coarse) { nav a { display: inline-block; min-height: 44px; } }
`;

/** The API as a page that needs no script: each call with its parameters, body and answers, then the shapes of what is sent. */
export function docsPage(document: ShownDocument, operations: readonly Operation[]): string {
  const tags = new Map<string, Operation[]>();
  for (const operation of operations) {
    const tag = operation.path.split("/")[1] ?? "";
    tags.set(tag, [...(tags.get(tag) ?? []), operation]);
  }
  const schemas = Object.entries(document.components?.schemas ?? {});
  const groups = [...tags].map(([tag, list]) => ({ title: TAGS[tag] ?? tag, list }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Obelus API</title>
<style>${DOCS_STYLE}</style>
</head>
<body>
<header>
<h1>Obelus API</h1>
<p>All addresses start with <code>${escaped(document.servers?.[0]?.url ?? "/api/v1")}</code>. Send a token in the header <code>Authorization: Bearer obelus_…</code>; you can create one on your account page. The same description for programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
</header>
<nav aria-label="Calls">
${groups.map(({ title, list }) => `<h2>${escaped(title)}</h2>\n<ul>${list.map(linkTo).join("")}</ul>`).join("\n")}
</nav>
<main>
<h2>Calls</h2>
${operations.map((operation) => callSection(operation, document)).join("\n")}
<h2>Shapes</h2>
${schemas.map(([name, schema]) => shapeSection(name, schema)).join("\n")}
</main>
</body>
</html>
`;
}

const linkTo = ({ id, method, path }: Operation) =>
  `<li><a href="#${id}"><code>${method} ${escaped(path)}</code></a></li>`;

function callSection({ id, method, path, scope }: Operation, { paths }: ShownDocument): string {
  const described = paths?.[path]?.[method.toLowerCase()] ?? {};
  const parameters = (described.parameters ?? []).map(
    (each) =>
      `<tr><td><code>${escaped(each.name)}</code>${each.required ? "" : " (optional)"}</td><td>${each.in}</td><td>${prose(each.description ?? each.schema?.description)}</td></tr>`,
  );
  const bodies = Object.entries(described.requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<p>Body, <code>${escaped(type)}</code>: ${typeOf(schema)}</p>`,
  );
  const answers = Object.entries(described.responses ?? {}).map(
    ([status, { description, content }]) =>
      `<tr><td>${status}</td><td>${escaped(description)}</td><td>${bodyOf(content)}</td></tr>`,
  );
  return `<section aria-labelledby="${id}">
<h3 id="${id}"><code>${method} ${escaped(path)}</code></h3>
<p>${escaped(described.summary ?? "")}. Scope: <code>${scope}</code>.</p>
${described.description ? `<p>${prose(described.description)}</p>` : ""}
${parameters.length > 0 ? tableOf(["Parameter", "In", "Description"], parameters) : ""}
${bodies.join("\n")}
${tableOf(["Status", "Meaning", "Body"], answers)}
</section>`;
}

function shapeSection(name: string, schema: Schema): string {
  const options = schema.anyOf ?? [schema];
  return `<section aria-labelledby="shape-${name}">
<h3 id="shape-${name}">${escaped(name)}</h3>
${schema.description ? `<p>${prose(schema.description)}</p>` : ""}
${options.map(shapeTable).join("\n<p>or</p>\n")}
</section>`;
}

function shapeTable(schema: Schema): string {
  if (!schema.properties) return `<p>${typeOf(schema)}</p>`;
  const rows = Object.entries(schema.properties).map(
    ([name, each]) =>
      `<tr><td><code>${escaped(name)}</code>${schema.required?.includes(name) ? "" : " (optional)"}</td><td>${typeOf(each)}</td><td>${prose(each.description)}</td></tr>`,
  );
  return tableOf(["Field", "Type", "Description"], rows);
}

function tableOf(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join("");
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function bodyOf(content: Content["content"]): string {
  return Object.entries(content ?? {})
    .map(([type, { schema }]) => (type.includes("json") ? typeOf(schema) : `<code>${escaped(type)}</code>`))
    .join("<br>");
}

/** A type in words: "list of Claim", "text or null". */
function typeOf(schema: Schema | undefined): string {
  if (!schema) return "anything";
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return `<a href="#shape-${escaped(name)}">${escaped(name)}</a>`;
  }
  if (schema.enum)
    return schema.enum.map((each) => `<code>${escaped(JSON.stringify(each))}</code>`).join(", ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(" or ");
  if (schema.type === "array") return `list of ${typeOf(schema.items)}`;
  if (schema.type === "object" && schema.properties)
    return `{ ${Object.entries(schema.properties)
      .map(([name, each]) => `<code>${escaped(name)}</code>: ${typeOf(each)}`)
      .join("; ")} }`;
  const types = [schema.type ?? "anything"].flat().map((type) => TYPES[type] ?? type);
  return `${types.join(" or ")}${schema.format ? ` (${escaped(schema.format)})` : ""}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
};

/** A description, in which code is in backquotes. */
function prose(text = ""): string {
  return escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function escaped(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (each) => names[each] ?? each);
}
