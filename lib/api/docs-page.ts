import { CALL_EXAMPLES, type CallExample } from "./examples/call-example";
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
  webhooks?: Record<string, { post?: Described }>;
  components?: { schemas?: Record<string, Schema> };
}

/** The style of the page. Its policy allows only this text. */
export const DOCS_STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 60rem; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; } h2 { margin-top: 3rem; } h3 { margin-top: 2.5rem; font-size: 1.125rem; }
a { color: inherit; text-underline-offset: 0.2em; }
code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.75rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
td:first-child { white-space: nowrap; }
summary { cursor: pointer; padding: 0.5rem 0; }
nav code, .call { color: color-mix(in srgb, currentColor 75%, transparent); }
nav a { display: block; text-decoration: none; }
nav span { text-decoration: underline; text-underline-offset: 0.2em; }
nav code { display: block; }
@media (max-width: 40rem) {
  thead { display: none; }
  tr { display: block; padding: 0.375rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
  td { display: block; padding: 0; border: 0; white-space: normal; overflow-wrap: anywhere; }
}
nav ul { list-style: none; padding: 0; columns: 20rem; } nav li { break-inside: avoid; padding: 0.25rem 0; }
@media (pointer: coarse) { nav a { padding: 0.25rem 0; } summary { padding: 0.75rem 0; } }
`;

/** The API as a page that needs no script: each call with its parameters, body, answers and an example, then the shapes of what is sent. */
export function docsPage(document: ShownDocument, operations: readonly Operation[]): string {
  const groups = groupsOf(operations);
  const base = document.servers?.[0]?.url ?? "/api/v1";
  const schemas = Object.entries(document.components?.schemas ?? {});
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
<p>All addresses start with <code>${escaped(base)}</code>. Send a token in the header <code>Authorization: Bearer obelus_…</code>; you can create one on your account page. The same description for programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
</header>
<nav aria-label="Calls">
${groups.map(({ title, list }) => `<h2>${escaped(title)}</h2>\n<ul>${list.map(linkTo).join("")}</ul>`).join("\n")}
</nav>
<main>
<h2>Calls</h2>
${groups.flatMap(({ list }) => list.map((operation) => callSection(operation, document))).join("\n")}
<h2>Sent to webhooks</h2>
${tableOf(["Event", "Body"], Object.entries(document.webhooks ?? {}).map(webhookRow))}
<h2>Shapes</h2>
${schemas.map(([name, schema]) => shapeSection(name, schema)).join("\n")}
</main>
</body>
</html>
`;
}

const METHODS: readonly Operation["method"][] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The calls by the first part of their path, each by path and method. */
function groupsOf(operations: readonly Operation[]): { title: string; list: Operation[] }[] {
  const sorted = [...operations].sort(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      METHODS.indexOf(a.method) - METHODS.indexOf(b.method),
  );
  const groups = Map.groupBy(sorted, ({ path }) => (path.split("/")[1] ?? "").replaceAll("-", " "));
  return [...groups].map(([name, list]) => ({ title: name.charAt(0).toUpperCase() + name.slice(1), list }));
}

const linkTo = ({ id, method, path, summary }: Operation) =>
  `<li><a href="#${id}"><span>${escaped(summary)}</span><code>${method} ${escaped(path)}</code></a></li>`;

function webhookRow([kind, { post }]: [string, { post?: Described }]): string {
  return `<tr><td><code>${escaped(kind)}</code></td><td>${bodyOf(post?.requestBody?.content)}</td></tr>`;
}

function callSection(operation: Operation, { paths, servers }: ShownDocument): string {
  const { id, method, path, scope } = operation;
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
  const example = CALL_EXAMPLES[id];
  return `<section aria-labelledby="${id}">
<h3 id="${id}">${escaped(described.summary ?? "")}</h3>
<p class="call"><code>${method} ${escaped(path)}</code>, scope <code>${scope}</code></p>
${described.description ? `<p>${prose(described.description)}</p>` : ""}
${parameters.length > 0 ? tableOf(["Parameter", "In", "Description"], parameters) : ""}
${bodies.join("\n")}
${tableOf(["Status", "Meaning", "Body"], answers)}
${example ? exampleOf(operation, example, servers?.[0]?.url ?? "/api/v1") : ""}
</section>`;
}

/** A call as a command, and what it answers. */
function exampleOf({ method, path, summary }: Operation, example: CallExample, base: string): string {
  const { params = {}, query = {}, headers = {}, body, status, answer } = example;
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const search = new URLSearchParams(query).toString();
  const sent = {
    Authorization: "Bearer obelus_…",
    ...(body !== undefined && { "Content-Type": "application/json" }),
    ...headers,
  };
  const command = [
    `curl ${method === "GET" ? "" : `-X ${method} `}${quoted(`${base}${address}${search && `?${search}`}`)}`,
    ...Object.entries(sent).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoted(JSON.stringify(body, null, 2))}`]),
  ].join(" \\\n  ");
  const result =
    answer === undefined
      ? ""
      : `<p>Answer with status ${status}:</p>\n<pre>${escaped(JSON.stringify(answer, null, 2))}</pre>`;
  return `<details>
<summary>Example: ${escaped(summary)}</summary>
<pre>${escaped(command)}</pre>
${result}
</details>`;
}

/** An argument for a shell. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

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
