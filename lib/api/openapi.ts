import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { env } from "@/lib/env";
import { TEST_KIND, WEBHOOK_KINDS } from "@/lib/webhooks/webhook-kind";
import { CALL_EXAMPLES } from "./examples/call-example";
import type { Operation } from "./operation";
import { problemsOf } from "./operation";
import { OPERATIONS } from "./operations/all";
import { PROBLEMS, problemSchema } from "./problem";
import { jsonFieldsOf } from "./requests/read-form-fields";
import { webhookBodySchema } from "./schemas/desk/webhook";

/** The OpenAPI 3.1 document of the API, made from the schemas that validate its calls. */
export function openApiDocument(): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of OPERATIONS)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describeOperation(operation),
    };
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Obelus",
      version: "1",
      description: "The fact-checking desk for programs. See docs/api.md.",
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: `${env().publicUrl}/api/v1` }],
    security: [{ token: [] }],
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "Created at /desk/account or with npm run obelus -- token create.",
        },
      },
    },
    paths,
    webhooks: describeWebhooks(),
  });
}

/** What is sent to webhooks, one request for each kind of event. */
function describeWebhooks(): ZodOpenApiPathsObject {
  const header = z.object({
    "webhook-id": z.string().meta({ description: "The same for each attempt: ignore what you have seen." }),
    "webhook-timestamp": z.string().meta({ description: "Seconds since 1970, of this attempt." }),
    "webhook-signature": z
      .string()
      .meta({ description: "By Standard Webhooks: v1, a comma, and the signature." }),
  });
  return Object.fromEntries(
    ([...WEBHOOK_KINDS, TEST_KIND] as const).map((kind) => [
      kind,
      {
        post: {
          operationId: `on ${kind}`,
          summary: `Sent to webhooks: ${kind}`,
          tags: ["webhooks"],
          requestParams: { header },
          requestBody: {
            required: true,
            content: { "application/json": { schema: webhookBodySchema(kind) } },
          },
          responses: {
            "2XX": {
              description: "Received. Every other answer is a failure, and so is none within 10 seconds.",
            },
          },
        },
      },
    ]),
  );
}

function describeOperation(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, description, path, query, body, answer } = operation;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const made = CALL_EXAMPLES[id];
  const sent = made?.body !== undefined && { example: made.body };
  const content = contentOf(answer, made?.answer);
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    tags: [path.split("/")[1] ?? ""],
    requestParams: {
      ...(names.length > 0 && {
        path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      }),
      ...(query && { query: query as z.ZodObject }),
      header: z.object(headersOf(operation)),
    },
    ...(body && {
      requestBody: {
        required: !body.mayBeEmpty,
        content: {
          "application/json": { schema: body.schema, ...sent },
          ...Object.fromEntries((body.types ?? []).map((type) => [type, { schema: body.schema, ...sent }])),
          ...(body.formSchema && { "multipart/form-data": describeForm(body.formSchema) }),
        },
      },
    }),
    responses: {
      [String(answer.status)]: {
        description: answer.description,
        ...(content && { content }),
        headers: z.object({
          ...(answer.tagged && { ETag: z.string() }),
          ...(answer.located && { Location: z.string() }),
          RateLimit: z.string(),
        }),
      },
      ...(answer.tagged &&
        operation.method === "GET" && {
          "304": {
            description: "It is as the ETag in If-None-Match says",
            headers: z.object({ ETag: z.string() }),
          },
        }),
      ...(answer.accepted && {
        "202": {
          description: answer.accepted.description,
          content: { "application/json": { schema: answer.accepted.schema } },
          headers: z.object({ Location: z.string(), "Retry-After": z.string(), RateLimit: z.string() }),
        },
      }),
      ...Object.fromEntries(problemResponses(operation)),
    },
  };
}

/** A form with a file. Its lists and objects are JSON. */
function describeForm(formSchema: z.ZodObject) {
  const json = jsonFieldsOf(formSchema);
  return {
    schema: formSchema.extend({
      file: z.string().meta({
        override: { type: "string", format: "binary", contentMediaType: "application/octet-stream" },
        description: "The file.",
      }),
    }),
    ...(json.length > 0 && {
      encoding: Object.fromEntries(json.map((name) => [name, { contentType: "application/json" }])),
    }),
  };
}

const BYTES = z.string().meta({ override: { contentEncoding: "binary" } });
/** Its format says what it contains: a report, annotations or ClaimReviews. */
const JSON_FILE = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]);

function contentOf(
  { schema, type = "application/json", alsoAs = [], media }: Operation["answer"],
  example: unknown,
) {
  if (media)
    return Object.fromEntries(media.map((type) => [type, { schema: /json/.test(type) ? JSON_FILE : BYTES }]));
  const described = schema && { schema, ...(example !== undefined && { example }) };
  return described && Object.fromEntries([type, ...alsoAs].map((each) => [each, described]));
}

function headersOf({ method, edits, answer }: Operation): Record<string, z.ZodType> {
  return {
    ...(method === "POST" && {
      "Idempotency-Key": z.string().min(1).max(255).optional().meta({
        description: "For a day, repeats with the same key get the first response.",
      }),
    }),
    ...(method === "GET" &&
      answer.tagged && {
        "If-None-Match": z.string().optional().meta({
          description: "ETags that you have: if it is still one of them, the answer is 304, without a body.",
        }),
      }),
    ...(edits && {
      "If-Match": z.string().meta({ description: "The ETag that the change is based on, or *." }),
    }),
  };
}

/** One response per status, with its possible problems. */
function problemResponses(operation: Operation) {
  const byStatus = new Map<number, string[]>();
  for (const name of new Set(problemsOf(operation))) {
    const [status, title] = PROBLEMS[name];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${title} (${name})`]);
  }
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, lines]) => [
      String(status),
      {
        description: lines.join("; "),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]);
}
