import { z } from "zod";
import type { Operation } from "../operation";

/**
 * Fields of workflows that requests have by another name: the first that the request has is used. An empty name: the request has what is in it
 * one level higher.
 */
const REQUEST_NAMES: Readonly<Record<string, readonly string[]>> = {
  publishedOn: ["publishedAt"],
  claimedOn: ["claimedAt"],
  accessedOn: ["accessedAt"],
  ratingKey: ["rating"],
  rationaleDoc: ["rationale"],
  leadId: ["lead"],
  assigneeId: ["assignee"],
  nextOn: ["nextReviewOn"],
  on: ["nextReviewOn"],
  reason: ["nextReason"],
  item: [""],
  // Where one is added, the body is what it consists of.
  evidence: [""],
  content: ["file"],
  text: ["file"],
  address: ["url"],
  chosen: ["rows"],
};

type Request = Pick<Operation, "path" | "query" | "body">;

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema | boolean;
  prefixItems?: Schema[];
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $defs?: Record<string, Schema>;
}

/** A schema with the document that its references are in. */
interface Node {
  schema: Schema;
  root: Schema;
}

/**
 * Where a request has a field of a workflow, as a JSON pointer. A field that the request does not have becomes the nearest one around it; "" is
 * the request as a whole.
 * @param path "evidence.0.source.title"
 * @param isForm whether the request is a form with a file
 */
export function requestPointer(request: Request, path: string, isForm = false): string {
  const steps = path === "" ? [] : path.split(".");
  let nodes = rootsOf(request, isForm);
  const found: string[] = [];
  let skipped: string | undefined;
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index] ?? "";
    const name = [step, ...(Object.hasOwn(REQUEST_NAMES, step) ? (REQUEST_NAMES[step] ?? []) : [])].find(
      (each) => each === "" || nodes.some((node) => childOf(node, each)),
    );
    // "evidence.2.source": the entry of a list that the request does not have.
    if (name === undefined && skipped !== undefined && steps[index - 1] === skipped && /^\d+$/.test(step))
      continue;
    if (name === undefined) break;
    if (name === "") {
      skipped = step;
      continue;
    }
    const children = nodes.flatMap((node) => childOf(node, name) ?? []);
    // A key of a record can have dots in it.
    const isKey =
      children.every(({ schema }) => isText(schema)) && !nodes.some((node) => hasField(node, name));
    found.push(isKey ? steps.slice(index).join(".") : name);
    if (isKey) break;
    nodes = children.flatMap(optionsOf);
  }
  return found.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The body, its form, the query and the parameters of the path, each made once. */
const made = new WeakMap<Request, Record<"json" | "form", Node[]>>();

function rootsOf(request: Request, isForm: boolean): Node[] {
  let roots = made.get(request);
  if (!roots) {
    const { path, query, body } = request;
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, {}]);
    const parameters: Node[] = [
      ...(query ? nodesOf(query) : []),
      ...optionsOf(rootNode({ type: "object", properties: Object.fromEntries(names) })),
    ];
    const file = rootNode({ type: "object", properties: { file: {} } });
    roots = {
      json: [...(body ? nodesOf(body.schema) : []), ...parameters],
      form: [...(body?.formSchema ? nodesOf(body.formSchema) : []), file, ...parameters],
    };
    made.set(request, roots);
  }
  return isForm ? roots.form : roots.json;
}

const rootNode = (schema: Schema): Node => ({ schema, root: schema });

function nodesOf(schema: z.ZodType): Node[] {
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  return optionsOf(rootNode(described));
}

/** A schema without references, or each option of one that has several. */
function optionsOf({ schema, root }: Node): Node[] {
  if (schema.$ref !== undefined) {
    const target = schema.$ref === "#" ? root : root.$defs?.[schema.$ref.split("/").at(-1) ?? ""];
    return target ? optionsOf({ schema: target, root }) : [];
  }
  const options = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (options.length === 0) return [{ schema, root }];
  return options.flatMap((option) => optionsOf({ schema: option, root }));
}

const hasField = ({ schema }: Node, name: string) => Object.hasOwn(schema.properties ?? {}, name);

/** What a schema says about one of its fields or entries; undefined if it can't have it. */
function childOf(node: Node, name: string): Node | undefined {
  const { schema, root } = node;
  if (hasField(node, name)) return { schema: schema.properties?.[name] ?? {}, root };
  if (/^\d+$/.test(name) && (schema.items || schema.prefixItems)) {
    const entry = schema.prefixItems?.[Number(name)] ?? schema.items;
    return { schema: typeof entry === "object" ? entry : {}, root };
  }
  const { additionalProperties } = schema;
  if (additionalProperties)
    return { schema: additionalProperties === true ? {} : additionalProperties, root };
  // A schema without a type allows everything.
  return isAnything(schema) ? { schema: {}, root } : undefined;
}

const isAnything = (schema: Schema) => schema.type === undefined && schema.properties === undefined;

function isText(schema: Schema): boolean {
  if (schema.anyOf) return schema.anyOf.every(isText);
  return schema.type !== undefined && [schema.type].flat().every((each) => ["string", "null"].includes(each));
}
